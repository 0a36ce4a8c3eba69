import Database
import Evaluation
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 进度: who of a task is where, and who is late.
struct ProgressPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/progress") { request, context in try await latest(request, context) }
    router.get("/tasks/:task/progress") { request, context in try await page(request, context) }
    router.get("/tasks/:task/progress.csv") { request, context in try await file(request, context) }
  }

  /// The task that was asked for, or the latest that is under way.
  private func latest(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    _ = try Self.scope(of: visitor)
    if let asked = request.uri.queryParameters["task"].flatMap({ Int64($0) }) {
      return .see(Route.progress(asked).path)
    }
    let tasks = try await site.engine.read { try $0.ask(.tasks(in: [.launched, .trial, .closed, .archived])) }
    guard let task = tasks.first(where: { $0.phase == .launched }) ?? tasks.first else {
      return Shell(site: site, title: "进度", visitor: visitor, current: .latestProgress).page {
        HTML.element("h1") { "进度" }
        FilingTable.empty("还没有下达的任务。", "任务下达后，在这里查看各单位的进度。")
      }.response()
    }
    return .see(Route.progress(task.id).path)
  }

  /// Whose progress the visitor may look at. Throws `Forbidden`.
  static func scope(of visitor: Visitor) throws -> ProgressScope {
    guard let scope = ProgressScope(visitor.person) else { throw Forbidden("只有主管部门和财政绩效经办可以查看进度。") }
    return scope
  }

  /// The question of a request, narrowed to what the visitor may see.
  static func query(_ visitor: Visitor, _ value: (String) -> String?) throws -> ProgressQuery {
    let scope = try scope(of: visitor)
    return ProgressQuery(value).with {
      $0.department = scope.department(asked: $0.department)
      $0.page = ProgressQuery(value).page
    }
  }

  /// A task that the visitor may follow. Throws `NotFound`.
  static func task(_ id: Int64, for visitor: Visitor, in database: ReadTransaction) throws -> EvaluationTask {
    guard let task = try database.first(.task(id)), task.phase.isShownToUnits || visitor.person.holds(.finance) else {
      throw NotFound()
    }
    return task
  }

  private func page(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let parameters = request.uri.queryParameters
    let query = try Self.query(visitor) { name in parameters[Substring(name)].map(String.init) }
    let (id, now) = (try context.taskID(), site.now())
    let view = try await site.engine.read { database -> ProgressView in
      let task = try Self.task(id, for: visitor, in: database)
      let late = try database.lateDays(in: id, at: now)
      let filter = query.filter(in: id, late: late)
      let whole = FilingFilter(task: id, department: query.department, text: query.text)
      guard let tally = try database.first(.tally(whole, late: late)) else { throw NotFound() }
      return ProgressView(
        visitor: visitor, task: task, query: query, tally: tally,
        total: Int(try database.first(.filingCount(filter)) ?? 0),
        records: try database.ask(
          .filings(anyOf: [filter], by: query.order, limit: Paging.size, offset: (query.page - 1) * Paging.size)),
        departments: try database.ask(.departments(in: id)), scope: try Self.scope(of: visitor),
        tasks: try database.ask(Query<EvaluationTask>.tasks(limit: 30, offset: 0)).filter {
          $0.phase.isShownToUnits || (visitor.person.holds(.finance) && $0.phase != .draft)
        },
        deadlines: DeadlineView(today: CivilDay(inChinaAt: now), calendar: try database.workingCalendar()))
    }
    return Shell(site: site, title: "进度 · \(view.task.title)", visitor: visitor, current: .latestProgress).page {
      view.html
    }.response()
  }

  /// What the filter lets through as CSV, read page by page.
  private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let parameters = request.uri.queryParameters
    let query = try Self.query(visitor) { name in parameters[Substring(name)].map(String.init) }
    let (id, now) = (try context.taskID(), site.now())
    let (task, late, calendar) = try await site.engine.read { database in
      (
        try Self.task(id, for: visitor, in: database), try database.lateDays(in: id, at: now),
        try database.workingCalendar()
      )
    }
    var file = ProgressFile(
      task: task, deadlines: DeadlineView(today: CivilDay(inChinaAt: now), calendar: calendar))
    let filter = query.filter(in: id, late: late)
    let size = 500
    for page in 0... {
      let records = try await site.engine.read {
        try $0.ask(Query<FilingRecord>.filings(anyOf: [filter], by: query.order, limit: size, offset: page * size))
      }
      for record in records { file.append(record) }
      if records.count < size { break }
    }
    let name = "\(task.title)进度.csv"
    try await site.noteExport(name, by: visitor, request, context)
    return .download(file.bytes, name: name, type: "text/csv; charset=utf-8")
  }
}
