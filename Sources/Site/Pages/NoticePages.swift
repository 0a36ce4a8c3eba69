import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// The file of a task's notice: the bureau uploads it, the units read it.
struct NoticePages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.post("/admin/tasks/:task/notice") { request, context in try await upload(request, context) }
    router.get("/tasks/:task/notice") { _, context in try await download(context) }
  }

  private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireTaskRunner()
    let id = try context.taskID()
    let form = try await request.fileForm(upTo: AttachFile.largest, for: visitor)
    do {
      let file = try form.chosenFile()
      try await AttachNotice(engine: site.engine)(
        name: file.fileName ?? "", content: file.content, to: id, by: visitor.person, at: site.now())
      return .see(Route.task(id).path)
    } catch let invalid as Invalid {
      return try await TaskPage(site: site).page(context, Fields(problems: invalid.problems))
        .response(status: .unprocessableContent)
    }
  }

  /// For those who run tasks, and for everybody whose unit, or whose department's unit, takes part.
  private func download(_ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let id = try context.taskID()
    let person = visitor.person
    let found = try await site.engine.read { database -> (NoticeRecord, [UInt8])? in
      guard let task = try database.first(.task(id)), try database.canRead(task, person),
        let record = try database.first(.notice(of: id)), let content = try database.first(.noticeContent(of: id))
      else { return nil }
      return (record, content)
    }
    guard let (record, content) = found else { throw NotFound() }
    return .download(content, name: record.name, type: record.mediaType)
  }
}

extension ReadTransaction {
  /// Throws `DatabaseFault`.
  fileprivate func canRead(_ task: EvaluationTask, _ person: Person) throws -> Bool {
    if person.runsTasks { return true }
    guard task.phase.isShownToUnits else { return false }
    let departments = Set(person.posts.compactMap { $0.unit.flatMap { UnitCode($0)?.department } })
    return try departments.contains {
      try first(Query<Int64>.filingCount(FilingFilter(task: task.id, department: $0))) ?? 0 > 0
    }
  }
}
