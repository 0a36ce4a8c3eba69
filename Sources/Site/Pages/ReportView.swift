import Evaluation
import HTML
import Operations

extension SheetView {
  /// The headings down the left, with what is still missing.
  func outline(of report: ReportOutline) -> HTML {
    .element("nav", [Attribute("class", "outline"), Attribute("aria-label", "提纲")]) {
      HTML.element("ol") { for section in report.sections { outlineItem(section) } }
    }
  }

  /// The narrative in the sections of its outline, with figures that follow the cells.
  func sections(of report: ReportOutline) -> HTML {
    let content = HTML { for section in report.sections { self.section(section) } }
    guard isEditable else { return .element("div", [Attribute("class", "editor readonly")]) { content } }
    return editor(hasFormulaBar: false) { content }
  }

  private func identifier(_ section: ReportOutline.Section) -> String { "\(sheet)_\(section.id)_text" }

  private func text(_ section: ReportOutline.Section) -> String {
    loaded.filing.entry(at: CellAddress(sheet, section.id, "text"))?.text ?? ""
  }

  private func outlineItem(_ section: ReportOutline.Section) -> HTML {
    let isFilled = !text(section).isEmpty
    return .element("li") {
      HTML.element(
        "a",
        [
          Attribute("href", "#\(identifier(section))"), Attribute("data-outline", "\(sheet)/\(section.id)/text"),
          Attribute(
            "class",
            [section.level == 1 ? "level1" : nil, isFilled ? "filled" : section.isRequired ? "missing" : nil]
              .compactMap(\.self).joined(separator: " ")),
        ]
      ) {
        section.heading + " "
        HTML.element("span", [Attribute("class", "outline-state")]) {
          isFilled ? "已写" : section.isRequired ? "未写" : ""
        }
      }
    }
  }

  private func section(_ section: ReportOutline.Section) -> HTML {
    let id = identifier(section)
    let bound = BoundText(text(section))
    return .element("section", [Attribute("class", "report-section")]) {
      heading(section, for: id)
      if isEditable {
        if !section.hint.isEmpty {
          HTML.element("p", [Attribute("class", "hint"), Attribute("id", "\(id)_hint")]) { section.hint }
        }
        HTML.element(
          "textarea",
          [
            Attribute("id", id), Attribute("class", "prose"), Attribute("name", "\(sheet)/\(section.id)/text"),
            Attribute("rows", "4"), Attribute("data-limit", "\(section.limit ?? 20_000)"),
            Attribute("aria-describedby", section.hint.isEmpty ? nil : "\(id)_hint"),
          ]
        ) { typedText(section) ?? text(section) }
        inserts(for: id, bound)
      } else {
        HTML.element("div", [Attribute("class", "value"), Attribute("id", id), Attribute("tabindex", "-1")]) {
          bound.rendered(in: loaded.calculation)
        }
      }
    }
  }

  /// The cells bound in this section, and the totals people quote most.
  private func inserts(for id: String, _ bound: BoundText) -> HTML {
    let usual = [
      "base/threePublic/final", "base/basicExpenditure/final", "base/projectExpenditure/final",
      "base/operatingExpense/final", "self/total/executed", "self/sum/score",
    ].compactMap { CellAddress($0) }
    var seen: Set<CellAddress> = []
    let cells = (bound.addresses + usual).filter {
      seen.insert($0).inserted && loaded.calculation.definition(at: $0) != nil
    }
    return HTML {
      HTML.element("details", [Attribute("class", "inserts"), Attribute("hidden", "")]) {
        HTML.element("summary") { "插入数据" }
        for cell in cells {
          let value = loaded.calculation.spokenText(at: cell) ?? ""
          HTML.element(
            "button",
            [
              Attribute("type", "button"), Attribute("class", "chip"), Attribute("data-insert", "{{\(cell)}}"),
              Attribute("data-value", value),
            ]
          ) {
            (loaded.calculation.definition(at: cell)?.caption ?? "") + " "
            HTML.element("b") { value }
          }
        }
      }
      HTML.element(
        "div",
        [
          Attribute("class", "preview"), Attribute("data-preview", id.replacing("_", with: "/")),
          Attribute("hidden", ""),
        ]
      ) { HTML() }
    }
  }

  private func heading(_ section: ReportOutline.Section, for id: String) -> HTML {
    let words = HTML {
      if isEditable { HTML.element("label", [Attribute("for", id)]) { section.heading } } else { section.heading }
    }
    return section.level == 1 ? .element("h2") { words } : .element("h3") { words }
  }
}
