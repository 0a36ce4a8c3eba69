import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 人员: who has which posts; new people and new one-time secrets.
struct PeoplePages {
  let site: Site
  private static let pageSize = 100

  func add(to router: Router<SiteContext>) {
    router.get("/admin/people") { request, context in
      try await list(request, context, Fields(), issued: nil).response()
    }
    router.post("/admin/people") { request, context in try await create(request, context) }
    router.get("/admin/people/:person") { _, context in try await edit(context, nil).response() }
    router.post("/admin/people/:person") { request, context in try await update(request, context) }
    router.post("/admin/people/:person/reset") { request, context in try await reset(request, context) }
  }

  /// "handler@201001" or "finance".
  static func posts(_ form: FormFields) -> [Post] {
    let unit = form["unit"].filter { !$0.isWhitespace }
    return form.all("post").compactMap { Post.Kind(rawValue: $0) }.map { Post($0, at: $0.isAtUnit ? unit : nil) }
      + form.all("kept").compactMap(Self.post)
  }

  private static func post(_ text: String) -> Post? {
    let parts = text.split(separator: "@").map(String.init)
    return parts.first.flatMap { Post.Kind(rawValue: $0) }.map { Post($0, at: parts.count > 1 ? parts[1] : nil) }
  }
  static func text(_ post: Post) -> String {
    post.unit.map { "\(post.kind.rawValue)@\($0)" } ?? post.kind.rawValue
  }

  private func entry(_ form: FormFields) throws -> Accounts.Entry {
    let posts = Self.posts(form)
    if posts.contains(where: { $0.kind.isAtUnit && ($0.unit ?? "").isEmpty }) {
      throw Invalid([FieldProblem("unit", "经办岗和审核岗须填单位编码。")])
    }
    return Accounts.Entry(account: form["account"], name: form["name"], mobile: form["mobile"], posts: posts)
  }

