import HTML
import HTTPTypes
import Hummingbird
import OpenID
import Operations

/// Signing in with another system: there, and back.
extension SignInPages {
  /// Browsers take a name of this kind from secure pages alone.
  private var attemptCookie: String { site.isSecure ? "__Secure-jiheng-sign-on" : "jiheng-sign-on" }

  func addIdentity(to router: Router<SiteContext>) {
    router.get("/sign-in/identity") { request, context in
      context.visitor == nil ? try await leaveForProvider(request, context) : Response.see(Self.next(request))
    }
    router.get("/sign-in/identity/return") { request, context in try await comeBack(request, context) }
  }

  private func leaveForProvider(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let desk = site.signOn else { throw NotFound() }
    do {
      let (address, attempt) = try await desk.begin(next: Self.next(request), at: site.now())
      var response = Response.see(address)
      response.headers[.setCookie] = attemptCookie(attempt, seconds: 600)
      return response
    } catch { return try await refusal(error, desk, request, context) }
  }

  private func comeBack(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let desk = site.signOn else { throw NotFound() }
    let parameters = request.uri.queryParameters
    let answer = SignOnAnswer(
      code: parameters["code"].map(String.init), state: parameters["state"].map(String.init),
      error: parameters["error"].map(String.init))
    let (now, address) = (site.now(), context.network(of: request))
    do {
      let (identity, next) = try await desk.finish(
        answer, cookie: request.cookies[attemptCookie]?.value, at: now)
      let token = try await SignInWithIdentity(engine: site.engine)(
        identity, agent: request.headers[.userAgent] ?? "", replacing: context.visitor?.session, from: address, at: now)
      var response = Response.see(next)
      response.headers.append(.init(name: .setCookie, value: cookie(token)))
      response.headers.append(.init(name: .setCookie, value: attemptCookie("", seconds: 0)))
      return response
    } catch let fault as OpenIDFault {
      return try await refusal(fault, desk, request, context)
    } catch let refusal as SignInWithIdentity.Refusal {
      return page(refusal.words(desk.provider.title), status: .forbidden)
    }
  }

  private func refusal(
    _ fault: OpenIDFault, _ desk: SignOnDesk, _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    if let detail = fault.detail {
      try await SignInWithIdentity(engine: site.engine).note(
        detail, from: context.network(of: request), at: site.now())
    }
    return page(fault.words(desk.provider.title), status: fault.status)
  }

  private func page(_ words: String, status: HTTPResponse.Status) -> Response {
    var response = signIn(next: Route.home.path, Fields(), refusal: words).response(status: status)
    response.headers[.setCookie] = attemptCookie("", seconds: 0)
    return response
  }

  /// Lax, since the browser comes back from another site.
  private func attemptCookie(_ value: String, seconds: Int) -> String {
    "\(attemptCookie)=\(value); Path=\(Route.signIn.path); Max-Age=\(seconds); HttpOnly; SameSite=Lax"
      + (site.isSecure ? "; Secure" : "")
  }
}

extension OpenIDFault {
  fileprivate func words(_ title: String) -> String {
    switch self {
    case .misconfigured, .unreachable: "\(title)暂时无法使用，请稍后再试，或用账号和密码登录。"
    case .refused: "\(title)没有完成登录，请重试，或用账号和密码登录。"
    case .stale: "这次登录已过期，或不是从本页开始的，请重新点击“用\(title)登录”。"
    case .unproven: "\(title)返回的身份无法核实，未能登录，请联系管理员。"
    }
  }

  /// For the log; nil for what anybody can bring about.
  fileprivate var detail: String? {
    switch self {
    case .misconfigured(let detail), .unreachable(let detail), .unproven(let detail): detail
    case .refused, .stale: nil
    }
  }

  fileprivate var status: HTTPResponse.Status {
    switch self {
    case .misconfigured, .unreachable: .badGateway
    case .refused, .unproven: .forbidden
    case .stale: .badRequest
    }
  }
}

extension SignInWithIdentity.Refusal {
  fileprivate func words(_ title: String) -> String {
    switch self {
    case .unknown(let account): "\(title)的账号“\(account)”在本系统没有对应的账号，请联系管理员。"
    case .taken(let account): "账号“\(account)”已绑定\(title)的另一个身份，请联系管理员。"
    case .closed(let account): "账号“\(account)”已停用，请联系管理员。"
    }
  }
}
