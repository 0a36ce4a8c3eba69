import Audit
import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Rules
import Store

/// 公开: what strangers must not read is shown and decided on, then the filing is made public; its versions.
struct PublicationPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/publication") { _, context in
      let (loaded, visitor) = try await filing(context)
      return try await page(loaded, visitor, Fields()).response()
    }
    router.get("/filings/:filing/publication/preview") { _, context in
      let (loaded, visitor) = try await filing(context)
      let task = loaded.task.id
      let layout = try await site.engine.read { try $0.paperLayout(of: task) }
      let uploads = try await site.shelf.uploadedReports(of: loaded)
      return Response.download(
        try PublishFiling.preview(loaded, uploads, as: layout, by: visitor.person),
        name: "公开稿预览 \(ExportFiling.name(loaded, ending: "docx"))", type: FileKind.docx.mediaType)
    }
    router.post("/filings/:filing/publication") { request, context in try await publish(request, context) }
    router.post("/filings/:filing/publication/register") { request, context in try await register(request, context) }
    router.post("/filings/:filing/publication/:number/withdraw") { request, context in
      try await withdraw(request, context)
    }
  }

  /// Throws `Forbidden` or `Refused` for those who may not make it public, or not yet.
  private func filing(_ context: SiteContext) async throws -> (LoadedFiling, Visitor) {
    let (loaded, visitor) = try await site.filing(context)
    try loaded.demandPublications(by: visitor.person)
    return (loaded, visitor)
  }

  private func publish(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await filing(context)
    let form = try await request.form(for: visitor)
    let draft = PublicDraft(loaded, try await site.shelf.uploadedReports(of: loaded))
    let found = draft.stretches.filter { $0.isShown && !$0.forbidsPublication }
    let kept = found.filter { form[StretchTable.choice($0)] == "keep" }.map { ($0.id, form[StretchTable.reason($0)]) }
    do {
      let site = site
      _ = try await PublishFiling(engine: site.engine, shelf: site.shelf, press: site.press)(
        loaded.record.id, keeping: Dictionary(kept, uniquingKeysWith: { first, _ in first }), note: form["note"],
        expecting: Int64(form["version"]) ?? -1, by: visitor.person, at: site.now()
      ) { $0.page }
      return .see(Route.publication(loaded.record.id).path)
    } catch let invalid as Invalid {
      var fields = Fields(
        problems: invalid.problems.map { problem in
          let stretch = found.first { "reason \($0.id)" == problem.field }
          return stretch.map { FieldProblem(StretchTable.reason($0), problem.message) } ?? problem
        })
      fields.values["note"] = form["note"]
      for stretch in found {
        fields.values[StretchTable.choice(stretch)] = form[StretchTable.choice(stretch)]
        fields.values[StretchTable.reason(stretch)] = form[StretchTable.reason(stretch)]
      }
      return try await page(loaded, visitor, fields).response(status: .unprocessableContent)
    }
  }

  /// Where else it is public, or why it is not.
  private func register(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await filing(context)
    let form = try await request.form(for: visitor)
    let told = DisclosureRegistration(
      address: form["address"], day: form["day"], exemptReason: form["exemptReason"])
    do {
      try await RegisterDisclosure(engine: site.engine)(told, of: loaded, by: visitor.person, at: site.now())
      return .see(Route.publication(loaded.record.id).path)
    } catch let invalid as Invalid {
      var fields = Fields(problems: invalid.problems)
      for name in ["address", "day", "exemptReason"] { fields.values[name] = form[name] }
      return try await page(loaded, visitor, fields).response(status: .unprocessableContent)
    }
  }

  private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await filing(context)
    let form = try await request.form(for: visitor)
    guard let number = context.parameters.get("number", as: Int.self) else { throw NotFound() }
    do {
      try await WithdrawPublication(engine: site.engine, shelf: site.shelf)(
        number, of: loaded.record.id, reason: form[Self.withdrawal(number)], by: visitor.person, at: site.now())
    } catch let invalid as Invalid {
      let problems = invalid.problems.map { FieldProblem(Self.withdrawal(number), $0.message) }
      return try await page(loaded, visitor, Fields(problems: problems)).response(status: .unprocessableContent)
    }
    return .see(Route.publication(loaded.record.id).path)
  }

  /// The field for the reason: every version has one of its own.
  private static func withdrawal(_ number: Int) -> String { "withdrawal-\(number)" }

  // MARK: The page

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) async throws -> HTML {
    let (versions, names, told, uploads) = try await site.engine.read { database in
      let versions = try database.ask(.publications(of: loaded.record.id))
      let people = try database.ask(Query<(Int64, String)>.names(of: Array(Set(versions.map(\.person)))))
      return (
        versions, Dictionary(people.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first }),
        try database.first(.registration(of: loaded.record.id)) ?? .nothing,
        try database.ask(.publishedUploads(of: loaded.record.id))
      )
    }
    let draft = PublicDraft(loaded, try await site.shelf.uploadedReports(of: loaded))
    return Shell(site: site, title: "公开 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "publication").html
      fields.summary
      state(versions, loaded)
      if loaded.record.stage == .done {
        form(loaded, visitor, fields, draft, isCorrection: !versions.isEmpty)
      }
      DisclosureForm(told: told, loaded: loaded, visitor: visitor, fields: fields).html
      if !versions.isEmpty { history(versions, names, uploads, loaded, visitor, fields) }
    }
  }

  private func state(_ versions: [PublicationRecord], _ loaded: LoadedFiling) -> HTML {
    guard let latest = versions.first(where: { $0.withdrawnAt == nil }) else {
      return .element("div", [Attribute("class", "notice info")]) {
        if loaded.record.stage != .done {
          "自评被重新打开，办结后才能公开。"
        } else {
          versions.isEmpty ? "还没有公开。公开后任何人不用登录就能查看和下载。" : "已撤回，现在不公开。"
        }
      }
    }
    let isCurrent = latest.filingVersion == loaded.record.version
    return .element("div", [Attribute("class", isCurrent ? "notice success" : "notice warning")]) {
      "第 \(latest.number) 版于 \(Moment(latest.at).full) 公开。"
      if (loaded.record.standing.reopenedVersion ?? 0) > latest.filingVersion {
        "公开后自评被重新打开，公开的仍是原来的文本；再次办结后请公开新版本。"
      } else if !isCurrent {
        "公开后内容又有改动，请核对是否需要更正。"
      }
      " "
      HTML.element("a", [Attribute("href", Route.publishedFiling(loaded.record.id).path)]) { "查看公开页面" }
    }
  }

  private func form(
    _ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields, _ draft: PublicDraft, isCorrection: Bool
  ) -> HTML {
    let found = draft.stretches.filter(\.isShown)
    return .element(
      "form", [Attribute("method", "post"), Attribute("action", Route.publication(loaded.record.id).path)]
    ) {
      Fields.token(visitor)
      Fields.hidden("version", "\(loaded.record.version)")
      HTML.element("h2") { isCorrection ? "公开更正后的版本" : "公开" }
      UploadedReportsView(filing: loaded.record.id, draft: draft).html
      if found.isEmpty {
        HTML.element("p") { "没有发现个人信息、密码和内网地址。表下的填表人和电话会自动遮盖。" }
      } else {
        HTML.element("p") {
          "下面 \(found.count) 处不宜公开，公开稿中会隐去；原文仍保留在系统内。确需公开的，请写明理由。表下的填表人和电话会自动遮盖。"
        }
        StretchTable(loaded: loaded, draft: draft, fields: fields).html
      }
      if isCorrection { fields.text("note", "更正说明", hint: "与公开的报告一起显示，例如“更正表2第3行的执行数”") }
      HTML.element("div", [Attribute("class", "actions")]) {
        // What anybody has read can be withdrawn, but not be made unread.
        HTML.element("details", [Attribute("class", "confirm")]) {
          HTML.element("summary", [Attribute("class", "button primary")]) { isCorrection ? "公开新版本" : "公开" }
          HTML.element("p") { "公开后任何人不用登录就能查看和下载。" }
          HTML.element("button", [Attribute("class", "primary")]) { "确定公开" }
        }
        HTML.element(
          "a", [Attribute("class", "button"), Attribute("href", Route.publicationPreview(loaded.record.id).path)]
        ) {
          "预览公开稿"
        }
      }
    }
  }

  private func history(
    _ versions: [PublicationRecord], _ names: [Int64: String],
    _ uploads: [(publication: Int64, name: String, upload: PublishedUpload)], _ loaded: LoadedFiling,
    _ visitor: Visitor, _ fields: Fields
  ) -> HTML {
    HTML {
      HTML.element("h2") { "公开的版本" }
      for version in versions {
        HTML.element("section", [Attribute("class", "panel")]) {
          HTML.element("h3") { "第 \(version.number) 版" }
          HTML.element("p") {
            "\(Moment(version.at).full) 由 \(names[version.person] ?? "") 公开。"
            if !version.note.isEmpty { "更正说明：\(version.note)" }
          }
          digests(version, uploads.filter { $0.publication == version.id })
          if let at = version.withdrawnAt {
            HTML.element("p") { "\(Moment(at).full) 撤回：\(version.withdrawalReason)" }
          } else {
            HTML.element(
              "form",
              [
                Attribute("method", "post"), Attribute("class", "inline"),
                Attribute("action", Route.withdrawal(loaded.record.id, version.number).path),
              ]
            ) {
              Fields.token(visitor)
              fields.text(Self.withdrawal(version.number), "撤回的原因")
              HTML.element("button", [Attribute("class", "danger")]) { "撤回" }
            }
          }
        }
      }
    }
  }

  private func digests(
    _ version: PublicationRecord, _ uploads: [(publication: Int64, name: String, upload: PublishedUpload)]
  ) -> HTML {
    var lines = ["原稿 SHA-256 \(version.originalDigest)", "公开稿 SHA-256 \(version.wordDigest)"]
    if !version.pagesDigest.isEmpty { lines.append("公开稿 PDF SHA-256 \(version.pagesDigest)") }
    for (_, name, upload) in uploads {
      lines.append("“\(name)”原文件 SHA-256 \(upload.originalDigest)")
      lines.append("“\(name)”公开的文字 SHA-256 \(upload.copyDigest)")
    }
    return .element("p", [Attribute("class", "muted digest")]) {
      for (number, line) in lines.enumerated() {
        if number > 0 { HTML.void("br", []) }
        line
      }
    }
  }
}