  private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.administrator)
    let form = try await request.form(for: visitor)
    do {
      let entry = try entry(form)
      guard !entry.posts.isEmpty else { throw Invalid([FieldProblem("post", "请至少选择一个岗位。")]) }
      let created = try await Accounts(engine: site.engine).create(entry, at: site.now())
      return try await list(request, context, Fields(), issued: (form["account"], created.secret)).response()
    } catch let invalid as Invalid {
      return try await list(request, context, Self.fields(form, invalid), issued: nil).response(
        status: .unprocessableContent)
    }
  }

  private static func fields(_ form: FormFields, _ invalid: Invalid) -> Fields {
    var values: [String: String] = [:]
    for name in ["account", "name", "mobile", "unit"] { values[name] = form[name] }
    return Fields(values: values, problems: invalid.problems)
  }

  private func update(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.administrator)
    let form = try await request.form(for: visitor)
    guard let id = context.parameters.get("person", as: Int64.self) else { throw NotFound() }
    do {
      let isClosed = form["closed"] == "1"
      if isClosed, id == visitor.person.id { throw Invalid([FieldProblem("closed", "不能停用自己的账号。")]) }
      try await Accounts(engine: site.engine).update(id, try entry(form), isClosed: isClosed)
      return .see(Route.people.path)
    } catch let invalid as Invalid {
      return try await edit(context, invalid).response(status: .unprocessableContent)
    }
  }

  private func reset(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.administrator)
    _ = try await request.form(for: visitor)
    guard let id = context.parameters.get("person", as: Int64.self) else { throw NotFound() }
    let person = try await site.engine.read { try $0.person(id) }
    guard let person else { throw NotFound() }
    let secret = try await Accounts(engine: site.engine).reset(id, at: site.now())
    return try await list(request, context, Fields(), issued: (person.account, secret)).response()
  }

  private func list(
    _ request: Request, _ context: SiteContext, _ fields: Fields, issued: (account: String, secret: String)?
  ) async throws -> HTML {
    let visitor = try context.requirePost(.administrator)
    let text = request.uri.queryParameters["q"].map(String.init) ?? ""
    let page = max(1, request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1)
    let (people, total) = try await site.engine.read { database in
      (
        try database.people(matching: text, limit: Self.pageSize, offset: (page - 1) * Self.pageSize),
        Int(try database.first(Query<Int64>.personCount(matching: text)) ?? 0)
      )
    }
    return Shell(site: site, title: "人员", visitor: visitor, current: .people).page {
      HTML.element("h1") { "人员" }
      fields.summary
      if let issued { Self.secretNotice(issued.account, issued.secret) }
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          HTML.element(
            "form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]
          ) {
            Fields(values: ["q": text]).text("q", "账号或姓名")
            HTML.element("button") { "筛选" }
          }
          HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
            "共 \(total) 人，第 \(page) 页"
          }
          table(people, visitor)
          if total > page * Self.pageSize {
            HTML.element("nav", [Attribute("class", "pages"), Attribute("aria-label", "分页")]) {
              HTML.element("a", [Attribute("href", "?page=\(page + 1)"), Attribute("rel", "next")]) { "下一页" }
            }
          }
        }
        HTML.element("aside") { newPerson(visitor, fields) }
      }
    }
  }

  private static func secretNotice(_ account: String, _ secret: String) -> HTML {
    .element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) {
      HTML.element("strong") { "\(account) 的一次性密码：" }
      HTML.element("code", [Attribute("id", "secret"), Attribute("class", "secret")]) { secret }
      " "
      HTML.element(
        "button",
        [
          Attribute("type", "button"), Attribute("class", "quiet small"), Attribute("data-copy", "#secret"),
          Attribute("hidden", ""),
        ]
      ) { "复制" }
      HTML.element("p") { "只显示这一次，请当面或电话告知本人。14 天内有效，首次登录后须设置自己的密码。" }
    }
  }

  private func table(_ people: [Person], _ visitor: Visitor) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "list-scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "人员"),
      ]
    ) {
      HTML.element("table", [Attribute("class", "list")]) {
        HTML.element("thead") {
          HTML.element("tr") {
            for caption in ["账号", "姓名", "岗位", "状态"] { HTML.element("th", [Attribute("scope", "col")]) { caption } }
            HTML.element("th", [Attribute("scope", "col")]) {
              HTML.element("span", [Attribute("class", "visually-hidden")]) { "操作" }
            }
          }
        }
        HTML.element("tbody") {
          for person in people {
            HTML.element("tr") {
              HTML.element("th", [Attribute("scope", "row")]) { person.account }
              HTML.element("td", [Attribute("data-label", "姓名")]) { person.name }
              HTML.element("td", [Attribute("data-label", "岗位")]) {
                person.posts.map { "\($0.unit.map { "\($0) " } ?? "")\($0.kind.title)" }.joined(separator: "、")
              }
              HTML.element("td", [Attribute("data-label", "状态")]) { person.isClosed ? "已停用" : "在用" }
              HTML.element("td", [Attribute("class", "row-actions")]) {
                HTML.element(
                  "a", [Attribute("href", Route.person(person.id).path), Attribute("aria-label", "修改 \(person.name)")]
                ) { "修改" }
                HTML.element(
                  "form", [Attribute("method", "post"), Attribute("action", Route.resetSecret(person.id).path)]
                ) {
                  Fields.token(visitor)
                  HTML.element(
                    "button", [Attribute("class", "quiet small"), Attribute("aria-label", "重发 \(person.name) 的一次性密码")]
                  ) { "重发一次性密码" }
                }
              }
            }
          }
        }
      }
    }
  }

  private func newPerson(_ visitor: Visitor, _ fields: Fields) -> HTML {
    .element(
      "form", [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.people.path)]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "新增人员" }
      fields.text("account", "账号", hint: "用于登录，建议用姓名拼音或工号")
      fields.text("name", "姓名")
      fields.text("mobile", "手机号码（可不填）", hint: "可用来登录，可随时更换")
      Self.postChoices(fields, chosen: [])
      fields.text("unit", "单位编码", hint: "经办岗、审核岗须填", width: "w8")
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", "primary")]) { "新增并生成一次性密码" }
      }
    }
  }

  static func postChoices(_ fields: Fields, chosen: Set<Post.Kind>) -> HTML {
    .element(
      "fieldset",
      [Attribute("class", fields.message(for: "post") == nil ? "field" : "field invalid"), Attribute("id", "post")]
    ) {
      HTML.element("legend") { "岗位" }
      if let message = fields.message(for: "post") { HTML.element("p", [Attribute("class", "error")]) { message } }
      for kind in Post.Kind.allCases {
        HTML.element("div", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", "post-\(kind.rawValue)"), Attribute("name", "post"),
              Attribute("value", kind.rawValue), Attribute("checked", when: chosen.contains(kind)),
            ])
          HTML.element("label", [Attribute("for", "post-\(kind.rawValue)")]) {
            kind.title + (kind.isAtUnit ? "（单位）" : "（财政局）")
          }
        }
      }
    }
  }
}
