import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// One sheet of a filing: a form to fill in or to read, or a report in its sections.
struct SheetPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing") { _, context in
      let (loaded, _) = try await site.filing(context)
      let first = loaded.filing.sheets.first?.id
      return Response.see(
        first.map { Route.sheet(loaded.record.id, $0).path } ?? Route.check(loaded.record.id).path)
    }
    router.get("/filings/:filing/sheets/:sheet") { _, context in try await show(context) }
    router.post("/filings/:filing/sheets/:sheet") { request, context in try await act(request, context) }
    router.post("/filings/:filing/cells") { request, context in try await SaveCells(site: site).answer(request, context)
    }
    router.get("/filings/:filing/findings") { _, context in try await FilingFindings.answer(site, context) }
    router.get("/filings/:filing/sheets/:sheet/indicator-names") { _, context in
      try await IndicatorNames(site: site).answer(context)
    }
    router.get("/filings/:filing/projects") { _, context in try await projects(context) }
    router.post("/filings/:filing/projects") { request, context in try await addProject(request, context) }
  }

  private func show(_ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let sheet = try context.parameters.require("sheet")
    try await OpenFiling(engine: site.engine)(loaded, by: visitor.person)
    let before = try await ReviewChanges.cells(of: loaded, for: visitor.person, in: site.engine)
    var view = SheetView(site: site, loaded: loaded, visitor: visitor, sheet: sheet, before: before)
    if before.isEmpty, let layout = loaded.calculation.layout(of: sheet) {
      view.laidOut = try await site.tables(of: loaded, sheet, isEditable: view.canEdit) {
        view.changed = try await lastChanges(loaded)
        return view.table(of: layout).laidOut
      }
    } else {
      view.changed = try await lastChanges(loaded)
    }
    view.notes = try await site.engine.read { try $0.ask(.notes(of: loaded.record.id)) }.filter {
      $0.answers == nil && $0.settledAt == nil && $0.place?.sheet == sheet
    }
    if view.canEdit, loaded.record.standing.isReturned {
      view.returned = ReturnNotice(try await site.engine.read { try $0.ask(.moves(of: loaded.record.id)) }, of: loaded)
    }
    if view.canEdit { view.lastYear = try await LastYearsReport(of: sheet, in: loaded, site) }
    guard let page = view.page else { throw NotFound() }
    return page.response()
  }

  /// Who changed each cell last and when, in words.
  private func lastChanges(_ loaded: LoadedFiling) async throws -> [String: String] {
    try await site.lastChanges(of: loaded.record).mapValues { "\($0.name) \(Moment($0.at).short)" }
  }

  /// The form sent without scripts, or one of its buttons.
  private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.form(for: visitor)
    let sheet = try context.parameters.require("sheet")
    guard loaded.filing.sheet(sheet) != nil else { throw NotFound() }
    let edits = try await PostedSheet(form, sheet: sheet, loaded: loaded, reader: site.engine).edits
    let edit = EditFiling(engine: site.engine, shelf: site.shelf)
    let outcome = try await edit(edits, in: loaded.record.id, found: loaded, by: visitor.person, at: site.now())
    if outcome.problems.isEmpty, outcome.conflicts.isEmpty {
      return .see(Route.sheet(loaded.record.id, outcome.after.filing.sheet(sheet) == nil ? "self" : sheet).path)
    }
    var view = SheetView(site: site, loaded: outcome.after, visitor: visitor, sheet: sheet, before: [:])
    view.refuse(outcome, typed: form)
    return view.page?.response(status: .unprocessableContent) ?? .see(Route.filing(loaded.record.id).path)
  }

  private func projects(_ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let tabs = FilingTabs(loaded: loaded, visitor: visitor, current: "projects")
    if let first = tabs.projects.first { return .see(Route.sheet(loaded.record.id, first).path) }
    let canEdit = (try? loaded.demandEditable(by: visitor.person)) != nil
    return Shell(site: site, title: "项目支出", visitor: visitor, isWide: true).page {
      tabs.html
      HTML.element("div", [Attribute("class", "empty")]) {
        HTML.element("p") { HTML.element("strong") { "还没有项目支出自评表。" } }
        HTML.element("p") { "有专项资金的单位，每个项目填一张。" }
        if canEdit { ProjectForm(id: loaded.record.id, visitor: visitor).html }
      }
    }.response()
  }

  private func addProject(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    _ = try await request.form(for: visitor)
    let outcome = try await EditFiling(engine: site.engine, shelf: site.shelf)(
      loaded.filing.projectAddition, in: loaded.record.id, by: visitor.person, at: site.now())
    guard let added = outcome.changes.first?.place else { throw Invalid(outcome.problems) }
    return .see(Route.sheet(loaded.record.id, added).path)
  }
}

/// The button that adds a project's sheet.
struct ProjectForm {
  let id: Int64
  let visitor: Visitor
  var html: HTML {
    .element("form", [Attribute("method", "post"), Attribute("action", Route.projects(id).path)]) {
      Fields.token(visitor)
      HTML.element("button") { "新增项目" }
    }
  }
}

extension Site {
  /// The filing that the address names, for someone who may look at it. Throws `SignInNeeded` or `NotFound`.
  func filing(_ context: SiteContext) async throws -> (LoadedFiling, Visitor) {
    let visitor = try context.requireVisitor()
    guard let id = context.parameters.get("filing", as: Int64.self) else { throw NotFound() }
    let loaded: LoadedFiling
    if let found = context.filing { loaded = found } else { loaded = try await shelf.filing(id) }
    guard visitor.person.canSee(loaded.record, in: loaded.task) else { throw NotFound() }
    return (loaded, visitor)
  }
}
