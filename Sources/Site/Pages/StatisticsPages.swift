import Audit
import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Rules
import Store

/// 统计: sums over filings, department by department and year by year, each figure leading down to its cells.
struct StatisticsPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/statistics") { request, context in try await dashboard(request, context) }
    router.get("/statistics/sums") { request, context in try await sums(request, context) }
    router.get("/statistics/item") { request, context in try await item(request, context) }
    router.get("/statistics/filings") { request, context in try await filings(request, context) }
    router.get("/statistics/files/:table/:format") { request, context in try await file(request, context) }
  }

  /// What is asked, narrowed to what the visitor may see. Throws `Forbidden`.
  private func query(_ request: Request, _ visitor: Visitor) throws -> (StatisticsQuery, ProgressScope) {
    guard let scope = ProgressScope(visitor.person) else { throw Forbidden("只有主管部门和财政绩效经办可以查看统计。") }
    let parameters = request.uri.queryParameters
    var query = StatisticsQuery { name in parameters[Substring(name)].map(String.init) }
    query.department = scope.department(asked: query.department)
    return (query, scope)
  }

  /// Trial runs and what was called off do not count.
  static let phases: [TaskPhase] = [.launched, .closed, .archived]

  private func tables(_ query: StatisticsQuery, in database: ReadTransaction) throws -> StatisticsTables {
    let tasks = try database.ask(Query<EvaluationTask>.tasks(in: Self.phases))
    let policies = try policies(of: tasks, in: database)
    return StatisticsTables(
      database: database, query: query, tasks: tasks,
      departments: try database.ask(.departments(inYear: query.year ?? tasks.first?.year ?? 0)),
      items: site.figureItems.all(of: policies), ruleTitles: Self.ruleTitles(policies),
      hasExcused: try database.first(.excusedFilings) != nil)
  }

  /// Each text once, by the ids of the policies, the newest of each first.
  private func policies(of tasks: [EvaluationTask], in database: ReadTransaction) throws -> [Policy] {
    var found: [String: Policy] = [:]
    for task in tasks {
      guard let set = try? site.policies.policies(of: task, in: database) else { continue }
      for policy in set.policies { found["\(policy.id) \(policy.hash)"] = policy }
    }
    return found.values.sorted { ($0.id, $1.version, $1.hash) < ($1.id, $0.version, $0.hash) }
  }

  private static let cards = Dictionary(
    AuditRule.all.map { ($0.card.id, $0.card.title) }, uniquingKeysWith: { first, _ in first })
  private static func ruleTitles(_ policies: [Policy]) -> [String: String] {
    cards.merging(policies.flatMap(\.localChecks).map { ($0.id, $0.title) }) { first, _ in first }
  }

  private func dashboard(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let (query, scope) = try query(request, visitor)
    let now = site.now()
    let view = try await site.engine.read { database -> DashboardView in
      let tables = try tables(query, in: database)
      let current = tables.tasks.filter { $0.year == tables.year }
      let shown: [StatisticsTables.Name] =
        tables.tasks.isEmpty ? [] : [.years, .parts, .threePublic, .grades, .lowest, .highest, .gaps, .findings]
      return DashboardView(
        frame: StatisticsFrame(tables: tables, scope: scope, due: try database.first(.dueExtractCount) ?? 0),
        progress: try current.map { task -> DashboardView.Progress? in
          let filter = FilingFilter(task: task.id, department: query.department)
          let late = try database.lateDays(in: task.id, at: now)
          let tally = try database.first(.tally(filter, late: late))
          let isOne = query.department != nil || scope.departments != nil
          return try tally.map {
            .init(task: task, tally: $0, departments: isOne ? [] : try database.ask(.tallies(filter, late: late)))
          }
        }.compactMap(\.self),
        tables: try shown.map { try tables.table($0) },
        sums: Route.statisticsSums.path + query.whole.with { $0.year = tables.year }.address())
    }
    return page("统计", visitor) { view.html }
  }

  private func sums(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let (query, scope) = try query(request, visitor)
    let (frame, table) = try await site.engine.read { database in
      let tables = try tables(query, in: database)
      return (StatisticsFrame(tables: tables, scope: scope, due: 0), try tables.table(.sums))
    }
    return page("汇总", visitor) {
      HTML.element("h1") { "汇总" }
      frame.filters(on: .statisticsSums)
      frame.explanation
      table.html
    }
  }

  private func item(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let (query, scope) = try query(request, visitor)
    let size = Paging.size
    let view = try await site.engine.read { database in
      let tables = try tables(query, in: database)
      guard let item = tables.item else { throw NotFound() }
      let years = try tables.table(.itemYears)
      let parts = try tables.table(.itemParts)
      var figures = try tables.filingsTable(limit: size, offset: (query.page - 1) * size)
      figures.file = try fileAddress(.filings, tables)
      let count = try database.ask(.sums(of: [item.id], in: tables.scope(of: tables.year))).reduce(0) { $0 + $1.count }
      return (
        frame: StatisticsFrame(tables: tables, scope: scope, due: 0), title: item.title,
        sections: [years, parts, figures], count: Int(count)
      )
    }
    return page(view.title, visitor) {
      view.frame.crumbs
      HTML.element("h1") { view.title }
      view.frame.filters(on: .statisticsItem)
      for section in view.sections { section.html }
      Paging(page: query.page, total: view.count) { query.address(page: $0) }.html
    }
  }

  /// What a count of the dashboard is made of.
  private func filings(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let (query, scope) = try query(request, visitor)
    guard query.grade != nil || !query.rule.isEmpty else { throw NotFound() }
    let size = Paging.size
    let view = try await site.engine.read { database in
      let tables = try tables(query, in: database)
      var table = try tables.filingsTable(limit: size, offset: (query.page - 1) * size)
      table.file = try fileAddress(.filings, tables)
      let scoped = tables.scope(of: tables.year)
      let count =
        if let grade = query.grade {
          try database.ask(.grades(in: scoped)).first { $0.grade == grade }?.filings ?? 0
        } else {
          try database.ask(.rules(in: scoped, limit: 1_000)).first {
            $0.rule == query.rule && $0.severity == query.severity
          }?.filings ?? 0
        }
      return (frame: StatisticsFrame(tables: tables, scope: scope, due: 0), table: table, count: Int(count))
    }
    return page("统计明细", visitor) {
      view.frame.crumbs
      HTML.element("h1") { "统计明细" }
      view.frame.filters(on: .statisticsFilings)
      view.table.html
      Paging(page: query.page, total: view.count) { query.address(page: $0) }.html
    }
  }

  private func fileAddress(_ name: StatisticsTables.Name, _ tables: StatisticsTables) throws -> (
    csv: String, xlsx: String
  ) {
    let address = tables.query.with { $0.year = tables.year }.address()
    return (
      Route.statisticsFile(name.rawValue, "csv").path + address,
      Route.statisticsFile(name.rawValue, "xlsx").path + address
    )
  }

  private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let (query, _) = try query(request, visitor)
    guard let name = context.parameters.get("table").flatMap(StatisticsTables.Name.init(rawValue:)),
      let format = context.parameters.get("format").flatMap(SpreadsheetFile.Format.init(rawValue:))
    else { throw NotFound() }
    let export = try await site.engine.read { try tables(query, in: $0).table(name).export }
    let type = format == .xlsx ? FileKind.xlsx.mediaType : "text/csv; charset=utf-8"
    let title = "\(export.title).\(format.rawValue)"
    try await site.noteExport(title, by: visitor, request, context)
    return .download(try export.file(as: format), name: title, type: type)
  }

  private func page(_ title: String, _ visitor: Visitor, @HTMLBuilder _ content: () -> HTML) -> Response {
    Shell(site: site, title: title, visitor: visitor, current: .statistics).page(content).response()
  }
}
