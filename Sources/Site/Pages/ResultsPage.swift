import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 结果 of a task: scores, grades and marks of all that was sent, and what looks too good.
struct ResultsPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/tasks/:task/results") { request, context in try await page(request, context) }
    router.get("/tasks/:task/results/:format") { request, context in try await file(request, context) }
    router.post("/tasks/:task/results/refresh") { request, context in try await refresh(request, context) }
  }

  private func page(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.finance)
    let id = try context.taskID()
    let query = Self.query(of: request)
    let shelf = site.policies
    let view = try await site.engine.read { database -> ResultsView in
      let task = try ProgressPage.task(id, for: visitor, in: database)
      let filter = query.filter(in: id)
      var whole = filter
      (whole.grade, whole.flag) = (nil, nil)
      let rows = try database.ask(
        .results(filter, by: query.order, limit: Paging.size, offset: (query.page - 1) * Paging.size))
      let flags = try database.ask(Query<StoredFlag>.flags(of: rows.map(\.id)))
      let policies = try? shelf.policies(of: task, in: database).policies
      return ResultsView(
        visitor: visitor, task: task, query: query, rows: rows, flags: Dictionary(grouping: flags, by: \.filing),
        total: Int(try database.first(.resultCount(filter)) ?? 0),
        counted: Int(try database.first(.resultCount(whole)) ?? 0),
        grades: Dictionary(
          try database.ask(Query<(String, Int64)>.gradeCounts(whole)).map { ($0.0, Int($0.1)) },
          uniquingKeysWith: { first, _ in first }),
        flagCounts: Dictionary(
          try database.ask(Query<(String, Int64)>.flagCounts(whole)).map { ($0.0, Int($0.1)) },
          uniquingKeysWith: { first, _ in first }),
        pending: Int(try database.first(.pendingResultCount(of: id)) ?? 0),
        departments: try database.ask(.departments(in: id)),
        policy: policies?.first { $0.object == .department } ?? policies?.first)
    }
    return Shell(site: site, title: "结果 · \(view.task.title)", visitor: visitor, current: .latestProgress).page {
      view.html
    }.response()
  }

  private static func query(of request: Request) -> ResultsQuery {
    let parameters = request.uri.queryParameters
    return ResultsQuery { name in parameters[Substring(name)].map(String.init) }
  }

  private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.finance)
    guard let format = context.parameters.get("format").flatMap(SpreadsheetFile.Format.init(rawValue:)) else {
      throw NotFound()
    }
    let id = try context.taskID()
    let task = try await site.engine.read { try ProgressPage.task(id, for: visitor, in: $0) }
    let query = Self.query(of: request)
    let file = try await ResultsFile(reader: site.engine).file(query.filter(in: id), by: query.order, as: format)
    let type = format == .xlsx ? FileKind.xlsx.mediaType : "text/csv; charset=utf-8"
    let name = "\(task.title)结果.\(format.rawValue)"
    try await site.noteExport(name, by: visitor, request, context)
    return .download(file, name: name, type: type)
  }

  /// Works out what waits, a bounded number at a time.
  private func refresh(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.finance)
    _ = try await request.form(for: visitor)
    let id = try context.taskID()
    _ = try await site.engine.read { try ProgressPage.task(id, for: visitor, in: $0) }
    _ = try await KeepResults(engine: site.engine, shelf: site.shelf)(pendingOf: id)
    return .see(Route.results(id).path)
  }
}
