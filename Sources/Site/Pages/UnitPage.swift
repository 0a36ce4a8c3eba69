import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// One unit: what it is called, its history, and the steps of its life.
struct UnitPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/units/:unit") { _, context in try await page(context, Fields()).response() }
    router.post("/admin/units/:unit") { request, context in try await act(request, context) }
  }

  private func code(_ context: SiteContext) throws -> UnitCode {
    guard let code = context.parameters.get("unit").flatMap({ UnitCode($0) }) else { throw NotFound() }
    return code
  }

  private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.system)
    let form = try await request.form(for: visitor)
    let code = try code(context)
    let step = form["step"]
    do {
      try await carryOut(step, on: code, form, by: visitor.person)
      return .see(Route.unit(code.description).path)
    } catch let invalid as Invalid {
      return try await page(context, Self.fields(form, invalid.problems)).response(status: .unprocessableContent)
    } catch let refused as Refused {
      let problems = refused.reasons.map { FieldProblem("step-\(step)", $0.message) }
      return try await page(context, Self.fields(form, problems)).response(status: .conflict)
    }
  }

  private func carryOut(_ step: String, on code: UnitCode, _ form: FormFields, by person: Person) async throws {
    let rename = RenameUnit(engine: site.engine)
    let close = CloseUnit(engine: site.engine)
    let now = site.now()
    let decision = UnitDecision(
      day: form["day-\(step)"], reason: form["reason-\(step)"], document: form["document-\(step)"])
    switch step {
    case "rename": try await rename(code, to: form["name-rename"], decision, by: person, at: now)
    case "correct":
      try await rename.correct(code, to: form["name-correct"], reason: form["reason-correct"], by: person, at: now)
    case "close": try await close(code, into: TaskFields.codes(form["into-close"]), decision, by: person, at: now)
    case "restore": try await close.takeBack(code, reason: form["reason-restore"], by: person, at: now)
    default: throw Invalid([FieldProblem("step-rename", "请选择要登记的变更。")])
    }
  }

  private static func fields(_ form: FormFields, _ problems: [FieldProblem]) -> Fields {
    let values = form.fields.filter { $0.name != "csrf" && $0.name != "step" }
    return Fields(
      values: Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last }), problems: problems)
  }

  private func page(_ context: SiteContext, _ fields: Fields) async throws -> HTML {
    let visitor = try context.requireDuty(.system)
    let code = try code(context)
    let today = CivilDay(inChinaAt: site.now())
    let found = try await site.engine.read { database -> UnitView? in
      guard let record = try database.first(.unitRecord(code)) else { return nil }
      let events = try database.ask(Query<UnitEvent>.events(of: code))
      let others = Set(events.flatMap(\.others).map(\.description))
      return UnitView(
        visitor: visitor, record: record, events: events,
        names: UnitNames(try database.ask(.units(withCodes: Array(others)))),
        holders: try database.ask(Query<(String, Post.Kind)>.holders(at: code, on: today)),
        obstacles: record.isOpen ? try database.obstacles(to: record) : [], fields: fields)
    }
    guard let view = found else { throw NotFound() }
    return Shell(site: site, title: view.record.unit.name, visitor: visitor, current: .units).page { view.html }
  }
}
