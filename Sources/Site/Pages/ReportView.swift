import Evaluation
import HTML
import Operations

extension SheetView {
  /// The narrative in the sections of its outline, with figures that follow the cells.
  func report(_ policy: Policy, _ outline: ReportOutline) -> HTML {
    let places = Placeholders([
      "year": String(loaded.filing.year), "lastYear": String(loaded.filing.year - 1), "unit": loaded.filing.unit.name,
    ])
    let content = HTML {
      HTML.element("p", [Attribute("class", "report-title")]) { places.filled(into: outline.title) }
      HTML.element("div", [Attribute("class", "report-columns")]) {
        HTML.element("nav", [Attribute("class", "outline"), Attribute("aria-label", "提纲")]) {
          HTML.element("ol") { for section in outline.sections { outlineItem(section) } }
        }
        HTML.element("div", [Attribute("class", "sections")]) {
          for section in outline.sections { self.section(section) }
        }
      }
    }
    guard isEditable else { return .element("div", [Attribute("class", "editor report readonly")]) { content } }
    return editor(hasFormulaBar: false, style: "editor report") { content }
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
          Attribute("href", "#\(identifier(section))"),
          Attribute("class", isFilled ? "filled" : section.isRequired ? "missing" : nil),
        ]
      ) {
        section.heading
        if !isFilled, section.isRequired { HTML.element("span", [Attribute("class", "outline-state")]) { "未写" } }
      }
    }
  }

  private func section(_ section: ReportOutline.Section) -> HTML {
    let id = identifier(section)
    let bound = BoundText(text(section))
    return .element("section", [Attribute("class", "report-section")]) {
      if section.level == 1 {
        HTML.element("h2") { section.heading }
      } else {
        HTML.element("h3") { section.heading }
      }
      if isEditable {
        if !section.hint.isEmpty { HTML.element("p", [Attribute("class", "hint")]) { section.hint } }
        HTML.element(
          "textarea",
          [
            Attribute("id", id), Attribute("name", "\(sheet)/\(section.id)/text"), Attribute("rows", "6"),
            Attribute("data-limit", "\(section.limit ?? 20_000)"), Attribute("aria-label", section.heading),
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
    return .element("p", [Attribute("class", "inserts")]) {
      HTML.element("span", [Attribute("class", "muted")]) { "插入数据 " }
      for cell in cells {
        let value = loaded.calculation.text(at: cell)
        HTML.element(
          "button",
          [
            Attribute("type", "button"), Attribute("class", "chip"), Attribute("data-insert", "{{\(cell)}}"),
            Attribute("data-value", value), Attribute("data-for", id), Attribute("hidden", ""),
          ]
        ) {
          (loaded.calculation.definition(at: cell)?.caption ?? "") + " "
          HTML.element("b") { value.isEmpty ? "未填" : value }
        }
      }
    }
  }
}
