import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// The own account: who one is, the secret, and the second factor.
extension SignInPages {
  func account(_ context: SiteContext, _ fields: Fields) async throws -> HTML {
    guard let visitor = context.visitor else { throw SignInNeeded() }
    let now = site.now()
    let (factor, sessions) = try await site.engine.read { database in
      (
        try database.first(.secondFactor(of: visitor.person.id)),
        try database.ask(
          .sessions(
            of: visitor.person.id, seenAfter: now - SessionMiddleware.idleSeconds,
            begunAfter: now - SessionMiddleware.longestSeconds))
      )
    }
    let form = HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.account.path)]) {
      Fields.token(visitor)
      if !visitor.mustSetSecret {
        fields.text(
          "present", "原密码", hint: site.signOn == nil ? "" : "还没有自己的密码的，填管理员发放的一次性密码。", type: "password",
          autocomplete: "current-password")
      }
      fields.text(
        "secret", "新密码", hint: "至少 10 位，不要用常见的密码、账号、日期或相连的键。", type: "password", autocomplete: "new-password")
      fields.text("repeated", "再输入一次", type: "password", autocomplete: "new-password")
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", "primary")]) { "设置密码" }
      }
    }
    if visitor.mustSetSecret {
      return Shell(site: site, title: "设置密码", visitor: visitor).card {
        HTML.element("h1") { "请设置自己的密码" }
        HTML.element("p", [Attribute("class", "sub")]) { "一次性密码只能用来设置新密码。" }
        fields.summary
        form
      }
    }
    return Shell(site: site, title: "账户", visitor: visitor, current: .account, isNarrow: true).page {
      HTML.element("h1") { "账户" }
      fields.summary
      HTML.element("dl", [Attribute("class", "facts")]) {
        for (term, value) in facts(visitor.person) {
          HTML.element("div") {
            HTML.element("dt") { term }
            HTML.element("dd") { value }
          }
        }
      }
      HTML.element("h2") { "修改密码" }
      form
      SecondFactorSection(visitor: visitor, factor: factor, fields: fields).html
      SessionSection(visitor: visitor, sessions: sessions).html
    }
  }

  private func facts(_ person: Person) -> [(String, String)] {
    let posts = person.ownPosts.map { "\($0.unit.map { "\($0) " } ?? "")\($0.kind.title)" }.joined(separator: "、")
    let deputed = person.deputyships.map { deputyship in
      "\(deputyship.post.unit.map { "\($0) " } ?? "")\(deputyship.post.kind.title)（代 \(deputyship.principalName)，至\(Moment.day(deputyship.term.until?.description ?? ""))）"
    }.joined(separator: "、")
    return (deputed.isEmpty ? [] : [("代行岗位", deputed)]) + [
      ("账号", person.account), ("姓名", person.name), ("手机号码", person.mobile ?? "未填"), ("岗位", posts),
    ]
  }

  func setSecret(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let visitor = context.visitor else { throw SignInNeeded() }
    let form = try await request.form(for: visitor)
    do {
      var generator = SystemRandomNumberGenerator()
      let token = Secret.token(using: &generator)
      try await Accounts(engine: site.engine).setSecret(
        form["secret"], repeated: form["repeated"], present: visitor.mustSetSecret ? nil : form["present"],
        of: visitor.person, session: Digest.of(token),
        csrf: Secret.token(using: &generator), agent: request.headers[.userAgent] ?? "",
        from: context.network(of: request), at: site.now())
      var response = Response.see(Route.home.path)
      response.headers[.setCookie] = cookie(token)
      return response
    } catch let invalid as Invalid {
      return try await refused(context, invalid)
    }
  }

  private func refused(_ context: SiteContext, _ invalid: Invalid) async throws -> Response {
    try await account(context, Fields(problems: invalid.problems)).response(status: .unprocessableContent)
  }

  func changeSecondFactor(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let visitor = context.visitor else { throw SignInNeeded() }
    let form = try await request.form(for: visitor)
    let (factors, address) = (SecondFactors(engine: site.engine), context.network(of: request))
    do {
      switch SecondFactorSection.Act(rawValue: form["act"]) {
      case .begin:
        try await factors.begin(form["factorSecret"], of: visitor.person, from: address, at: site.now())
      case .confirm:
        try await factors.confirm(
          form["code"], of: visitor.person, session: visitor.session, from: address, at: site.now())
      case .remove: try await factors.remove(form["code"], of: visitor.person, from: address, at: site.now())
      case nil: throw Invalid([FieldProblem("code", "请在本页选择要做的操作。")])
      }
    } catch let invalid as Invalid {
      return try await refused(context, invalid)
    }
    return .see("\(Route.account.path)#second-factor")
  }
}
