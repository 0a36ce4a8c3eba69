import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Paper
import Store

/// 工作考核: how a department carried out its self-evaluation, criterion by criterion, with what was seen.
struct AssessmentPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/assessment") { _, context in
      let (loaded, visitor) = try await site.filing(context)
      return try await page(loaded, visitor, Fields()).response()
    }
    router.post("/filings/:filing/assessment") { request, context in try await save(request, context) }
    router.get("/filings/:filing/assessment/docx") { _, context in try await document(context) }
    router.post("/filings/:filing/assessment/release") { request, context in try await release(request, context) }
  }

  private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.form(for: visitor)
    let rows = loaded.filing.policies.workAssessment?.table.rows ?? []
    let entries = rows.map { row in
      AssessFiling.Entry(
        row: row.id, points: form["points-\(row.id)"],
        reason: form["reason-\(row.id)"].replacing("\r\n", with: "\n"))
    }
    do {
      try await AssessFiling(engine: site.engine, shelf: site.shelf)(
        entries, on: loaded.record.id, expecting: Int64(form["version"]) ?? -1, by: visitor.person, at: site.now())
      return .see(Route.assessment(loaded.record.id).path)
    } catch let invalid as Invalid {
      var fields = Fields(
        problems: invalid.problems.map {
          $0.field == "release" ? $0 : FieldProblem("points-\($0.field)", $0.message)
        })
      for field in form.fields where field.name != "csrf" { fields.values[field.name] = field.value }
      return try await page(loaded, visitor, fields).response(status: .unprocessableContent)
    }
  }

  private func release(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.form(for: visitor)
    do {
      try await AssessFiling(engine: site.engine, shelf: site.shelf).release(
        form["released"] == "yes", on: loaded.record.id, by: visitor.person, at: site.now())
      return .see(Route.assessment(loaded.record.id).path)
    } catch let invalid as Invalid {
      return try await page(loaded, visitor, Fields(problems: invalid.problems))
        .response(status: .unprocessableContent)
    }
  }

  /// The table to print, for those who may read the page.
  private func document(_ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    guard loaded.isAssessed, let table = loaded.filing.policies.workAssessment?.table else { throw NotFound() }
    let id = loaded.record.id
    let (stored, record) = try await site.engine.read { database in
      (try database.ask(.workMarks(of: id)), try database.first(.workAssessment(of: id)))
    }
    guard visitor.person.holds(.finance) || record?.isReleased == true else { throw NotFound() }
    let marks = Dictionary(stored.map { ($0.mark.row, $0.mark) }, uniquingKeysWith: { first, _ in first })
    let document = AssessmentDocument(
      table, marks: marks, total: record?.total.map { Hundredths.words($0) } ?? "", unit: loaded.record.unit.name,
      year: loaded.task.year)
    return .download(
      document.bytes(), name: "\(loaded.record.unit.name) \(table.title).docx", type: FileKind.docx.mediaType)
  }

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) async throws -> HTML {
    guard loaded.isAssessed, let (policy, table) = loaded.filing.policies.workAssessment else { throw NotFound() }
    let id = loaded.record.id
    let (stored, record, people) = try await site.engine.read { database in
      let stored = try database.ask(.workMarks(of: id))
      let people = try database.ask(Query<(Int64, String)>.names(of: Array(Set(stored.map(\.person)))))
      return (stored, try database.first(.workAssessment(of: id)), people)
    }
    let canMark = (try? loaded.demandAssessable(by: visitor.person)) != nil
    guard visitor.person.holds(.finance) || record?.isReleased == true else {
      return Shell(site: site, title: "工作考核 · \(loaded.record.unit.name)", visitor: visitor).page {
        FilingTabs(loaded: loaded, visitor: visitor, current: "assessment").html
        FilingTable.empty("还没有考核结果。", "财政部门评完并反馈后，在这里查看。")
      }
    }
    let facts = try await ReadWorkFacts(reader: site.engine)(of: loaded, at: site.now())
    let view = AssessmentView(
      loaded: loaded, visitor: visitor, policy: policy, table: table,
      proposals: Dictionary(
        table.proposals(from: facts).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      stored: Dictionary(stored.map { ($0.mark.row, $0) }, uniquingKeysWith: { first, _ in first }),
      record: record, names: Dictionary(people, uniquingKeysWith: { first, _ in first }), canMark: canMark,
      fields: fields)
    return Shell(site: site, title: "工作考核 · \(loaded.record.unit.name)", visitor: visitor).page { view.html }
  }
}
