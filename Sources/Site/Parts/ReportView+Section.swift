import Audit
import Evaluation
import HTML
import Operations
import Rules

/// One section of a report: its heading, what is wrong with it, its text and how that will read.
extension ReportView {
  func section(_ section: ReportOutline.Section, _ findings: [Audit.Reported]) -> HTML {
    let flag = findings.map(\.severity).max() ?? .info
    let classes = ["report-section"] + (flag > .info ? ["flagged", flag.rawValue] : [])
    return .element("section", [Attribute("class", classes.joined(separator: " "))]) {
      heading(section)
      flags(findings)
      if isEditable { editor(section) } else { reading(section) }
      // What an outline begins a section with nobody wrote.
      if state(of: section) == .written, let changed = changed[address(section).description] {
        HTML.element("p", [Attribute("class", "section-changed")]) {
          HTML.element("a", [Attribute("href", CellWords.history(of: address(section), in: loaded))]) {
            "最后修改：\(changed)"
          }
        }
      }
    }
  }

  private func heading(_ section: ReportOutline.Section) -> HTML {
    let words = HTML {
      if isEditable {
        HTML.element("label", [Attribute("for", identifier(section))]) { section.heading }
      } else {
        section.heading
      }
    }
    return section.level == 1 ? .element("h2") { words } : .element("h3") { words }
  }

  private func flags(_ findings: [Audit.Reported]) -> HTML {
    guard !findings.isEmpty else { return HTML() }
    return .element("ul", [Attribute("class", "section-flags")]) {
      for finding in findings {
        HTML.element("li") {
          HTML.element("span", [Attribute("class", "severity \(finding.severity.rawValue)")]) {
            finding.severity.words
          }
          " " + finding.finding.message
        }
      }
    }
  }

  private func reading(_ section: ReportOutline.Section) -> HTML {
    .element(
      "div", [Attribute("class", "value"), Attribute("id", identifier(section)), Attribute("tabindex", "-1")]
    ) { bound(section).rendered(in: loaded.calculation) }
  }

  private func editor(_ section: ReportOutline.Section) -> HTML {
    let (id, cell) = (identifier(section), address(section).description)
    let bound = bound(section)
    let shown = names.named(bound)
    let problem = problems[cell]
    let described = [section.hint.isEmpty ? nil : "\(id)_hint", problem == nil ? nil : "\(id)_problem"]
      .compactMap(\.self)
    return HTML {
      if !section.hint.isEmpty {
        HTML.element("p", [Attribute("class", "hint"), Attribute("id", "\(id)_hint")]) { section.hint }
      }
      HTML.element(
        "textarea",
        [
          Attribute("id", id), Attribute("class", "prose"), Attribute("name", cell), Attribute("rows", "4"),
          Attribute("data-limit", "\(section.limit ?? ReportOutline.Section.greatestLimit)"),
          Attribute("aria-describedby", described.isEmpty ? nil : described.joined(separator: " ")),
          Attribute("aria-invalid", problem == nil ? nil : "true"),
        ]
      ) { typed[cell] ?? shown.text }
      if let problem {
        HTML.element("p", [Attribute("class", "problem"), Attribute("id", "\(id)_problem")]) { problem }
      }
      Fields.hidden(PostedNames.field(of: cell), PostedNames.text(shown.cells))
      inserts(bound)
      preview(bound, of: cell)
      lastYear(section)
    }
  }

  private func lastYear(_ section: ReportOutline.Section) -> HTML {
    guard let lastYear, let text = lastYear.texts[section.id] else { return HTML() }
    return .element("details", [Attribute("class", "last-year")]) {
      HTML.element("summary") { "\(lastYear.year)年度这一节怎么写的" }
      HTML.element("div") { text }
    }
  }

  /// The cells bound in this section, and the totals people quote most.
  private func inserts(_ bound: BoundText) -> HTML {
    let usual = [
      "base/threePublic/final", "base/basicExpenditure/final", "base/projectExpenditure/final",
      "base/operatingExpense/final", "self/total/executed", "self/sum/score",
    ].compactMap { CellAddress($0) }
    var seen: Set<CellAddress> = []
    let cells = (bound.addresses + usual).filter { seen.insert($0).inserted && names.name(of: $0) != nil }
    return .element("details", [Attribute("class", "inserts")]) {
      HTML.element("summary") { "插入数据" }
      HTML.element("p", [Attribute("class", "hint")]) { "名称连同【】写在正文里，成文时换成表中的数，表里改了随之改变。" }
      for cell in cells {
        HTML.element("span", [Attribute("class", "chip"), Attribute("data-insert", cell.description)]) {
          (names.name(of: cell) ?? "") + " "
          HTML.element("b") { loaded.calculation.spokenText(at: cell) ?? "" }
        }
        " "
      }
    }
  }

  /// How the section will read; hidden while no cell stands in it.
  private func preview(_ bound: BoundText, of cell: String) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "preview"), Attribute("data-preview", cell),
        Attribute("hidden", when: bound.addresses.isEmpty),
      ]
    ) {
      for piece in bound.pieces {
        switch piece {
        case .text(let plain): plain
        case .cell(let cell): chip(cell)
        }
      }
    }
  }

  private func chip(_ cell: CellAddress) -> HTML {
    let value = loaded.calculation.spokenText(at: cell)
    return .element(
      "span",
      [Attribute("class", value == nil ? "chip broken" : "chip"), Attribute("title", names.name(of: cell))]
    ) { value ?? BoundText.gone }
  }
}
