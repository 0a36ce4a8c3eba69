import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Paper
import Store

/// 工作簿: a filing is taken away as a workbook, filled in there, and brought back cell by cell.
struct WorkbookPage {
  let site: Site

  /// Most bytes of a confirmation: it carries every text twice.
  private static let largestConfirmation = 24 << 20

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/workbook") { request, context in
      let (loaded, visitor) = try await site.filing(context)
      let imported = request.uri.queryParameters["imported"].flatMap { Int($0) }
      return page(loaded, visitor, Fields(), imported: imported).response()
    }
    router.post("/filings/:filing/workbook") { request, context in try await preview(request, context) }
    router.post("/filings/:filing/workbook/confirm") { request, context in try await confirm(request, context) }
  }

  private func preview(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    try loaded.demandEditable(by: visitor.person)
    let form = try await request.fileForm(upTo: FilledWorkbook.largestFile, for: visitor)
    do {
      let file = try form.chosenFile(orElse: "请选择工作簿文件。")
      let preview = try await WorkbookPreview(file.content, of: loaded, history: site.engine)
      return WorkbookPreviewView(site: site, loaded: loaded, visitor: visitor, preview: preview).page.response()
    } catch let invalid as Invalid {
      return page(loaded, visitor, Fields(problems: invalid.problems)).response(status: .unprocessableContent)
    }
  }

  private func confirm(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    guard let form = FormFields(urlEncoded: try await request.bytes(upTo: Self.largestConfirmation)) else {
      throw Malformed()
    }
    try request.checkOrigin()
    guard Request.same(form["csrf"], visitor.csrf) else { throw ForgedRequest() }
    let posted = try PostedWorkbook(form)
    let outcome = try await ImportWorkbook(engine: site.engine, shelf: site.shelf)(
      posted.taken, in: loaded.record.id, by: visitor.person, at: site.now())
    switch outcome {
    case .written(let changes, let after):
      return .see("\(Route.workbook(after.record.id).path)?imported=\(changes)")
    case .refused:
      // What somebody changed since the preview is shown with both texts; nothing was written.
      let fresh = try await site.shelf.filing(loaded.record.id)
      var view = WorkbookPreviewView(
        site: site, loaded: fresh, visitor: visitor, preview: WorkbookPreview(posted.candidates, of: fresh))
      view.isRepeated = true
      view.taken = posted.takenTargets
      return view.page.response(status: .conflict)
    }
  }

  // MARK: The page

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields, imported: Int? = nil) -> HTML {
    let canEdit = (try? loaded.demandEditable(by: visitor.person)) != nil
    return Shell(site: site, title: "工作簿 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "workbook").html
      fields.summary
      if let imported {
        HTML.element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) {
          imported == 0 ? "没有需要改动的内容。" : "已导入，改动了 \(imported) 处。可在“历史”中查看。"
        }
      }
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("section", [Attribute("class", "panel")]) {
          HTML.element("h2") { "导出工作簿" }
          HTML.element("p") { "每张表一个工作表，报告各节在“报告”中。自动计算的格带公式，不能改；其余的格可以填写。" }
          HTML.element("p") {
            HTML.element(
              "a", [Attribute("class", "button"), Attribute("href", Route.export(loaded.record.id, "xlsx").path)]
            ) { "导出 Excel 工作簿" }
          }
          HTML.element("ul") {
            HTML.element("li") { "各处预留 \(FilingWorkbook.spareLines) 个空行，不够时在空行下面插入行。" }
            HTML.element("li") { "不要改动列，也不要删改隐藏的工作表和列。" }
            HTML.element("li") { "项目和指标体系的增减请在网页上操作。" }
          }
        }
        HTML.element("aside") { if canEdit { uploadForm(loaded, visitor, fields) } }
      }
    }
  }

  private func uploadForm(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) -> HTML {
    return .element(
      "form",
      [
        Attribute("class", "upload panel"), Attribute("method", "post"), Attribute("enctype", "multipart/form-data"),
        Attribute("action", Route.workbook(loaded.record.id).path),
        Attribute("data-max-bytes", "\(FilledWorkbook.largestFile)"), Attribute("data-types", ".xlsx"),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "导入工作簿" }
      fields.file(
        "file", "文件", hint: "从本页导出、填好的 .xlsx，不超过 \(FilledWorkbook.largestFile >> 20) MB。先看改动，确认后才写入。",
        accept: ".xlsx")
      HTML.element("button", [Attribute("class", "primary")]) { "查看改动" }
    }
  }
}
