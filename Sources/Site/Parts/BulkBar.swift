import Evaluation
import HTML
import Store

/// What is done with the ticked rows of a list, or with all that its filter lets through.
struct BulkBar {
  /// How many the filter lets through, on all pages.
  let total: Int
  let actions: [BulkAction]

  enum Place { case progress, reviews }

  static func actions(on place: Place, for person: Person) -> [BulkAction] {
    switch place {
    case .progress:
      person.holds(.finance) ? [.remind, .extend, .approve, .return, .pack] : [.remind, .approve, .return, .pack]
    case .reviews: [.approve, .return]
    }
  }

  var html: HTML {
    .element("div", [Attribute("class", "bulk-bar")]) {
      HTML.element("fieldset", [Attribute("class", "bulk-range")]) {
        HTML.element("legend", [Attribute("class", "visually-hidden")]) { "办理的范围" }
        choice("ticked", "勾选的单位", isChosen: true)
        choice("all", "筛选出的全部 \(total) 家", isChosen: false)
      }
      HTML.element("span", [Attribute("class", "muted"), Attribute("data-ticked", "")]) { HTML() }
      HTML.element("div", [Attribute("class", "actions")]) {
        for action in actions {
          HTML.element(
            "button", [Attribute("name", "action"), Attribute("value", action.rawValue)]
          ) { "批量" + action.title }
        }
      }
    }
  }

  private func choice(_ value: String, _ words: String, isChosen: Bool) -> HTML {
    .element("label", [Attribute("class", "choice")]) {
      HTML.void(
        "input",
        [
          Attribute("type", "radio"), Attribute("name", "range"), Attribute("value", value),
          Attribute("checked", when: isChosen),
        ])
      HTML.element("span") { words }
    }
  }

  static var tickAll: HTML {
    .void(
      "input",
      [
        Attribute("type", "checkbox"), Attribute("hidden", when: true), Attribute("data-tick-all", "filing"),
        Attribute("aria-label", "勾选本页全部"),
      ])
  }

  static func tick(_ record: FilingRecord) -> HTML { tick(record.id, record.unit) }

  static func tick(_ filing: Int64, _ unit: BudgetUnit) -> HTML {
    .element("td", [Attribute("class", "tick")]) {
      HTML.void(
        "input",
        [
          Attribute("type", "checkbox"), Attribute("name", "filing"), Attribute("value", "\(filing)"),
          Attribute("aria-label", "勾选 \(unit.name)"),
        ])
    }
  }
}
