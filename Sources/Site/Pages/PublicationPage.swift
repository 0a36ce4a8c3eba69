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
      return Response.download(
        try PublishFiling.preview(loaded, as: layout, by: visitor.person),
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
    try loaded.demandPublishable(by: visitor.person)
    return (loaded, visitor)
  }

  private func publish(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await filing(context)
    let form = try await request.form(for: visitor)
    let found = PublicDraft(loaded).stretches
    let kept = found.filter { form[Self.choice($0)] == "keep" }.map { ($0.id, form[Self.reason($0)]) }
    do {
      let site = site
      _ = try await PublishFiling(engine: site.engine, shelf: site.shelf, press: site.press)(
        loaded.record.id, keeping: Dictionary(kept, uniquingKeysWith: { first, _ in first }), note: form["note"],
        expecting: Int64(form["version"]) ?? -1, by: visitor.person, at: site.now()
      ) { copy in String(decoding: PublishedFiling(loaded: copy).html.bytes, as: UTF8.self) }
      return .see(Route.publication(loaded.record.id).path)
    } catch let invalid as Invalid {
      var fields = Fields(
        problems: invalid.problems.map { problem in
          let stretch = found.first { "reason \($0.id)" == problem.field }
          return stretch.map { FieldProblem(Self.reason($0), problem.message) } ?? problem
        })
      fields.values["note"] = form["note"]
      for stretch in found {
        fields.values[Self.choice(stretch)] = form[Self.choice(stretch)]
        fields.values[Self.reason(stretch)] = form[Self.reason(stretch)]
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

  private static func choice(_ stretch: PrivateStretch) -> String { "choice-\(identifier(stretch))" }
  private static func reason(_ stretch: PrivateStretch) -> String { "reason-\(identifier(stretch))" }
  private static func identifier(_ stretch: PrivateStretch) -> String {
    stretch.id.replacing("/", with: "_").replacing(" ", with: "-")
  }

  // MARK: The page

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) async throws -> HTML {
    let (versions, names, told) = try await site.engine.read { database in
      let versions = try database.ask(.publications(of: loaded.record.id))
      let people = try database.ask(Query<(Int64, String)>.names(of: Array(Set(versions.map(\.person)))))
      return (
        versions, Dictionary(people.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first }),
        try database.first(.registration(of: loaded.record.id)) ?? .nothing
      )
    }
    let found = PublicDraft(loaded).stretches
    return Shell(site: site, title: "公开 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "publication").html
      fields.summary
      state(versions, loaded)
      form(loaded, visitor, fields, found, isCorrection: !versions.isEmpty)
      DisclosureForm(told: told, loaded: loaded, visitor: visitor, fields: fields).html
      if !versions.isEmpty { history(versions, names, loaded, visitor, fields) }
    }
  }

  private func state(_ versions: [PublicationRecord], _ loaded: LoadedFiling) -> HTML {
    guard let latest = versions.first(where: { $0.withdrawnAt == nil }) else {
      return .element("div", [Attribute("class", "notice info")]) {
        versions.isEmpty ? "还没有公开。公开后任何人不用登录就能查看和下载。" : "已撤回，现在不公开。"
      }
    }
    let isCurrent = latest.filingVersion == loaded.record.version
    return .element("div", [Attribute("class", isCurrent ? "notice success" : "notice warning")]) {
      "第 \(latest.number) 版于 \(Moment(latest.at).full) 公开。"
      if !isCurrent { "公开后内容又有改动，请核对是否需要更正。" }
      " "
      HTML.element("a", [Attribute("href", Route.publishedFiling(loaded.record.id).path)]) { "查看公开页面" }
    }
  }

  private func form(
    _ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields, _ found: [PrivateStretch], isCorrection: Bool
  ) -> HTML {
    .element(
      "form", [Attribute("method", "post"), Attribute("action", Route.publication(loaded.record.id).path)]
    ) {
      Fields.token(visitor)
      Fields.hidden("version", "\(loaded.record.version)")
      HTML.element("h2") { isCorrection ? "公开更正后的版本" : "公开" }
      if found.isEmpty {
        HTML.element("p") { "没有发现个人信息、密码和内网地址。表下的填表人和电话会自动遮盖。" }
      } else {
        HTML.element("p") {
          "下面 \(found.count) 处不宜公开，公开稿中会隐去；原文仍保留在系统内。确需公开的，请写明理由。表下的填表人和电话会自动遮盖。"
        }
        stretches(found, loaded, fields)
      }
      if isCorrection { fields.text("note", "更正说明", hint: "与公开的报告一起显示，例如“更正表2第3行的执行数”") }
      HTML.element("div", [Attribute("class", "actions")]) {
        HTML.element("button", [Attribute("class", "primary")]) { isCorrection ? "公开新版本" : "公开" }
        HTML.element(
          "a", [Attribute("class", "button"), Attribute("href", Route.publicationPreview(loaded.record.id).path)]
        ) {
          "预览公开稿"
        }
      }
    }
  }

  private func stretches(_ found: [PrivateStretch], _ loaded: LoadedFiling, _ fields: Fields) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "list-scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "不宜公开的内容"),
      ]
    ) {
      HTML.element("table", [Attribute("class", "list")]) {
        HTML.element("thead") {
          HTML.element("tr") {
            for caption in ["位置", "原文", "为什么", "处理", "公开的理由"] {
              HTML.element("th", [Attribute("scope", "col")]) { caption }
            }
          }
        }
        HTML.element("tbody") {
          for stretch in found { row(stretch, loaded, fields) }
        }
      }
    }
  }

  private func row(_ stretch: PrivateStretch, _ loaded: LoadedFiling, _ fields: Fields) -> HTML {
    let (choice, reason) = (Self.choice(stretch), Self.reason(stretch))
    let message = fields.message(for: reason)
    let anchor = stretch.address.description.replacing("/", with: "_")
    return .element("tr") {
      HTML.element("th", [Attribute("scope", "row")]) {
        HTML.element(
          "a", [Attribute("href", "\(Route.sheet(loaded.record.id, stretch.address.sheet).path)#\(anchor)")]
        ) { Self.place(stretch.address, loaded) }
      }
      HTML.element("td", [Attribute("data-label", "原文")]) { stretch.text }
      HTML.element("td", [Attribute("data-label", "为什么")]) {
        stretch.reason + " "
        HTML.element("a", [Attribute("href", Route.rule(stretch.check).path)]) { stretch.check }
      }
      HTML.element("td", [Attribute("data-label", "处理")]) {
        HTML.element(
          "select", [Attribute("name", choice), Attribute("aria-label", "处理 \(stretch.check)")]
        ) {
          for (value, words) in [("cut", "隐去"), ("keep", "公开")] {
            HTML.element(
              "option", [Attribute("value", value), Attribute("selected", when: fields.values[choice] == value)]
            ) { words }
          }
        }
      }
      HTML.element("td", [Attribute("data-label", "公开的理由")]) {
        HTML.void(
          "input",
          [
            Attribute("id", reason), Attribute("name", reason), Attribute("value", fields.values[reason] ?? ""),
            Attribute("aria-label", "公开的理由 \(stretch.check)"), Attribute("autocomplete", "off"),
            Attribute("aria-invalid", message == nil ? nil : "true"),
          ])
        if let message { HTML.element("p", [Attribute("class", "error")]) { message } }
      }
    }
  }

  /// A section by its heading, a cell by its caption.
  private static func place(_ address: CellAddress, _ loaded: LoadedFiling) -> String {
    if let definition = loaded.calculation.definition(at: address) {
      let sheet = loaded.calculation.layout(of: address.sheet)?.form.shortTitle ?? ""
      return "\(sheet) \(definition.caption)"
    }
    let heading = loaded.filing.section(at: address)?.heading ?? address.description
    return loaded.filing.placeholders.filled(into: heading)
  }

  private func history(
    _ versions: [PublicationRecord], _ names: [Int64: String], _ loaded: LoadedFiling, _ visitor: Visitor,
    _ fields: Fields
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
          HTML.element("p", [Attribute("class", "muted digest")]) {
            "原稿 SHA-256 \(version.originalDigest)"
            HTML.void("br", [])
            "公开稿 SHA-256 \(version.wordDigest)"
            if !version.pagesDigest.isEmpty {
              HTML.void("br", [])
              "公开稿 PDF SHA-256 \(version.pagesDigest)"
            }
          }
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
}
