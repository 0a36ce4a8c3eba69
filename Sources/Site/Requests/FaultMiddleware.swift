import Conversion
import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import JSON
import Logging
import Operations

/// Turns what went wrong into a page or an answer that says what happened and what to do.
struct FaultMiddleware: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      return answer(to: error, request, context)
    }
  }

  private func answer(to error: any Error, _ request: Request, _ context: SiteContext) -> Response {
    let wantsJSON = (request.headers[.contentType] ?? "").hasPrefix("application/json")
    if error is SecretNeeded, !wantsJSON { return .redirect(to: Route.account.path, type: .normal) }
    if error is SignInNeeded, !wantsJSON, request.method == .get {
      return .redirect(to: "\(Route.signIn.path)?next=\(request.uri.path)", type: .normal)
    }
    let problem = Problem(error, context: context, incident: incident)
    if wantsJSON { return .json(["message": .string(problem.message)], status: problem.status) }
    let page = Shell(
      site: site, title: problem.title, visitor: context.visitor?.mustSetSecret == true ? nil : context.visitor,
      isNarrow: true
    ).page {
      HTML.element("h1") { problem.title }
      HTML.element("p") { problem.message }
      if !problem.reasons.isEmpty {
        HTML.element("ul", [Attribute("class", "refusals")]) {
          for reason in problem.reasons { HTML.element("li") { reason } }
        }
      }
      if let incident = problem.incident {
        HTML.element("p", [Attribute("class", "incident")]) {
          "编号 "
          HTML.element("code") { incident }
        }
      }
      HTML.element("p") { HTML.element("a", [Attribute("href", Route.home.path)]) { "返回首页" } }
    }
    return page.response(status: problem.status)
  }

  private var incident: String {
    var generator = SystemRandomNumberGenerator()
    return String(Secret.oneTime(using: &generator).prefix(9))
  }
}

/// What is told of an error.
private struct Problem {
  var status: HTTPResponse.Status
  var title: String
  var message: String
  var reasons: [String] = []
  var incident: String?

  init(_ error: any Error, context: SiteContext, incident: @autoclosure () -> String) {
    switch error {
    case is NotFound: self.init(.notFound, "没有找到", "没有这个页面，或者您无权查看。")
    case is SignInNeeded: self.init(.unauthorized, "请先登录", "登录已过期，请重新登录；未保存的内容仍在本机。")
    case is SecretNeeded: self.init(.forbidden, "请先设置密码", "请先设置自己的密码。")
    case let forbidden as Forbidden: self.init(.forbidden, "不能进行此操作", forbidden.message)
    case let refused as Refused:
      let isPersonal = refused.reasons.contains(where: \.isAboutThePerson)
      self.init(isPersonal ? .forbidden : .conflict, "现在不能进行此操作", "原因如下：")
      reasons = refused.reasons.map(\.message)
      message = reasons.count == 1 ? reasons.removeFirst() : message
    case is StaleVersion: self.init(.conflict, "内容已有变化", "在您查看之后，内容又有修改。请返回重新查看后再操作。")
    case let invalid as Invalid:
      self.init(.unprocessableContent, "填写有误", invalid.problems.map(\.message).joined(separator: ""))
    case is Malformed: self.init(.badRequest, "请求无法识别", "请求的格式不对，请返回后重试。")
    case let large as TooLarge:
      self.init(.contentTooLarge, "内容太大", "提交的内容超过 \(large.limit / 1_048_576) MB，请减小后重试。")
    case is ForgedRequest: self.init(.forbidden, "页面已失效", "此页面已失效或不是从本系统打开的，请刷新后重试。")
    case let fault as PagesFault: self.init(.serviceUnavailable, "没有生成 PDF", fault.message)
    case DatabaseFault.unavailable:
      self.init(.serviceUnavailable, "暂时不能保存", "数据库暂时不可用，您的内容没有丢失，请稍后重试。")
      self.incident = Self.log(error, context, incident())
    case let fault as HTTPError where fault.status.code < 500:
      self.init(fault.status, fault.status == .notFound ? "没有找到" : "请求无法处理", "没有这个页面，或请求的方式不对。")
    default:
      self.init(.internalServerError, "系统出错了", "出现了意外的错误，内容可能没有保存。请把下面的编号告诉管理员。")
      self.incident = Self.log(error, context, incident())
    }
  }

  private init(_ status: HTTPResponse.Status, _ title: String, _ message: String) {
    self.status = status
    self.title = title
    self.message = message
  }

  private static func log(_ error: any Error, _ context: SiteContext, _ incident: String) -> String {
    context.logger.error("fault", metadata: ["incident": "\(incident)", "error": "\(error)"])
    return incident
  }
}
