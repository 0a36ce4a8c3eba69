import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 公开台账: who of a task must make the self-evaluation public by when, and who has.
struct DisclosuresPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/tasks/:task/disclosures") { request, context in
      try await page(request, context, Fields()).response()
    }
    router.get("/tasks/:task/disclosures.csv") { request, context in try await file(request, context) }
    router.post("/tasks/:task/disclosures") { request, context in try await setDay(request, context) }
  }

  private func setDay(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let (form, id) = (try await request.form(for: visitor), try context.taskID())
    do {
      try await RegisterDisclosure(engine: site.engine).setDay(
        form["publicBy"], of: id, by: visitor.person, at: site.now())
      return .see(Route.disclosures(id).path)
    } catch let invalid as Invalid {
      let fields = Fields(values: ["publicBy": form["publicBy"]], problems: invalid.problems)
      return try await page(request, context, fields).response(status: .unprocessableContent)
    }
  }

  private func page(_ request: Request, _ context: SiteContext, _ fields: Fields) async throws -> HTML {
    let visitor = try context.requireVisitor()
    let query = try Self.query(request, visitor)
    let (id, today) = (try context.taskID(), CivilDay(inChinaAt: site.now()))
    let view = try await site.engine.read { database -> DisclosuresView in
      let task = try ProgressPage.task(id, for: visitor, in: database)
      let filter = query.filter(in: id)
      let counts = try database.first(.disclosureCounts(filter)) ?? [:]
      return DisclosuresView(
        visitor: visitor, task: task, query: query, counts: counts,
        lines: try database.ask(
          .disclosures(filter, limit: Paging.size, offset: (query.page - 1) * Paging.size)),
        departments: try database.ask(.departments(in: id)), scope: try ProgressPage.scope(of: visitor), today: today,
        fields: fields)
    }
    return Shell(site: site, title: "公开台账 · \(view.task.title)", visitor: visitor, current: .latestProgress).page {
      view.html
    }
  }

  /// What was asked for, narrowed to what the visitor may see. Throws `Forbidden`.
  private static func query(_ request: Request, _ visitor: Visitor) throws -> DisclosureQuery {
    let scope = try ProgressPage.scope(of: visitor)
    let parameters = request.uri.queryParameters
    var query = DisclosureQuery { name in parameters[Substring(name)].map(String.init) }
    query.department = scope.department(asked: query.department)
    return query
  }

  /// What the filter lets through as CSV, read page by page.
  private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let query = try Self.query(request, visitor)
    let (id, today) = (try context.taskID(), CivilDay(inChinaAt: site.now()))
    let task = try await site.engine.read { try ProgressPage.task(id, for: visitor, in: $0) }
    var text = CSVText.mark + CSVText.line(["单位编码", "单位", "情况", "公开日期", "网址或理由", "逾期天数", "公开稿 SHA-256", "说明"])
    let (filter, size) = (query.filter(in: id), 500)
    for page in 0... {
      let lines = try await site.engine.read {
        try $0.ask(.disclosures(filter, limit: size, offset: page * size))
      }
      for line in lines {
        let told = line.registration
        text += CSVText.line([
          line.unit.code.description, line.unit.name, line.state.title, line.day ?? "",
          line.number != nil ? Route.publishedFiling(line.filing).path : told.address + told.exemptReason,
          line.daysLate(in: task, today: today).map { "\($0)" } ?? "", line.wordDigest,
          line.isOutdated ? Disclosure.outdated : "",
        ])
      }
      if lines.count < size { break }
    }
    let name = "\(task.title)公开台账.csv"
    try await site.noteExport(name, by: visitor, request, context)
    return .download(Array(text.utf8), name: name, type: "text/csv; charset=utf-8")
  }
}
