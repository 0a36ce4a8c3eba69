import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import OpenID
import Operations
import Store

/// Signing in and out, the own account, and the first 管理员.
struct SignInPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/sign-in") { request, context in
      context.visitor == nil ? signIn(next: Self.next(request), Fields()).response() : Response.see(Route.home.path)
    }
    addIdentity(to: router)
    router.post("/sign-in") { request, context in try await enter(request, context) }
    router.post("/sign-out") { request, context in try await leave(request, context) }
    router.get("/account") { _, context in try await account(context, Fields()).response() }
    router.post("/account") { request, context in try await setSecret(request, context) }
    router.get("/account/second-factor") { _, _ in Response.see(Route.account.path) }
    router.post("/account/second-factor") { request, context in try await changeSecondFactor(request, context) }
    router.get("/account/sessions") { _, _ in Response.see(Route.account.path) }
    router.post("/account/sessions") { request, context in try await leaveElsewhere(request, context) }
    router.get("/set-up/:token") { _, context in try await setUpForm(context) }
    router.post("/set-up/:token") { request, context in try await setUp(request, context) }
  }

  // MARK: In and out

  /// Only an address of this site.
  static func next(_ request: Request) -> String {
    let next = request.uri.queryParameters["next"].map(String.init) ?? ""
    // Browsers leave tabs and line breaks out, and take a backslash for a slash: another site could stand behind them.
    let isPlain = next.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
    return next.hasPrefix("/") && !next.hasPrefix("//") && isPlain ? next : Route.home.path
  }

  /// - Parameter refusal: why another system's sign-in came to nothing.
  func signIn(next: String, _ fields: Fields, refusal: String? = nil) -> HTML {
    Shell(site: site, title: "登录", visitor: nil).card {
      HTML.element("h1", [Attribute("class", "visually-hidden")]) { "登录" }
      fields.summary
      if let refusal {
        HTML.element("div", [Attribute("class", "error-summary"), Attribute("role", "alert")]) {
          HTML.element("p") { refusal }
        }
      }
      HTML.element(
        "form", [Attribute("method", "post"), Attribute("action", "\(Route.signIn.path)?next=\(next.asQueryValue)")]
      ) {
        fields.text("name", "账号或手机号码", autocomplete: "username")
        fields.text("secret", "密码", hint: "首次登录请用管理员发放的一次性密码。", type: "password", autocomplete: "current-password")
        HTML.element("details", [Attribute("class", "more"), Attribute("open", when: !fields.problems.isEmpty)]) {
          HTML.element("summary") { "已启用双重验证的，请点这里" }
          fields.text("code", "动态验证码", hint: "手机验证器上的 6 位数字。", autocomplete: "one-time-code")
        }
        HTML.element("button", [Attribute("class", "primary block")]) { "登录" }
      }
      if let provider = site.signOn?.provider {
        HTML.element("p", [Attribute("class", "beside")]) {
          HTML.element(
            "a",
            [Attribute("class", "button block"), Attribute("href", "\(Route.identity.path)?next=\(next.asQueryValue)")]
          ) { "用\(provider.title)登录" }
        }
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
    let (address, now) = (context.network(of: request), site.now())
    let signedIn = try await site.signInLimit.count(address, at: now) {
      try await SignIn(engine: site.engine)(
        name: form["name"], secret: form["secret"], code: form["code"], agent: agent,
        in: request.cookies[SessionMiddleware.browserCookie(of: site)]?.value, replacing: context.visitor?.session,
        from: address, at: now)
    }
    guard let signedIn else {
      let minutes = SignIn.lockSeconds / 60
      let message =
        "账号、密码或动态验证码不对。连续 \(SignIn.allowedFailures) 次不对，该账号在这里暂停登录 \(minutes) 分钟，期间密码正确也不能登录。忘记密码请联系管理员重新发放。"
      let fields = Fields(values: ["name": form["name"]], problems: [FieldProblem("name", message)])
      return signIn(next: next, fields).response(status: .unprocessableContent)
    }
    var response = Response.see(signedIn.mustSetSecret ? Route.account.path : next)
    response.headers[.setCookie] = cookie(signedIn.token)
    if let browser = signedIn.browser {
      response.headers.append(HTTPField(name: .setCookie, value: browserCookie(browser)))
    }
    return response
  }

  private func leave(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let visitor = context.visitor else { return .see(Route.signIn.path) }
    _ = try await request.form(for: visitor)
    try await SignOut(engine: site.engine)(
      visitor.person, session: visitor.session, from: context.network(of: request), at: site.now())
    var response = Response.see(Route.signIn.path)
    response.headers[.setCookie] = cookie("") + "; Max-Age=0"
    return response
  }

  private func leaveElsewhere(_ request: Request, _ context: SiteContext) async throws -> Response {
    // Also for those who have to set up a second factor first.
    guard let visitor = context.visitor else { throw SignInNeeded() }
    _ = try await request.form(for: visitor)
    try await SignOut(engine: site.engine).elsewhere(
      visitor.person, but: visitor.session, from: context.network(of: request), at: site.now())
    return .see("\(Route.account.path)#sessions")
  }

  func cookie(_ token: String) -> String { cookie(SessionMiddleware.cookie(of: site), token) }

  private func browserCookie(_ token: String) -> String {
    cookie(SessionMiddleware.browserCookie(of: site), token) + "; Max-Age=\(SignIn.browserSeconds)"
  }

  private func cookie(_ name: String, _ value: String) -> String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (site.isSecure ? "; Secure" : "")
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
        fields.text(
          "secret", "密码", hint: "至少 10 位，不要用常见的密码、账号、日期或相连的键。", type: "password", autocomplete: "new-password")
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
