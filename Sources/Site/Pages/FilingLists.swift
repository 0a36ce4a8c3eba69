import Database
import Evaluation
import Foundation
import HTML
import Hummingbird
import Operations
import Store

/// 自评填报 and 自评复核: the lists of what waits to be filled in or reviewed.
struct FilingLists {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings") { request, context in try await filings(request, context) }
    router.get("/reviews") { request, context in try await reviews(request, context) }
  }

  /// The own units' filings, to be filled in.
  private func filings(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let page = Self.page(of: request)
    let shown = TaskPhase.allCases.filter(\.isShownToUnits)
    let filters = visitor.person.posts.filter { $0.kind == .handler }.compactMap { $0.unit.flatMap { UnitCode($0) } }
      .map { FilingFilter(unit: $0, phases: shown) }
    let (records, total, notices) = try await site.engine.read { database in
      (
        try database.ask(
          Query<FilingRecord>.filings(
            anyOf: filters, by: FilingOrder(.task), limit: Paging.size, offset: (page - 1) * Paging.size)),
        Int(try database.first(.filingCount(anyOf: filters)) ?? 0), Set(try database.ask(.tasksWithNotice))
      )
    }
    let refusals = try await refusals(toStart: records.filter { $0.stage == .notStarted }, visitor.person)
    let tasks = try await site.tasks()
    let deadlines = try await site.deadlines()
    return Shell(site: site, title: "自评填报", visitor: visitor, current: .filings).page {
      HTML.element("h1") { "自评填报" }
      if records.isEmpty {
        FilingTable.empty("没有需要填报的任务。", "财政部门下达任务后，会出现在这里。")
      } else {
        FilingTable(records: records, tasks: tasks, deadlines: deadlines).html { record in
          if notices.contains(record.task) {
            HTML.element("a", [Attribute("href", Route.notice(record.task).path)]) { "通知文件" }
          }
          if record.standing.waiver == .accepted {
            link(record, "查看")
          } else if record.stage == .notStarted {
            start(record, refusals[record.id] ?? [], visitor)
            waiver(record, in: tasks[record.task])
          } else {
            link(record, record.stage == .drafting ? "继续填报" : "查看")
          }
        }
        Paging(page: page, total: total) { "?page=\($0)" }.html
      }
    }.response()
  }

  /// The way to declare that the task does not apply, or to see what became of it.
  private func waiver(_ record: FilingRecord, in task: EvaluationTask?) -> HTML {
    guard let task, record.mayBeWaived(in: task) || record.standing.waiver != .none else { return HTML() }
    return .element("a", [Attribute("href", Route.waiver(record.id).path)]) { "申报不适用" }
  }

  private func start(_ record: FilingRecord, _ reasons: [Refusal], _ visitor: Visitor) -> HTML {
    .element(
      "form", [Attribute("method", "post"), Attribute("action", Route.move(record.id, Move.start.rawValue).path)]
    ) {
      Fields.token(visitor)
      HTML.element("button", [Attribute("class", "primary small"), Attribute("disabled", when: !reasons.isEmpty)]) {
        "填报"
      }
      for reason in reasons { HTML.element("p", [Attribute("class", "why-not")]) { reason.message } }
    }
  }

  private static func page(of request: Request) -> Int {
    request.pageNumber
  }

  /// Why filings cannot be begun yet, by their ids.
  private func refusals(toStart records: [FilingRecord], _ person: Person) async throws -> [Int64: [Refusal]] {
    var refusals: [Int64: [Refusal]] = [:]
    for record in records {
      let loaded = try await site.shelf.filing(record.id)
      let state = try await site.engine.read { try $0.workflowState(of: loaded, for: person) }
      refusals[record.id] = Move.start.refusals(in: state)
    }
    return refusals
  }

  /// What waits for the reader's review.
  private func reviews(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let page = Self.page(of: request)
    let filters = WorkList.toReview(visitor.person)
    let (records, total) = try await site.engine.read { database in
      (
        try database.ask(
          Query<FilingRecord>.filings(
            anyOf: filters, by: FilingOrder(.task), limit: Paging.size, offset: (page - 1) * Paging.size)),
        Int(try database.first(.filingCount(anyOf: filters)) ?? 0)
      )
    }
    let tasks = try await site.tasks()
    let deadlines = try await site.deadlines()
    return Shell(site: site, title: "自评复核", visitor: visitor, current: .reviews).page {
      HTML.element("h1") { "自评复核" }
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) { "待审核 \(total) 份" }
      if records.isEmpty {
        FilingTable.empty("没有等待您审核的自评。", "有单位送审后，会出现在这里。")
      } else {
        HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.reviewsBulk.path)]) {
          Fields.token(visitor)
          FilingTable(records: records, tasks: tasks, deadlines: deadlines, canTick: true).html { record in
            HTML.element("a", [Attribute("class", "button small"), Attribute("href", Route.filing(record.id).path)]) {
              "复核"
            }
          }
          BulkBar(total: total, actions: BulkBar.actions(on: .reviews, for: visitor.person)).html
        }
        Paging(page: page, total: total) { "?page=\($0)" }.html
      }
    }.response()
  }

  private func link(_ record: FilingRecord, _ words: String) -> HTML {
    .element("a", [Attribute("class", "button small"), Attribute("href", Route.filing(record.id).path)]) { words }
  }
}

extension Site {
  func tasks() async throws -> [Int64: EvaluationTask] {
    let tasks = try await engine.read { try $0.ask(Query<EvaluationTask>.tasks) }
    return Dictionary(tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
