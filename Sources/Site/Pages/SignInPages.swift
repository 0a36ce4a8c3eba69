import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// Signing in and out, the own secret, and the first 管理员.
struct SignInPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/sign-in") { request, context in
      context.visitor == nil ? signIn(next: Self.next(request), Fields()).response() : Response.see(Route.home.path)
    }
    router.post("/sign-in") { request, context in try await enter(request, context) }
    router.post("/sign-out") { request, context in try await leave(request, context) }
    router.get("/account") { _, context in try await account(context, Fields()).response() }
    router.post("/account") { request, context in try await setSecret(request, context) }
    router.get("/account/second-factor") { _, _ in Response.see(Route.account.path) }
    router.post("/account/second-factor") { request, context in try await changeSecondFactor(request, context) }
    router.get("/set-up/:token") { _, context in try await setUpForm(context) }
    router.post("/set-up/:token") { request, context in try await setUp(request, context) }
  }

  // MARK: In and out

  /// Only an address of this site.
  private static func next(_ request: Request) -> String {
    let next = request.uri.queryParameters["next"].map(String.init) ?? ""
    return next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\") ? next : Route.home.path
  }

  private func signIn(next: String, _ fields: Fields) -> HTML {
    Shell(site: site, title: "登录", visitor: nil).card {
      HTML.element("h1", [Attribute("class", "visually-hidden")]) { "登录" }
      fields.summary
      HTML.element(
        "form", [Attribute("method", "post"), Attribute("action", "\(Route.signIn.path)?next=\(next.asQueryValue)")]
      ) {
        fields.text("name", "账号或手机号码", autocomplete: "username")
        fields.text("secret", "密码", hint: "首次登录请用管理员发放的一次性密码。", type: "password", autocomplete: "current-password")
        HTML.element("details", [Attribute("class", "more"), Attribute("open", when: !fields.problems.isEmpty)]) {
          HTML.element("summary") { "启用了双重验证" }
          fields.text("code", "动态验证码", hint: "手机验证器上的 6 位数字。", autocomplete: "one-time-code")
        }
        HTML.element("button", [Attribute("class", "primary block")]) { "登录" }
      }
      if site.checkup.settings.isOpen {
        HTML.element("p", [Attribute("class", "beside")]) {
          HTML.element("a", [Attribute("href", Route.checkup.path)]) { "不登录，体检一份自评报告" }
        }
      }
    }
  }

  private func enter(_ request: Request, _ context: SiteContext) async throws -> Response {
    let form = try await request.form(for: nil)
    let next = Self.next(request)
    let agent = request.headers[.userAgent] ?? ""
    let signedIn = try await SignIn(engine: site.engine)(
      name: form["name"], secret: form["secret"], code: form["code"], agent: agent,
      from: context.network(of: request), at: site.now())
    guard let signedIn else {
      let minutes = SignIn.lockSeconds / 60
      let message = "账号、密码或动态验证码不对。连续 \(SignIn.allowedFailures) 次不对，该账号暂停登录 \(minutes) 分钟，期间密码正确也不能登录。忘记密码请联系管理员重新发放。"
      let fields = Fields(values: ["name": form["name"]], problems: [FieldProblem("name", message)])
      return signIn(next: next, fields).response(status: .unprocessableContent)
    }
    var response = Response.see(signedIn.mustSetSecret ? Route.account.path : next)
    response.headers[.setCookie] = cookie(signedIn.token)
    return response
  }

  private func leave(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let visitor = context.visitor else { return .see(Route.signIn.path) }
    _ = try await request.form(for: visitor)
    _ = try await site.engine.write { database in try database.tell(.deleteSession(visitor.session)) }
    try await site.note(AdminEvent(.signedOut, visitor.person.account), by: visitor, request, context)
    var response = Response.see(Route.signIn.path)
    response.headers[.setCookie] = cookie("") + "; Max-Age=0"
    return response
  }

  private func cookie(_ token: String) -> String {
    "\(SessionMiddleware.cookie)=\(token); Path=/; HttpOnly; SameSite=Lax" + (site.isSecure ? "; Secure" : "")
  }

  // MARK: The own secret

  private func account(_ context: SiteContext, _ fields: Fields) async throws -> HTML {
    guard let visitor = context.visitor else { throw SignInNeeded() }
    let factor = try await site.engine.read { try $0.first(.secondFactor(of: visitor.person.id)) }
    let form = HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.account.path)]) {
      Fields.token(visitor)
      fields.text(
        "secret", "新密码", hint: "至少 10 位，含两类以上字符；或不少于 16 位。", type: "password", autocomplete: "new-password")
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

  private func setSecret(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let visitor = context.visitor else { throw SignInNeeded() }
    let form = try await request.form(for: visitor)
    do {
      var generator = SystemRandomNumberGenerator()
      let token = Secret.token(using: &generator)
      try await Accounts(engine: site.engine).setSecret(
        form["secret"], repeated: form["repeated"], of: visitor.person, session: Digest.of(token),
        csrf: Secret.token(using: &generator), agent: request.headers[.userAgent] ?? "", at: site.now())
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

  private func changeSecondFactor(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let visitor = context.visitor else { throw SignInNeeded() }
    let form = try await request.form(for: visitor)
    let factors = SecondFactors(engine: site.engine)
    do {
      switch SecondFactorSection.Act(rawValue: form["act"]) {
      case .begin: try await factors.begin(visitor.person)
      case .confirm: try await factors.confirm(form["code"], of: visitor.person, at: site.now())
      case .remove: try await factors.remove(form["code"], of: visitor.person, at: site.now())
      case nil: throw Invalid([FieldProblem("code", "请在本页选择要做的操作。")])
      }
    } catch let invalid as Invalid {
      return try await refused(context, invalid)
    }
    return .see("\(Route.account.path)#second-factor")
  }

  // MARK: The first 管理员

  private func setUpForm(_ context: SiteContext) async throws -> Response {
    let token = try context.parameters.require("token")
    try await demand(token)
    return setUpPage(token, Fields()).response()
  }

  private func demand(_ token: String) async throws {
    let expiry = try await site.engine.read { try $0.first(.setupLinkExpiry(Digest.of(token))) }
    guard let expiry, expiry >= site.now() else { throw NotFound() }
  }

  private func setUpPage(_ token: String, _ fields: Fields) -> HTML {
    Shell(site: site, title: "建立管理员", visitor: nil).card {
      HTML.element("h1") { "建立第一位管理员" }
      fields.summary
      HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.setUp(token).path)]) {
        fields.text("account", "账号", hint: "2 至 30 个字符", autocomplete: "username")
        fields.text("name", "姓名", autocomplete: "name")
        fields.text("mobile", "手机号码（可不填）", autocomplete: "tel")
        fields.text("secret", "密码", hint: "至少 10 位，含两类以上字符", type: "password", autocomplete: "new-password")
        fields.text("repeated", "再输入一次", type: "password", autocomplete: "new-password")
        HTML.element("button", [Attribute("class", "primary block")]) { "建立管理员" }
      }
    }
  }

  private func setUp(_ request: Request, _ context: SiteContext) async throws -> Response {
    let token = try context.parameters.require("token")
    let form = try await request.form(for: nil)
    let entry = Accounts.Entry(account: form["account"], name: form["name"], mobile: form["mobile"], posts: [])
    do {
      try await Accounts(engine: site.engine).setUp(
        token: token, entry: entry, secret: form["secret"], repeated: form["repeated"], at: site.now())
      return .see(Route.signIn.path)
    } catch let invalid as Invalid {
      let values = ["account": form["account"], "name": form["name"], "mobile": form["mobile"]]
      return setUpPage(token, Fields(values: values, problems: invalid.problems)).response(
        status: .unprocessableContent)
    }
  }
}
