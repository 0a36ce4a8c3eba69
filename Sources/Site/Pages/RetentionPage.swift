import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 保存期限: after how long personal data is deleted on which nothing official rests.
struct RetentionPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/retention") { _, context in
      let limits = try await site.engine.read { try $0.retentionLimits() }
      return try await page(context, Self.fields(limits)).response()
    }
    router.post("/admin/retention") { request, context in try await set(request, context) }
  }

  private static func fields(_ limits: RetentionLimits) -> Fields {
    Fields(values: limits.months.reduce(into: [:]) { $0[$1.key.rawValue] = "\($1.value)" })
  }

  private func set(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    let form = try await request.form(for: visitor)
    let chosen = RetainedData.allCases.reduce(into: [:]) { $0[$1] = form[$1.rawValue] }
    do {
      guard form["sure"] == "1" else { throw Invalid([FieldProblem("sure", "请确认已经了解后果。")]) }
      try await SetRetention(engine: site.engine)(chosen, by: visitor.person, at: site.now())
      // What is over is deleted at once, so that the page tells of it.
      try await ApplyRetention(engine: site.engine)(at: site.now())
      return .see(Route.retention.path)
    } catch let invalid as Invalid {
      let values = chosen.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
      return try await page(context, Fields(values: values, problems: invalid.problems))
        .response(status: .unprocessableContent)
    }
  }

  private func page(_ context: SiteContext, _ fields: Fields) async throws -> HTML {
    let visitor = try context.requireDuty(.security)
    let last = try await site.engine.read { database in
      (
        set: try database.first(.lastAdminEntry(.retentionSet)),
        applied: try database.first(.lastAdminEntry(.retentionApplied))
      )
    }
    return Shell(site: site, title: "保存期限", visitor: visitor, current: .people, isNarrow: true).page {
      HTML.element("h1") { "保存期限" }
      fields.summary
      HTML.element("p") {
        "系统中有些个人信息只在一段时间内有用，可以设定期限，到期自动删除。自评的内容、历史、附件和已经公开的材料属于档案，不在此列。"
      }
      HTML.element("dl", [Attribute("class", "facts")]) {
        fact("上次设定", last.set.map { Moment($0).full } ?? "还没有设定，都不删除")
        fact("上次到期删除", last.applied.map { "\(Moment($0).full)，详见日志" } ?? "还没有删除过")
      }
      form(visitor, fields)
    }
  }

  private func fact(_ name: String, _ words: String) -> HTML {
    .element("div") {
      HTML.element("dt") { name }
      HTML.element("dd") { words }
    }
  }

  private func form(_ visitor: Visitor, _ fields: Fields) -> HTML {
    .element(
      "form", [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.retention.path)]
    ) {
      Fields.token(visitor)
      for data in RetainedData.allCases {
        let choices: [Int?] = [nil] + data.choices
        fields.choice(
          data.rawValue, data.title, hint: Self.hint(data),
          options: choices.map { ($0.map { "\($0)" } ?? "", RetainedData.words(months: $0)) })
      }
      HTML.element("p") { "已有的备份中仍含有这些内容，直到备份按份数被替换。" }
      HTML.element("div", [Attribute("class", "choice")]) {
        HTML.void(
          "input",
          [Attribute("type", "checkbox"), Attribute("id", "sure"), Attribute("name", "sure"), Attribute("value", "1")])
        HTML.element("label", [Attribute("for", "sure")]) { "我已了解：已经到期的随即删除，以后每小时检查一次，删除后不能恢复" }
      }
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", "danger")]) { "设定保存期限" }
        HTML.element("a", [Attribute("href", Route.people.path)]) { "取消" }
      }
    }
  }

  private static func hint(_ data: RetainedData) -> String {
    switch data {
    case .log: "登录、账号和单位变更等记录，含网络地址；自记录之日起。网络日志依法至少留存六个月。"
    case .mobiles: "自停用之日起；停用日期不明的，自首次设定之日起。姓名和账号留在历史中，不删除。"
    case .drafts: "单位上传用来填充自评的文件；自上传之日起，并且该份自评已办结。"
    }
  }
}
