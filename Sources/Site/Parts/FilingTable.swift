import Evaluation
import HTML
import Store

/// Filings in a list: unit, task, deadline, stage, score and what must be put right.
struct FilingTable {
  let records: [FilingRecord]
  let tasks: [Int64: EvaluationTask]
  let deadlines: DeadlineView
  /// What the list was asked for, where its headings sort it.
  var query: FilingQuery?
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
      column("单位", .unit), column("任务", .task), column("截止", .deadline), column("状态", .stage),
      column("得分", .score, isNumber: true), column("须改正", .errors, isNumber: true),
      .init(words: "操作", isHidden: true),
    ]
  }

  private func column(_ words: String, _ column: FilingOrder.Column, isNumber: Bool = false) -> ListTable.Column {
    .init(words: words, isNumber: isNumber, sort: query?.sort(column))
  }

  static func empty(_ what: String, _ next: String) -> HTML {
    .element("div", [Attribute("class", "empty")]) {
      HTML.element("p") { HTML.element("strong") { what } }
      HTML.element("p") { next }
    }
  }
}
