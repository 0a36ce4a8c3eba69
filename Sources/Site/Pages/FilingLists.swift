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
    let units = visitor.person.posts.filter { $0.kind == .handler }.compactMap { $0.unit.flatMap { UnitCode($0) } }
    let records = try await site.engine.read { database in
      try units.flatMap { try database.ask(.filings(FilingFilter(unit: $0), limit: 200)) }
    }
    let refusals = try await refusals(toStart: records.filter { $0.stage == .notStarted }, visitor.person)
    let tasks = try await site.tasks()
    return Shell(site: site, title: "自评填报", visitor: visitor, current: .filings).page {
      HTML.element("h1") { "自评填报" }
      if records.isEmpty {
        FilingTable.empty("没有需要填报的任务。", "财政部门下达任务后，会出现在这里。")
      } else {
        FilingTable(records: records, tasks: tasks).html { record in
          if record.stage == .notStarted {
            HTML.element(
              "form",
              [Attribute("method", "post"), Attribute("action", Route.move(record.id, Move.start.rawValue).path)]
            ) {
              let reasons = refusals[record.id] ?? []
              Fields.token(visitor)
              HTML.element(
                "button", [Attribute("class", "primary small"), Attribute("disabled", when: !reasons.isEmpty)]
              ) { "填报" }
              for reason in reasons { HTML.element("p", [Attribute("class", "why-not")]) { reason.message } }
            }
          } else {
            link(record, record.stage == .drafting ? "继续填报" : "查看")
          }
        }
      }
    }.response()
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

  /// What waits for the reader's review, and what the reader reviews at all.
  private func reviews(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let records = try await site.engine.read { try Self.waiting(for: visitor.person, in: $0) }
    let tasks = try await site.tasks()
    return Shell(site: site, title: "自评复核", visitor: visitor, current: .reviews).page {
      HTML.element("h1") { "自评复核" }
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) { "待审核 \(records.count) 份" }
      if records.isEmpty {
        FilingTable.empty("没有等待您审核的自评。", "有单位送审后，会出现在这里。")
      } else {
        FilingTable(records: records, tasks: tasks).html { record in
          HTML.element("a", [Attribute("class", "button small"), Attribute("href", Route.filing(record.id).path)]) {
            "复核"
          }
        }
      }
    }.response()
  }

  /// Filings at a review that this person can carry out.
  static func waiting(for person: Person, in database: ReadTransaction) throws -> [FilingRecord] {
    var filters: [FilingFilter] = []
    for post in person.posts {
      switch (post.kind, post.unit.flatMap { UnitCode($0) }) {
      case (.finance, _): filters.append(FilingFilter(stages: [.financeReview]))
      case (.reviewer, let unit?): filters.append(FilingFilter(unit: unit, stages: [.unitReview]))
      default: break
      }
      if post.kind.isAtUnit, let unit = post.unit.flatMap({ UnitCode($0) }), unit.kind == .lead {
        filters.append(FilingFilter(department: unit.department, stages: [.departmentReview]))
      }
    }
    var seen: Set<Int64> = []
    return try filters.flatMap { try database.ask(.filings($0, limit: 500)) }.filter { seen.insert($0.id).inserted }
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
