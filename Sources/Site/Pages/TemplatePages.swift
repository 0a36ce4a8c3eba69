import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import OOXML
import Operations
import Paper
import Store

/// Word 模板: a task's own layout of the Word documents, checked before it is taken, and what it may name.
struct TemplatePages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/tasks/:task/template") { _, context in
      try await page(context, Fields()).response()
    }
    router.post("/admin/tasks/:task/template") { request, context in try await upload(request, context) }
    router.post("/admin/tasks/:task/template/remove") { request, context in
      let visitor = try context.requireTaskRunner()
      _ = try await request.form(for: visitor)
      let id = try context.taskID()
      try await operation.remove(from: id, by: visitor.person, at: site.now())
      return Response.see(Route.taskTemplate(id).path)
    }
    router.get("/admin/tasks/:task/template/files/:file") { _, context in try await download(context) }
    router.get("/admin/tasks/:task/template/start") { _, context in
      _ = try context.requireTaskRunner()
      let task = try await task(context)
      let start = try StartingTemplate(try await check(task).placeholders)
      return Response.download(
        start.bytes(), name: "\(task.year)年度自评 Word 模板（起始）.docx", type: FileKind.docx.mediaType)
    }
    router.get("/admin/tasks/:task/template/placeholders") { request, context in
      try await placeholders(request, context).response()
    }
  }

  private var operation: SetTemplate {
    SetTemplate(engine: site.engine, policies: site.policies)
  }

  private func check(_ task: EvaluationTask) async throws -> TemplateCheck {
    let set = try await site.engine.read { [site] database in try site.policies.policies(of: task, in: database) }
    return TemplateCheck(set, year: task.year)
  }

  private func task(_ context: SiteContext) async throws -> EvaluationTask {
    let id = try context.taskID()
    guard let task = try await site.engine.read({ try $0.first(.task(id)) }) else { throw NotFound() }
    return task
  }

  // MARK: The template

  private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireTaskRunner()
    let form = try await request.fileForm(upTo: WordTemplate.largest, for: visitor)
    let task = try await task(context)
    do {
      let file = try form.chosenFile()
      if form["action"] == "preview" {
        let layout = PaperLayout.template(try await check(task).template(file.content))
        let loaded = try await example(form["unit"], of: task, for: visitor)
        return .download(
          try ExportFiling.word(loaded, as: layout), name: "模板预览 \(ExportFiling.name(loaded, ending: "docx"))",
          type: FileKind.docx.mediaType)
      }
      try await operation(
        name: file.fileName ?? "", content: file.content, for: task.id, by: visitor.person, at: site.now())
      return .see(Route.taskTemplate(task.id).path)
    } catch let invalid as Invalid {
      let fields = Fields(values: ["unit": form["unit"]], problems: invalid.problems)
      return try await page(context, fields).response(status: .unprocessableContent)
    }
  }

  /// The filing of a unit; where none is named, the first that this person may see. Throws `Invalid`.
  private func example(_ code: String, of task: EvaluationTask, for visitor: Visitor) async throws -> LoadedFiling {
    let typed = code.filter { !$0.isWhitespace }
    let found = try await site.engine.read { database -> FilingRecord? in
      if typed.isEmpty {
        let seen = try database.ask(.filings(FilingFilter(task: task.id), limit: 200))
          .filter { visitor.person.canSee($0, in: task) }
        return seen.first { $0.stage != .notStarted } ?? seen.first
      }
      return try UnitCode(typed).flatMap { try database.first(.filing(of: $0, in: task.id)) }
    }
    guard let found, visitor.person.canSee(found, in: task) else {
      throw Invalid([FieldProblem("unit", typed.isEmpty ? "没有您可以查看的自评，请填写单位编码。" : "没有这个单位的自评，或您无权查看。")])
    }
    return try await site.shelf.filing(found.id)
  }

  private func download(_ context: SiteContext) async throws -> Response {
    _ = try context.requireTaskRunner()
    let id = try context.taskID()
    guard let file = context.parameters.get("file", as: Int64.self) else { throw NotFound() }
    let found = try await site.engine.read { database -> (String, [UInt8])? in
      guard let record = try database.ask(.templates(of: id, .filing)).first(where: { $0.id == file }),
        let content = try database.first(.templateContent(file, of: id))
      else { return nil }
      return (record.name, content)
    }
    guard let found else { throw NotFound() }
    return .download(found.1, name: found.0, type: FileKind.docx.mediaType)
  }

  private func page(_ context: SiteContext, _ fields: Fields) async throws -> HTML {
    let visitor = try context.requireTaskRunner()
    let task = try await task(context)
    let records = try await site.engine.read { try $0.ask(.templates(of: task.id, .filing)) }
    return Shell(site: site, title: "Word 模板 · \(task.title)", visitor: visitor, current: .tasks).page {
      TemplateView(visitor: visitor, task: task, records: records, fields: fields).html
    }
  }

  // MARK: What it may name

  private func placeholders(_ request: Request, _ context: SiteContext) async throws -> HTML {
    let visitor = try context.requireTaskRunner()
    let task = try await task(context)
    let placeholders = try await check(task).placeholders
    let unit = request.uri.queryParameters["unit"].map(String.init) ?? ""
    var (fields, loaded) = (Fields(values: ["unit": unit]), LoadedFiling?.none)
    do { loaded = try await example(unit, of: task, for: visitor) } catch let invalid as Invalid {
      if !unit.isEmpty { fields.problems = invalid.problems }
    }
    let values = loaded.map { placeholders.values(of: $0.calculation) } ?? TemplateValues()
    return Shell(site: site, title: "占位符一览 · \(task.title)", visitor: visitor, current: .tasks).page {
      PlaceholdersView(
        task: task, placeholders: placeholders, values: values, unit: loaded?.record.unit.name, fields: fields
      ).html
    }
  }
}
