import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Reading
import Store

/// 导入: a draft taken from last year's filing or from a file, field by field.
struct DraftPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/draft") { _, context in
      let (loaded, visitor) = try await filing(context)
      return try await page(loaded, visitor, Fields()).response()
    }
    router.post("/filings/:filing/draft") { request, context in try await upload(request, context) }
    router.get("/filings/:filing/draft/earlier") { request, context in
      try await preview(.earlierFiling, request, context)
    }
    router.post("/filings/:filing/draft/earlier") { request, context in
      try await take(.earlierFiling, request, context)
    }
    router.get("/filings/:filing/draft/predecessors/:other") { request, context in
      try await preview(.predecessor(try other(context)), request, context)
    }
    router.post("/filings/:filing/draft/predecessors/:other") { request, context in
      try await take(.predecessor(try other(context)), request, context)
    }
    router.get("/filings/:filing/draft/files/:file") { request, context in
      try await preview(.file(try file(context)), request, context)
    }
    router.post("/filings/:filing/draft/files/:file") { request, context in
      try await take(.file(try file(context)), request, context)
    }
    router.post("/filings/:filing/draft/files/:file/remove") { request, context in
      let (loaded, visitor) = try await filing(context)
      _ = try await request.form(for: visitor)
      try await DraftFiles(engine: site.engine).remove(try file(context), from: loaded, by: visitor.person)
      return Response.see(Route.draft(loaded.record.id).path)
    }
  }

  /// Throws `Forbidden` or `Refused` for those who may not change the filing now.
  private func filing(_ context: SiteContext) async throws -> (LoadedFiling, Visitor) {
    let (loaded, visitor) = try await site.filing(context)
    try loaded.demandEditable(by: visitor.person)
    return (loaded, visitor)
  }

  private func file(_ context: SiteContext) throws -> Int64 {
    guard let id = context.parameters.get("file", as: Int64.self) else { throw NotFound() }
    return id
  }

  private func other(_ context: SiteContext) throws -> Int64 {
    guard let id = context.parameters.get("other", as: Int64.self) else { throw NotFound() }
    return id
  }

  private func read() async throws -> ReadDraft {
    ReadDraft(engine: site.engine, shelf: site.shelf, candidates: try await site.candidates())
  }

  private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await filing(context)
    let form = try await request.fileForm(upTo: AttachFile.largest, for: visitor)
    do {
      let file = try form.chosenFile()
      // A file that cannot be read is not kept.
      _ = try await read().read(file.content, named: file.fileName ?? "", for: loaded)
      let id = try await DraftFiles(engine: site.engine).add(
        name: file.fileName ?? "", content: file.content, to: loaded, by: visitor.person, at: site.now())
      return .see(Route.draftFile(loaded.record.id, id).path)
    } catch let invalid as Invalid {
      return try await page(loaded, visitor, Fields(problems: invalid.problems)).response(status: .unprocessableContent)
    }
  }

  private func preview(_ source: DraftSource, _ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await filing(context)
    let texts = try await read()(source, for: loaded)
    let taken = request.uri.queryParameters["taken"].flatMap { Int($0) }
    return DraftView(
      site: site, loaded: loaded, visitor: visitor, source: source, texts: texts, taken: taken
    ).page.response()
  }

  private func take(_ source: DraftSource, _ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await filing(context)
    let form = try await request.form(for: visitor)
    let texts = try await read()(source, for: loaded)
    var view = DraftView(site: site, loaded: loaded, visitor: visitor, source: source, texts: texts, posted: form)
    let choice = view.choice
    let chosen = choice.chosen
    guard !chosen.isEmpty else {
      view.notice = "没有勾选要带入的内容。"
      return view.page.response(status: .unprocessableContent)
    }
    do {
      let outcome = try await TakeDraft(engine: site.engine, shelf: site.shelf)(
        chosen, of: texts, corrected: choice.corrected, into: loaded.record.id,
        expecting: Int64(form["version"]) ?? -1, by: visitor.person, at: site.now())
      let count = outcome.changes.count { $0.kind == .text }
      guard !outcome.problems.isEmpty else {
        return .see(view.address + "?taken=\(count)")
      }
      var rest = DraftView(
        site: site, loaded: outcome.after, visitor: visitor, source: source, texts: texts, posted: form, taken: count)
      rest.problems = outcome.problems
      return rest.page.response(status: .unprocessableContent)
    } catch is StaleVersion {
      view.notice = "预览之后填报内容又有改动，下面已按最新内容重新比较，请核对后再次确认。"
      return view.page.response(status: .conflict)
    }
  }

  // MARK: What there is to take from

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) async throws -> HTML {
    let earlier = try await read().earlierFiling(of: loaded)
    let predecessors = try await read().predecessors(of: loaded)
    let (files, task, names) = try await site.engine.read { database in
      let files = try database.ask(.draftFiles(of: loaded.record.id))
      let people = try database.ask(Query<(Int64, String)>.names(of: Array(Set(files.map(\.person)))))
      return (
        files, try earlier.flatMap { try database.first(.task($0.task)) },
        Dictionary(people.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
      )
    }
    return Shell(site: site, title: "导入 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "draft").html
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          HTML.element("section", [Attribute("class", "panel")]) {
            HTML.element("h2") { "从上年自评带入" }
            if let task {
              HTML.element("p") {
                "带入\(task.year)年度的项目、资金名称、指标和文字，上年决算数填到“上年”一栏；文字中的上年数会标出，待改为本年的数。"
              }
              HTML.element(
                "a", [Attribute("class", "button"), Attribute("href", Route.draftOfEarlier(loaded.record.id).path)]
              ) { "查看可带入的内容" }
            } else {
              HTML.element("p") { "系统内没有本单位以前年度的自评，可以上传上年的报告文件。" }
            }
            if !predecessors.isEmpty { self.predecessors(predecessors, loaded) }
          }
          HTML.element("section", [Attribute("class", "panel")]) {
            HTML.element("h2") { "从工作簿带入" }
            HTML.element("p") { "导出的工作簿在别处填好后，从这里收回，逐格预览后写入。" }
            HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.workbook(loaded.record.id).path)])
            {
              "收回工作簿"
            }
          }
          if !files.isEmpty { list(files, names, loaded, visitor) }
        }
        HTML.element("aside") { uploadForm(loaded, visitor, fields) }
      }
    }
  }

  /// What the units handed in the year before that became part of this one.
  private func predecessors(_ records: [FilingRecord], _ loaded: LoadedFiling) -> HTML {
    HTML {
      HTML.element("p") { "下列单位已并入本单位，也可以带入它们上年的自评；同一数据各单位都有的，请自行合计。" }
      HTML.element("ul") {
        for record in records {
          HTML.element("li") {
            HTML.element("a", [Attribute("href", Route.draftOfPredecessor(loaded.record.id, record.id).path)]) {
              "查看 \(record.unit.name) 可带入的内容"
            }
          }
        }
      }
    }
  }

  private func list(
    _ files: [DraftFileRecord], _ names: [Int64: String], _ loaded: LoadedFiling, _ visitor: Visitor
  ) -> HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "已上传的文件" }
      HTML.element("p", [Attribute("class", "muted")]) { "只用来带入，不随自评上报；不用了可以删除。" }
      HTML.element("ul", [Attribute("class", "files")]) {
        for file in files {
          HTML.element("li", [Attribute("class", "file")]) {
            HTML.element("a", [Attribute("href", Route.draftFile(loaded.record.id, file.id).path)]) { file.name }
            HTML.element("span", [Attribute("class", "muted")]) {
              " \(FilesPage.size(file.size)) · \(names[file.person] ?? "") \(Moment(file.at).short)"
            }
            HTML.element(
              "form",
              [
                Attribute("method", "post"),
                Attribute("action", Route.removeDraftFile(loaded.record.id, file.id).path),
              ]
            ) {
              Fields.token(visitor)
              HTML.element(
                "button", [Attribute("class", "quiet small"), Attribute("aria-label", "删除 \(file.name)")]
              ) { "删除" }
            }
          }
        }
      }
    }
  }

  private func uploadForm(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) -> HTML {
    let accept = DraftFiles.endings.map { ".\($0)" }.joined(separator: ",")
    return .element(
      "form",
      [
        Attribute("class", "upload panel"), Attribute("method", "post"), Attribute("enctype", "multipart/form-data"),
        Attribute("action", Route.draft(loaded.record.id).path), Attribute("data-max-bytes", "\(AttachFile.largest)"),
        Attribute("data-types", accept),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "从文件带入" }
      HTML.element("p") { "上年的报告，或在别处写好的本年报告。先预览，逐项确认后才写入。" }
      fields.file(
        "file", "报告文件", hint: "\(DraftFiles.endings.joined(separator: "、"))，不超过 20 MB",
        accept: accept)
      HTML.element("button", [Attribute("class", "primary")]) { "上传并预览" }
    }
  }
}
