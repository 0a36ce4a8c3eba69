import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// One task: what it is, where it stands, what can be done with it, and its history.
struct TaskPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/tasks/:task") { request, context in
      try await page(request, context, Fields(), nil).response()
    }
    router.post("/admin/tasks/:task") { request, context in try await edit(request, context) }
    router.post("/admin/tasks/:task/moves/:move") { request, context in try await move(request, context) }
    router.post("/admin/tasks/:task/units") { request, context in try await addUnits(request, context) }
    router.post("/admin/tasks/:task/copy") { request, context in
      let visitor = try context.requireTaskRunner()
      _ = try await request.form(for: visitor)
      let copy = try await CopyTask(engine: site.engine, policies: site.policies)(
        try context.taskID(), by: visitor.person, at: site.now())
      return Response.see(Route.task(copy).path)
    }
  }

  private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireTaskRunner()
    let form = try await request.form(for: visitor)
    let id = try context.taskID()
    do {
      try await EditTask(engine: site.engine, policies: site.policies)(
        TaskFields.entry(form), of: id, by: visitor.person, at: site.now())
      return .see(Route.task(id).path)
    } catch let invalid as Invalid {
      let fields = TaskFields(form, problems: invalid.problems)
      return try await page(request, context, Fields(), fields).response(status: .unprocessableContent)
    }
  }

  private func move(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireTaskRunner()
    let form = try await request.form(for: visitor)
    let id = try context.taskID()
    guard let move = context.parameters.get("move").flatMap(TaskMove.init(rawValue:)) else { throw NotFound() }
    do {
      try await MoveTask(engine: site.engine)(
        move, on: id, reason: form["reason"], units: TaskFields.codes(form["trialUnits"]), by: visitor.person,
        at: site.now())
      return .see(Route.task(id).path)
    } catch let refused as Refused where refused.reasons == [.taskReasonMissing] {
      let fields = Fields(problems: [FieldProblem("reason-\(move.rawValue)", Refusal.taskReasonMissing.message)])
      return try await page(request, context, fields, nil).response(status: .unprocessableContent)
    } catch let invalid as Invalid {
      let problems = invalid.problems.map {
        FieldProblem($0.field == "reason" ? "reason-\(move.rawValue)" : $0.field, $0.message)
      }
      let values = ["trialUnits": form["trialUnits"], "reason-\(move.rawValue)": form["reason"]]
      return try await page(request, context, Fields(values: values, problems: problems), nil)
        .response(status: .unprocessableContent)
    }
  }

  private func addUnits(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireTaskRunner()
    let form = try await request.form(for: visitor)
    let id = try context.taskID()
    do {
      _ = try await AddTaskUnits(engine: site.engine)(
        TaskFields.codes(form["addedUnits"]), to: id, by: visitor.person, at: site.now())
      return .see(Route.task(id).path)
    } catch let invalid as Invalid {
      let fields = Fields(values: ["addedUnits": form["addedUnits"]], problems: invalid.problems)
      return try await page(request, context, fields, nil).response(status: .unprocessableContent)
    }
  }

  /// With what is wrong about a field.
  func page(_ context: SiteContext, _ fields: Fields) async throws -> HTML {
    try await page(number: 1, context, fields, nil)
  }

  private func page(
    _ request: Request, _ context: SiteContext, _ fields: Fields, _ draft: TaskFields?
  ) async throws -> HTML {
    try await page(number: request.pageNumber, context, fields, draft)
  }

  /// - Parameter draft: what was typed for a draft and not taken.
  private func page(
    number page: Int, _ context: SiteContext, _ fields: Fields, _ draft: TaskFields?
  ) async throws -> HTML {
    let visitor = try context.requireTaskRunner()
    let id = try context.taskID()
    let (now, site) = (site.now(), site)
    let found = try await site.engine.read { database -> TaskView? in
      guard let task = try database.first(.task(id)) else { return nil }
      let late = try database.lateDays(in: id, at: now)
      return TaskView(
        visitor: visitor, task: task, policies: try? site.policies.policies(of: task, in: database),
        offered: task.phase == .draft ? try site.policies.newest(in: database) : [],
        notice: try database.first(.notice(of: id)),
        tally: try database.first(.tally(FilingFilter(task: id), late: late)),
        events: try database.ask(.events(of: id, limit: Paging.size, offset: (page - 1) * Paging.size)),
        eventCount: Int(try database.first(.eventCount(of: id)) ?? 0), page: page, fields: fields, draft: draft,
        isPastDeadline: task.deadline < CivilDay(inChinaAt: now).description)
    }
    guard let view = found else { throw NotFound() }
    return Shell(site: site, title: view.task.title, visitor: visitor, current: .tasks).page { view.html }
  }
}
