import Evaluation
import Figures
import HTML
import Operations
import Store

/// The progress of one task: counts that filter, the list, and what can be done with many at once.
struct ProgressView {
  let visitor: Visitor
  let task: EvaluationTask
  let query: ProgressQuery
  /// Over the department and the words that were asked for, whatever the stage.
  let tally: FilingTally
  /// How many the list has in all.
  let total: Int
  let records: [FilingRecord]
  let departments: [Department]
  let scope: ProgressScope
  let tasks: [EvaluationTask]
  let deadlines: DeadlineView

  var html: HTML {
    HTML {
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h1") { "进度" }
          HTML.element("p", [Attribute("class", "sub")]) {
            HTML.element("span") { task.title }
            PhaseView.state(task.phase)
            HTML.element("span") { "截止 \(Moment.day(task.deadline))" }
          }
        }
        HTML.element("div", [Attribute("class", "actions")]) {
          HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.disclosures(task.id).path)]) {
            "公开台账"
          }
          if visitor.person.holds(.finance) {
            for (route, words) in [
              (Route.samples(task.id), "抽评"), (Route.results(task.id), "结果"), (Route.reminders(task.id), "提醒记录"),
            ] {
              HTML.element("a", [Attribute("class", "button"), Attribute("href", route.path)]) { words }
            }
          }
          HTML.element(
            "a", [Attribute("class", "button"), Attribute("href", Route.progressFile(task.id).path + query.address())]
          ) { "导出 CSV" }
        }
      }
      if tasks.count > 1 { taskChoice }
      tiles
      filters
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        Paging.range(query.page, records.count, of: total, measure: "家")
      }
      if records.isEmpty {
        FilingTable.empty("没有符合条件的单位。", "请调整筛选条件。")
      } else {
        list
      }
      Paging(page: query.page, total: total) { query.address(page: $0) }.html
    }
  }

  private var taskChoice: HTML {
    .element(
      "form",
      [Attribute("class", "filters"), Attribute("method", "get"), Attribute("action", Route.latestProgress.path)]
    ) {
      Fields(values: ["task": "\(task.id)"]).choice(
        "task", "任务", options: tasks.map { ("\($0.id)", "\($0.title)（\($0.phase.title)）") })
      HTML.element("button") { "查看" }
    }
  }

  // Counts

  private var tiles: HTML {
    .element("nav", [Attribute("class", "tiles"), Attribute("aria-label", "按进度筛选")]) {
      tile("应报", tally.expected, nil, nil)
      for stage in Stage.allCases { tile(stage.title, tally.stages[stage] ?? 0, stage, nil) }
      tile("未送审", tally.missing, nil, .missing)
      tile("被退回", tally.returned, nil, .returned)
      tile("逾期", tally.late, nil, .late)
      if tally.waiverDeclared > 0 { tile(ProgressQuery.Mark.declared.words, tally.waiverDeclared, nil, .declared) }
      if tally.waived > 0 { tile("不适用", tally.waived, nil, .waived) }
      HTML.element("div", [Attribute("class", "tile")]) {
        HTML.element("span", [Attribute("class", "tile-figure")]) { SumWords.onTimeRate(of: tally) }
        "按时送审率（\(tally.sentInTime)/\(tally.expected)）"
      }
    }
  }

  private func tile(_ words: String, _ count: Int, _ stage: Stage?, _ mark: ProgressQuery.Mark?) -> HTML {
    let chosen = query.stage == stage && query.mark == mark
    let address = query.with {
      $0.stage = stage
      $0.mark = mark
    }.address()
    return .element(
      "a",
      [
        Attribute("class", "tile"), Attribute("href", address), Attribute("aria-current", chosen ? "true" : nil),
      ]
    ) {
      HTML.element("span", [Attribute("class", "tile-figure")]) { "\(count)" }
      words
    }
  }

  private var filters: HTML {
    let fields = Fields(values: ["q": query.text, "department": query.department ?? ""])
    let offered = departments.filter { scope.departments?.contains($0.code) ?? true }
    return .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      fields.text("q", "单位名称或编码")
      fields.choice(
        "department", "部门",
        options: (scope.departments == nil ? [("", "全部")] : [])
          + offered.map { ($0.code, $0.name.isEmpty ? $0.code : "\($0.code) \($0.name)") })
      for (name, value) in query.fields where !["q", "department"].contains(name) { Fields.hidden(name, value) }
      HTML.element("button") { "筛选" }
      HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.progress(task.id).path)]) { "清除" }
    }
  }

  // The list

  /// What is closed can still be taken away.
  private var actions: [BulkAction] {
    task.phase.takesFilings ? BulkBar.actions(on: .progress, for: visitor.person) : [.pack]
  }

  private var list: HTML {
    .element("form", [Attribute("method", "post"), Attribute("action", Route.bulk(task.id).path)]) {
      Fields.token(visitor)
      for (name, value) in query.fields { Fields.hidden(name, value) }
      table
      BulkBar(total: total, actions: actions).html
    }
  }

  private var table: HTML {
    let columns: [ListTable.Column] =
      [
        .init(words: "", content: BulkBar.tickAll),
        column("单位", .unit), column("状态", .stage), .init(words: "由谁办理"), column("自", .since),
        column("截止", .deadline), column("须改正", .errors, isNumber: true),
        column("须说明", .unexplained, isNumber: true), column("最后修改", .updated),
      ]
    return ListTable(caption: "各单位进度", columns: columns).html { for record in records { row(record) } }
  }

  private func column(_ words: String, _ column: FilingOrder.Column, isNumber: Bool = false) -> ListTable.Column {
    let isCurrent = query.order.column == column
    let isUp = isCurrent && !query.order.isDescending
    let address = query.with { $0.order = FilingOrder(column, isDescending: isUp) }.address()
    return .init(
      words: words, isNumber: isNumber, sort: (address, isCurrent ? (isUp ? "ascending" : "descending") : nil))
  }

  private func row(_ record: FilingRecord) -> HTML {
    let isStarted = record.stage != .notStarted
    return .element("tr") {
      BulkBar.tick(record)
      HTML.element("th", [Attribute("scope", "row")]) {
        HTML.element("a", [Attribute("href", Route.filing(record.id).path)]) { record.unit.name }
        HTML.element("span", [Attribute("class", "sub")]) { record.unit.code.description }
      }
      ListTable.cell("状态") { StageView.state(record) }
      ListTable.cell("由谁办理") { Self.actor(record) }
      ListTable.cell("自") { record.standing.since > 0 ? Moment(record.standing.since).short : "—" }
      ListTable.cell("截止") { HTML.element("span") { deadlines.cell(record, in: task) } }
      ListTable.cell("须改正", isNumber: true) { isStarted ? "\(record.errors)" : "—" }
      ListTable.cell("须说明", isNumber: true) { isStarted ? "\(record.unexplained)" : "—" }
      ListTable.cell("最后修改") { isStarted ? Moment(record.updatedAt).short : "—" }
    }
  }

  /// Who has to do something next.
  static func actor(_ record: FilingRecord) -> String {
    if record.standing.waiver == .accepted { return "—" }
    switch record.stage {
    case .notStarted, .drafting: return Role.handler.title
    case .unitReview: return Role.reviewer.title
    case .departmentReview: return "主管部门"
    case .financeReview: return Role.finance.title
    case .done: return "—"
    }
  }
}
