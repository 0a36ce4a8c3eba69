import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 接口令牌: what other systems act with; given out, told once, and taken back.
struct TokensPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/tokens") { request, context in
      try await page(request, context, Fields(values: ["days": "365"]), [], issued: nil).response()
    }
    router.post("/admin/tokens") { request, context in try await issue(request, context) }
    router.post("/admin/tokens/:token/revoke") { request, context in
      let visitor = try context.requireDuty(.security)
      _ = try await request.form(for: visitor)
      guard let id = context.parameters.get("token", as: Int64.self) else { throw NotFound() }
      try await ServiceTokens(engine: site.engine).revoke(id, by: visitor.person.id, at: site.now())
      return Response.see(Route.tokens.path)
    }
  }

  private func issue(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    let form = try await request.form(for: visitor)
    let scopes = form.all("scope").compactMap(AccessScope.init(rawValue:))
    do {
      let entry = ServiceTokens.Entry(
        name: form["name"], scopes: scopes, account: form["account"], days: form["days"])
      guard !entry.days.isEmpty else { throw Invalid([FieldProblem("days", "请填写有效天数。")]) }
      let token = try await ServiceTokens(engine: site.engine).issue(entry, by: visitor.person.id, at: site.now())
      let fields = Fields(values: ["days": "365"])
      return try await page(request, context, fields, [], issued: (entry.name, token)).response()
    } catch let invalid as Invalid {
      var fields = Fields(problems: invalid.problems)
      for name in ["name", "account", "days"] { fields.values[name] = form[name] }
      return try await page(request, context, fields, scopes, issued: nil).response(status: .unprocessableContent)
    }
  }

  private func page(
    _ request: Request, _ context: SiteContext, _ fields: Fields, _ chosen: [AccessScope],
    issued: (name: String, token: String)?
  ) async throws -> HTML {
    let visitor = try context.requireDuty(.security)
    let page = request.pageNumber
    let (tokens, total) = try await site.engine.read { database in
      (
        try database.ask(.accessTokens(limit: Paging.size, offset: (page - 1) * Paging.size)),
        Int(try database.first(Query<Int64>.accessTokenCount) ?? 0)
      )
    }
    return Shell(site: site, title: "接口令牌", visitor: visitor, current: .tokens).page {
      HTML.element("h1") { "接口令牌" }
      fields.summary
      if let issued { Self.notice(issued.name, issued.token) }
      HTML.element("p") {
        "其他系统凭令牌读取和操作，能做的不超过所代表的账号和所选的权限范围。"
        HTML.element("a", [Attribute("href", Route.interface.path)]) { "接口说明" }
      }
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          if tokens.isEmpty {
            FilingTable.empty("还没有令牌。", "需要与其他系统连接时，在这里发放。")
          } else {
            table(tokens, visitor)
            Paging(page: page, total: total) { "?page=\($0)" }.html
          }
        }
        HTML.element("aside") { form(visitor, fields, chosen) }
      }
    }
  }

  private static func notice(_ name: String, _ token: String) -> HTML {
    .element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) {
      HTML.element("strong") { "\(name) 的令牌：" }
      HTML.element("code", [Attribute("id", "secret"), Attribute("class", "secret")]) { token }
      " "
      HTML.element(
        "button",
        [
          Attribute("type", "button"), Attribute("class", "quiet small"), Attribute("data-copy", "#secret"),
          Attribute("hidden", ""),
        ]
      ) { "复制" }
      HTML.element("p") { "只显示这一次，请妥善交给对方系统的管理人员。" }
    }
  }

  private func table(_ tokens: [AccessToken], _ visitor: Visitor) -> HTML {
    let columns: [ListTable.Column] = [
      .init(words: "系统"), .init(words: "权限范围"), .init(words: "有效期至"), .init(words: "最近使用"),
      .init(words: "状态"), .init(words: "操作", isHidden: true),
    ]
    return ListTable(caption: "接口令牌", columns: columns).html {
      for token in tokens {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            token.name
            if let account = token.account {
              HTML.element("span", [Attribute("class", "sub")]) { "代表 \(account)" }
            }
          }
          ListTable.cell("权限范围") { token.scopes.map(\.title).joined(separator: "；") }
          ListTable.cell("有效期至") { token.expiresAt.map { Moment($0).isoDay } ?? "长期" }
          ListTable.cell("最近使用") { token.usedAt.map { Moment($0).full } ?? "没有使用过" }
          ListTable.cell("状态") { state(token) }
          HTML.element("td", [Attribute("class", "row-actions")]) {
            if token.revokedAt == nil {
              Confirmation(
                words: "收回", spoken: "收回 \(token.name) 的令牌",
                consequence: "收回以后，\(token.name)不能再读取和操作，也不能恢复。", confirm: "确定收回",
                path: Route.revokeToken(token.id).path, visitor: visitor
              ).html
            }
          }
        }
      }
    }
  }

  private func state(_ token: AccessToken) -> HTML {
    let (tone, words) =
      token.revokedAt != nil
      ? ("notStarted", "已收回") : token.isGood(at: site.now()) ? ("done", "在用") : ("overdue", "已到期")
    return .element("span", [Attribute("class", "state \(tone)")]) { words }
  }

  private func form(_ visitor: Visitor, _ fields: Fields, _ chosen: [AccessScope]) -> HTML {
    .element(
      "form", [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.tokens.path)]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "发放令牌" }
      fields.text("name", "系统名称", hint: "用于辨认，如“预算管理一体化系统”")
      fields.text("account", "代表的账号", hint: "对方系统以此账号的身份操作；只报送预算数据的可不填")
      scopes(fields, chosen)
      fields.text("days", "有效天数", hint: "1 至 1100 天，到期后须重新发放", width: "w8")
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", "primary")]) { "发放" }
      }
    }
  }

  private func scopes(_ fields: Fields, _ chosen: [AccessScope]) -> HTML {
    .element(
      "fieldset",
      [Attribute("class", fields.message(for: "scope") == nil ? "field" : "field invalid"), Attribute("id", "scope")]
    ) {
      HTML.element("legend") { "权限范围" }
      if let message = fields.message(for: "scope") { HTML.element("p", [Attribute("class", "error")]) { message } }
      for scope in AccessScope.allCases {
        let id = "scope-" + scope.rawValue.replacing(":", with: "-")
        HTML.element("div", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", id), Attribute("name", "scope"),
              Attribute("value", scope.rawValue), Attribute("checked", when: chosen.contains(scope)),
            ])
          HTML.element("label", [Attribute("for", id)]) {
            scope.title + (scope == .readPeople ? "（不含密码和手机号码）" : "")
          }
        }
      }
    }
  }
}
