import Audit
import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Reading
import Rules
import Store

/// 外部检查: what audits that were made elsewhere found in the unit's report, for the finance bureau.
struct AuditsPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/audits") { _, context in
      let (loaded, visitor) = try await filing(context)
      return try await page(loaded, visitor, Fields()).response()
    }
    router.post("/filings/:filing/audits") { request, context in try await take(request, context) }
    router.post("/filings/:filing/audits/:audit/remove") { request, context in try await remove(request, context) }
  }

  /// Throws `NotFound` for those who are not at the bureau: results from outside are its own working papers.
  private func filing(_ context: SiteContext) async throws -> (LoadedFiling, Visitor) {
    let (loaded, visitor) = try await site.filing(context)
    guard visitor.person.holds(.finance) else { throw NotFound() }
    return (loaded, visitor)
  }

  private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await filing(context)
    let form = try await request.fileForm(upTo: AuditResult.largestFile, for: visitor)
    do {
      let file = try form.chosenFile(orElse: "请选择检查结果的文件。")
      let results = try AuditResult.read(file.content)
      guard let result = results.first, results.count == 1 else {
        throw Invalid([
          FieldProblem("file", "文件中有 \(results.count) 份报告的结果，请用 jiheng import findings 按单位导入。")
        ])
      }
      try await ImportAudits(engine: site.engine)(
        result, beside: loaded.record.id, by: visitor.person.id, at: site.now())
      return .see(Route.audits(loaded.record.id).path)
    } catch let invalid as Invalid {
      return try await page(loaded, visitor, Fields(problems: invalid.problems)).response(status: .unprocessableContent)
    }
  }

  private func remove(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await filing(context)
    _ = try await request.form(for: visitor)
    guard let id = context.parameters.get("audit", as: Int64.self) else { throw NotFound() }
    let filing = loaded.record.id
    try await ImportAudits(engine: site.engine).remove(id, of: filing)
    return .see(Route.audits(filing).path)
  }

  // MARK: The page

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) async throws -> HTML {
    let (records, names, policies) = try await site.engine.read { [site] database in
      let records = try database.ask(.importedAudits(of: loaded.record.id))
      let people = try database.ask(Query<(Int64, String)>.names(of: Array(Set(records.map(\.person)))))
      return (
        records, Dictionary(people.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first }),
        try site.policies.newest(in: database)
      )
    }
    return Shell(site: site, title: "外部检查 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "audits").html
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          if records.isEmpty {
            HTML.element("div", [Attribute("class", "empty")]) {
              HTML.element("p") { "还没有在别处检查的结果。" }
              HTML.element("p") { "用离线检查程序检查该单位的报告，把 JSON 结果导入到这里。" }
            }
          }
          for record in records {
            ImportedAuditView(
              record: record, by: names[record.person] ?? "", unit: loaded.record.unit, policies: policies,
              visitor: visitor
            ).html
          }
        }
        HTML.element("aside") { form(loaded, visitor, fields) }
      }
    }
  }

  private func form(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) -> HTML {
    return .element(
      "form",
      [
        Attribute("class", "upload panel"), Attribute("method", "post"), Attribute("enctype", "multipart/form-data"),
        Attribute("action", Route.audits(loaded.record.id).path),
        Attribute("data-max-bytes", "\(AuditResult.largestFile)"), Attribute("data-types", ".json"),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "导入检查结果" }
      fields.file(
        "file", "文件", hint: "离线检查程序或报告体检下载的 JSON，一份报告一个文件",
        accept: ".json")
      HTML.element("button", [Attribute("class", "primary")]) { "导入" }
    }
  }
}
