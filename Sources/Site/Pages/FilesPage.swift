import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 文件管理: what must be attached, and what is.
struct FilesPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/files") { _, context in
      let (loaded, visitor) = try await site.filing(context)
      return try await page(loaded, visitor, Fields()).response()
    }
    router.post("/filings/:filing/files") { request, context in try await upload(request, context) }
    router.get("/filings/:filing/files/:file") { _, context in try await download(context) }
    router.post("/filings/:filing/files/:file/remove") { request, context in try await remove(request, context) }
  }

  private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.fileForm(upTo: AttachFile.largest, for: visitor)
    do {
      let file = try form.chosenFile()
      try await AttachFile(engine: site.engine, shelf: site.shelf).add(
        name: file.fileName ?? "", content: file.content, to: form["requirement"], in: loaded.record.id,
        by: visitor.person, at: site.now())
      return .see(Route.files(loaded.record.id).path)
    } catch let invalid as Invalid {
      let fields = Fields(values: ["requirement": form["requirement"]], problems: invalid.problems)
      return try await page(loaded, visitor, fields).response(status: .unprocessableContent)
    }
  }

  private func download(_ context: SiteContext) async throws -> Response {
    let (loaded, _) = try await site.filing(context)
    guard let id = context.parameters.get("file", as: Int64.self) else { throw NotFound() }
    let found = try await site.engine.read { database -> (AttachmentRecord, [UInt8])? in
      guard let record = try database.first(.attachment(id, of: loaded.record.id)),
        let content = try database.first(.content(ofAttachment: id))
      else { return nil }
      return (record, content)
    }
    guard let (record, content) = found else { throw NotFound() }
    return .download(content, name: record.name, type: record.mediaType)
  }

  private func remove(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    _ = try await request.form(for: visitor)
    guard let id = context.parameters.get("file", as: Int64.self) else { throw NotFound() }
    try await AttachFile(engine: site.engine, shelf: site.shelf).remove(
      id, from: loaded.record.id, by: visitor.person, at: site.now())
    return .see(Route.files(loaded.record.id).path)
  }

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) async throws -> HTML {
    let (files, names) = try await site.engine.read { database in
      let files = try database.ask(.attachments(of: loaded.record.id))
      let people = try database.ask(Query<(Int64, String)>.names(of: Array(Set(files.map(\.person)))))
      return (files, Dictionary(people.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first }))
    }
    let canEdit = (try? loaded.demandEditable(by: visitor.person)) != nil
    let unreadable = Set(try await site.shelf.uploadedReports(of: loaded).filter { $0.text == nil }.map(\.id))
    return Shell(site: site, title: "文件 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "files").html
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          for requirement in loaded.filing.policies.attachments {
            section(
              requirement, files.filter { $0.requirement == requirement.id }, unreadable, names, loaded, visitor,
              canEdit)
          }
        }
        HTML.element("aside") { if canEdit { uploadForm(loaded, visitor, fields) } }
      }
    }
  }

  private func section(
    _ requirement: AttachmentRequirement, _ files: [AttachmentRecord], _ unreadable: Set<Int64>,
    _ names: [Int64: String], _ loaded: LoadedFiling, _ visitor: Visitor, _ canEdit: Bool
  ) -> HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") {
        requirement.title + " "
        HTML.element("span", [Attribute("class", "tag")]) { requirement.need.words }
      }
      if let outline = requirement.outline, loaded.filing.sheet(outline) != nil {
        HTML.element("p", [Attribute("class", "muted")]) {
          "可以上传文件，也可以"
          HTML.element("a", [Attribute("href", Route.sheet(loaded.record.id, outline).path)]) { "按提纲在线填写" }
          "，任选其一。"
        }
      }
      if files.isEmpty {
        HTML.element("p") { "还没有文件。" }
      } else {
        HTML.element("ul", [Attribute("class", "files")]) {
          for file in files {
            HTML.element("li", [Attribute("class", "file")]) {
              HTML.element("a", [Attribute("href", Route.file(loaded.record.id, file.id).path)]) { file.name }
              HTML.element("span", [Attribute("class", "muted")]) {
                " \(Self.size(file.size)) · \(names[file.person] ?? "") \(Moment(file.at).short)"
              }
              if unreadable.contains(file.id) {
                HTML.element("span", [Attribute("class", "warning")]) {
                  "系统读不出文件中的文字（可能是扫描件或设有密码），将来不能公开。请换成能复制文字的 Word 或 PDF 文件，或按提纲在线填写。"
                }
              }
              if canEdit { removal(of: file, from: loaded, visitor) }
            }
          }
        }
      }
    }
  }

  /// Asks first: a file cannot be put back.
  private func removal(of file: AttachmentRecord, from loaded: LoadedFiling, _ visitor: Visitor) -> HTML {
    .element("details", [Attribute("class", "confirm")]) {
      HTML.element(
        "summary", [Attribute("class", "button quiet small"), Attribute("aria-label", "删除 \(file.name)")]
      ) { "删除" }
      HTML.element(
        "form", [Attribute("method", "post"), Attribute("action", Route.removeFile(loaded.record.id, file.id).path)]
      ) {
        Fields.token(visitor)
        HTML.element("p") { "删除后不能恢复。" }
        HTML.element("button", [Attribute("class", "danger small")]) { "确定删除" }
      }
    }
  }

  private func uploadForm(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) -> HTML {
    let endings = Array(Set(loaded.filing.policies.attachments.flatMap(\.endings))).sorted()
    let accept = endings.map { ".\($0)" }.joined(separator: ",")
    return .element(
      "form",
      [
        Attribute("class", "upload panel"), Attribute("method", "post"), Attribute("enctype", "multipart/form-data"),
        Attribute("action", Route.files(loaded.record.id).path), Attribute("data-max-bytes", "\(AttachFile.largest)"),
        Attribute("data-types", accept),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "上传文件" }
      fields.choice(
        "requirement", "类别", options: loaded.filing.policies.attachments.map { ($0.id, $0.title) })
      fields.file(
        "file", "文件", hint: "\(endings.joined(separator: "、"))，不超过 20 MB",
        accept: accept)
      HTML.element("button", [Attribute("class", "primary")]) { "上传" }
    }
  }

  static func size(_ bytes: Int) -> String {
    bytes < 1_048_576 ? "\(max(1, bytes / 1_024)) KB" : "\(bytes / 1_048_576).\(bytes % 1_048_576 * 10 / 1_048_576) MB"
  }
}

extension AttachmentRequirement.Need {
  var words: String {
    switch self {
    case .always: "必传"
    case .withSpecialFunds: "有专项资金时必传"
    case .optional: "可不传"
    }
  }
}
