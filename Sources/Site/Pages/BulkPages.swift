import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// Many filings at once: chosen on a list, confirmed on a page, told one by one.
struct BulkPages {
  let site: Site

  private var bulk: CarryOutBulk { CarryOutBulk(engine: site.engine, policies: site.policies) }

  func add(to router: Router<SiteContext>) {
    router.post("/tasks/:task/bulk") { request, context in try await chooseFromProgress(request, context) }
    router.post("/reviews/bulk") { request, context in try await chooseFromReviews(request, context) }
    router.get("/bulk/:run") { request, context in
      let view = try await view(request, context, Fields())
      var response = page(view).response()
      // Without scripts too: the page looks again while there is something to wait for.
      if view.isUnderWay, let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "3" }
      return response
    }
    router.post("/bulk/:run") { request, context in try await carryOut(request, context) }
    router.get("/bulk/:run/package/:part") { request, context in
      try await package(request, context)
    }
  }

  private func chooseFromProgress(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let form = try await request.form(for: visitor)
    let (id, now) = (try context.taskID(), site.now())
    let query = try ProgressPage.query(visitor) { form[$0] }
    let isReading = BulkAction(rawValue: form["action"])?.isInBackground == true
    let filter = try await site.engine.read { database in
      let task = try ProgressPage.task(id, for: visitor, in: database)
      if task.isClosed && !isReading { throw Refused([.taskClosed]) }
      var filter = query.filter(in: id, late: try database.lateDays(in: id, at: now))
      if form["range"] != "all" {
        // The ticked ones whatever else was filtered, but never beyond what the person may see.
        filter = FilingFilter(task: id, department: query.department, ids: Self.ticked(form))
      }
      return filter
    }
    return try await choose(form, [filter], task: id, .progress, visitor)
  }

  private func chooseFromReviews(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let form = try await request.form(for: visitor)
    var filters = WorkList.toReview(visitor.person)
    if form["range"] != "all" {
      let ticked = Self.ticked(form)
      for index in filters.indices { filters[index].ids = ticked }
    }
    return try await choose(form, filters, task: nil, .reviews, visitor)
  }

  private func choose(
    _ form: FormFields, _ filters: [FilingFilter], task: Int64?, _ place: BulkBar.Place, _ visitor: Visitor
  ) async throws -> Response {
    guard let action = BulkAction(rawValue: form["action"]) else { throw Malformed() }
    guard BulkBar.actions(on: place, for: visitor.person).contains(action) else {
      throw Forbidden("您不能批量\(action.title)。")
    }
    let token = try await bulk.choose(action, anyOf: filters, task: task, by: visitor.person, at: site.now())
    return .see(Route.bulkRun(token).path)
  }

  private static func ticked(_ form: FormFields) -> [Int64] { form.all("filing").prefix(500).compactMap { Int64($0) } }

  private func carryOut(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let form = try await request.form(for: visitor)
    let token = context.parameters.get("run") ?? ""
    do {
      try await bulk(token, day: form["day"], reason: form["reason"], by: visitor.person, at: site.now())
      return .see(Route.bulkRun(token).path)
    } catch let invalid as Invalid {
      let fields = Fields(
        values: ["day": form["day"], "reason": form["reason"]], problems: invalid.problems)
      return page(try await view(request, context, fields)).response(status: .unprocessableContent)
    }
  }

  /// A .zip file of what was packed.
  private func package(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let run = try await bulk.run(context.parameters.get("run") ?? "", of: visitor.person)
    let packed = try await site.engine.read { try PackedRun(run, in: $0) }
    guard let number = context.parameters.get("part", as: Int.self), number >= 1, number <= packed.parts.count
    else {
      throw NotFound()
    }
    let (part, engine) = (packed.parts[number - 1], site.engine)
    let name = packed.parts.count == 1 ? "自评材料.zip" : "自评材料 \(number).zip"
    try await site.noteExport(name, by: visitor, request, context)
    var response = Response.download([], name: name, type: "application/zip")
    response.body = ResponseBody { writer in
      try await packed.send(part, from: engine) { piece in try await writer.write(ByteBuffer(bytes: piece)) }
      try await writer.finish(nil)
    }
    return response
  }

  private func page(_ view: BulkView) -> HTML {
    Shell(site: site, title: view.title, visitor: view.visitor, current: view.back).page { view.html }
  }

  private func view(_ request: Request, _ context: SiteContext, _ fields: Fields) async throws -> BulkView {
    let visitor = try context.requireVisitor()
    let run = try await bulk.run(context.parameters.get("run") ?? "", of: visitor.person)
    let page = request.pageNumber
    let (items, counts, packed) = try await site.engine.read { database in
      (
        try database.ask(.items(of: run.id, limit: Paging.size, offset: (page - 1) * Paging.size)),
        Dictionary(try database.ask(.outcomes(of: run.id)), uniquingKeysWith: +),
        run.action == .pack ? try PackedRun(run, in: database) : nil
      )
    }
    return BulkView(
      run: run, items: items, counts: counts, packed: packed, page: page, visitor: visitor, fields: fields)
  }
}
