import Evaluation
import HTML
import Store

/// Filings in a list: unit, task, deadline, stage, score and what must be put right.
struct FilingTable {
  let records: [FilingRecord]
  let tasks: [Int64: EvaluationTask]

  func html(@HTMLBuilder _ actions: (FilingRecord) -> HTML) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "list-scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "自评列表"),
      ]
    ) {
      HTML.element("table", [Attribute("class", "list")]) {
        HTML.element("thead") {
          HTML.element("tr") {
            for caption in ["单位", "任务", "截止", "状态"] { HTML.element("th", [Attribute("scope", "col")]) { caption } }
            HTML.element("th", [Attribute("scope", "col"), Attribute("class", "num")]) { "得分" }
            HTML.element("th", [Attribute("scope", "col"), Attribute("class", "num")]) { "须改正" }
            HTML.element("th", [Attribute("scope", "col")]) {
              HTML.element("span", [Attribute("class", "visually-hidden")]) { "操作" }
            }
          }
        }
        HTML.element("tbody") {
          for record in records {
            HTML.element("tr") {
              HTML.element("th", [Attribute("scope", "row")]) {
                HTML.element("a", [Attribute("href", Route.filing(record.id).path)]) { record.unit.name }
                HTML.element("span", [Attribute("class", "sub")]) { record.unit.code.description }
              }
              HTML.element("td", [Attribute("data-label", "任务")]) { tasks[record.task]?.title ?? "" }
              HTML.element("td", [Attribute("data-label", "截止")]) {
                tasks[record.task].map { Moment.day($0.deadline) } ?? ""
              }
              HTML.element("td", [Attribute("data-label", "状态")]) { StageView.state(record.stage) }
              HTML.element("td", [Attribute("class", "num"), Attribute("data-label", "得分")]) {
                record.score.isEmpty ? "—" : record.score
              }
              HTML.element("td", [Attribute("class", "num"), Attribute("data-label", "须改正")]) {
                record.stage == .notStarted ? "—" : "\(record.errors)"
              }
              HTML.element("td", [Attribute("class", "row-actions")]) { actions(record) }
            }
          }
        }
      }
    }
  }

  static func empty(_ what: String, _ next: String) -> HTML {
    .element("div", [Attribute("class", "empty")]) {
      HTML.element("p") { HTML.element("strong") { what } }
      HTML.element("p") { next }
    }
  }
}
