import Evaluation
import HTML
import Operations
import Store

/// A stage as a word with its dot.
enum StageView {
  static func state(_ stage: Stage) -> HTML {
    .element("span", [Attribute("class", "state \(stage.rawValue)")]) { stage.title }
  }

  /// Where a filing stands: also that it came back, was opened again, or that the unit need not file.
  static func state(_ record: FilingRecord) -> HTML {
    HTML {
      HTML.element("span", [Attribute("class", "state \(tone(record))")]) { record.stateTitle }
      if record.stage != .done, record.standing.reopenedVersion != nil {
        " "
        HTML.element("span", [Attribute("class", "tag")]) { "办结后重新打开" }
      }
      if record.standing.waiver == .declared {
        " "
        HTML.element("a", [Attribute("class", "tag"), Attribute("href", Route.waiver(record.id).path)]) {
          record.standing.waiver.title
        }
      }
    }
  }

  private static func tone(_ record: FilingRecord) -> String {
    if record.standing.waiver == .accepted { return Stage.done.rawValue }
    return record.isBack ? "returned" : record.stage.rawValue
  }
}
