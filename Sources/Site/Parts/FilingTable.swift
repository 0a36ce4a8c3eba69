import Evaluation
import HTML
import Store

/// Filings in a list: unit, task, deadline, stage, score and what must be put right.
struct FilingTable {
  let records: [FilingRecord]
  let tasks: [Int64: EvaluationTask]
  let deadlines: DeadlineView
  /// The rows can be ticked.
  var canTick = false

  func html(@HTMLBuilder _ actions: (FilingRecord) -> HTML) -> HTML {
    ListTable(caption: "自评列表", columns: columns).html {
      for record in records {
        HTML.element("tr") {
          if canTick { BulkBar.tick(record) }
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("a", [Attribute("href", Route.filing(record.id).path)]) { record.unit.name }
            HTML.element("span", [Attribute("class", "sub")]) { record.unit.code.description }
          }
          ListTable.cell("任务") {
            HTML.element("span") {
              tasks[record.task]?.title ?? ""
              if tasks[record.task]?.phase == .trial {
                " "
                HTML.element("span", [Attribute("class", "tag")]) { "试运行" }
              }
            }
          }
          ListTable.cell("截止") { HTML.element("span") { deadlines.cell(record, in: tasks[record.task]) } }
          ListTable.cell("状态") { HTML.element("span") { StageView.state(record) } }
          ListTable.cell("得分", isNumber: true) { record.score.isEmpty ? "—" : record.score }
          ListTable.cell("须改正", isNumber: true) { record.stage == .notStarted ? "—" : "\(record.errors)" }
          HTML.element("td", [Attribute("class", "row-actions")]) { actions(record) }
        }
      }
    }
  }

  private var columns: [ListTable.Column] {
    let tick: [ListTable.Column] = canTick ? [.init(words: "", content: BulkBar.tickAll)] : []
    return tick + [
      .init(words: "单位"), .init(words: "任务"), .init(words: "截止"), .init(words: "状态"),
      .init(words: "得分", isNumber: true), .init(words: "须改正", isNumber: true), .init(words: "操作", isHidden: true),
    ]
  }

  static func empty(_ what: String, _ next: String) -> HTML {
    .element("div", [Attribute("class", "empty")]) {
      HTML.element("p") { HTML.element("strong") { what } }
      HTML.element("p") { next }
    }
  }
}
