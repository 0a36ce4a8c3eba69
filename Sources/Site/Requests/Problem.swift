import Conversion
import Database
import Evaluation
import HTTPTypes
import Hummingbird
import JSON
import Logging
import Operations

/// What is told of an error, to people on a page and to programs as `application/problem+json` (RFC 9457).
struct Problem {
  var status: HTTPResponse.Status
  /// Told to programs: stays the same while the words may change.
  var kind: String
  var title: String
  var message: String
  var reasons: [String] = []
  /// What is wrong in which field.
  var fields: [FieldProblem] = []
  var incident: String?
  var headers: HTTPFields = [:]

  init(_ error: any Error, context: SiteContext, incident: @autoclosure () -> String) {
    switch error {
    case is NotFound: self.init(.notFound, "not-found", "没有找到", "没有这个页面，或者您无权查看。")
    case is SignInNeeded:
      self.init(.unauthorized, "sign-in-needed", "请先登录", "登录已过期，请重新登录；未保存的内容仍在本机。")
    case is SecretNeeded: self.init(.forbidden, "secret-needed", "请先设置密码", "请先设置自己的密码。")
    case is FactorNeeded: self.init(.forbidden, "factor-needed", "请先启用双重验证", "您的岗位须启用双重验证，请先在“账户”页启用。")
    case let forbidden as Forbidden: self.init(.forbidden, "forbidden", "不能进行此操作", forbidden.message)
    case let refused as Refused:
      let isPersonal = refused.reasons.contains(where: \.isAboutThePerson)
      self.init(isPersonal ? .forbidden : .conflict, "refused", "现在不能进行此操作", "原因如下：")
      reasons = refused.reasons.map(\.message)
      message = reasons.count == 1 ? reasons.removeFirst() : message
    case is StaleVersion: self.init(.conflict, "stale", "内容已有变化", "在您查看之后，内容又有修改。请返回重新查看后再操作。")
    case let invalid as Invalid:
      self.init(.unprocessableContent, "invalid", "填写有误", invalid.problems.map(\.message).joined(separator: ""))
      fields = invalid.problems
    case is Malformed: self.init(.badRequest, "malformed", "请求无法识别", "请求的格式不对，请返回后重试。")
    case let large as TooLarge:
      self.init(
        .contentTooLarge, "too-large", "内容太大", "提交的内容超过 \(large.limit / 1_048_576) MB，请减小后重试。")
    case is ForgedRequest:
      self.init(.forbidden, "forged", "页面已失效", "此页面已失效或不是从本系统打开的，请刷新后重试。")
    case let unfit as TemplateUnfit: self.init(.conflict, "template-unfit", "没有生成 Word 文档", unfit.message)
    case let fault as PagesFault:
      self.init(.serviceUnavailable, "no-pages", "没有生成 PDF", fault.message)
    case DatabaseFault.unavailable:
      self.init(.serviceUnavailable, "unavailable", "数据库暂时不可用", "已保存的内容没有丢失，没有保存的请留在页面上，稍后重试。")
      self.incident = Self.log(error, context, incident())
    case let fault as HTTPError where fault.status.code < 500:
      self.init(
        fault.status, fault.status == .notFound ? "not-found" : "malformed",
        fault.status == .notFound ? "没有找到" : "请求无法处理", "没有这个页面，或请求的方式不对。")
    default:
      if let problem = Self(ofInterface: error) {
        self = problem
      } else {
        self.init(
          .internalServerError, "fault", "系统出错了", "出现了意外的错误，内容可能没有保存。请把下面的编号告诉管理员。")
        self.incident = Self.log(error, context, incident())
      }
    }
  }

  /// What other systems meet, most of it they alone.
  private init?(ofInterface error: any Error) {
    switch error {
    case is TokenNeeded:
      self.init(.unauthorized, "token-needed", "需要令牌", "没有令牌，或令牌已失效。请用 Authorization: Bearer 提供令牌。")
      headers[.wwwAuthenticate] = "Bearer"
    case is VersionPassed:
      self.init(.preconditionFailed, "version-passed", "内容已有变化", "自评已不是 If-Match 中的版本，请重新读取后再操作。")
    case let method as WrongMethod:
      self.init(.methodNotAllowed, "wrong-method", "请求的方式不对", "此地址只接受 \(method.allowed.joined(separator: "、"))。")
      headers[.allow] = method.allowed.joined(separator: ", ")
    case is WrongMediaType:
      self.init(.unsupportedMediaType, "wrong-media-type", "内容的类型不对", "请以 application/json 提交。")
    case let often as AskedTooOften:
      self.init(.tooManyRequests, "asked-too-often", "请求太频繁", "请在 \(often.wait) 秒后重试。")
      headers[.retryAfter] = "\(often.wait)"
    case KeyInUse.otherRequest:
      self.init(.unprocessableContent, "key-in-use", "键已被使用", "此 Idempotency-Key 已用于内容不同的请求，请换一个。")
    case KeyInUse.underWay:
      self.init(.conflict, "under-way", "正在处理", "同一个 Idempotency-Key 的请求正在处理，请稍后重试。")
    case KeyInUse.cutOff:
      self.init(.conflict, "cut-off", "上次的结果不明", "同一个键的上次请求中断了。请查看是否已经完成，再用新的 Idempotency-Key。")
    default: return nil
    }
  }

  private init(_ status: HTTPResponse.Status, _ kind: String, _ title: String, _ message: String) {
    self.status = status
    self.kind = kind
    self.title = title
    self.message = message
  }

  private static func log(_ error: any Error, _ context: SiteContext, _ incident: String) -> String {
    context.logger.error("fault", metadata: ["incident": "\(incident)", "error": "\(error)"])
    return incident
  }

  /// A number to tell the 管理员, which stands in the log too.
  static var newIncident: String {
    var generator = SystemRandomNumberGenerator()
    return String(Secret.oneTime(using: &generator).prefix(9))
  }
}

extension Problem {
  /// How programs are told.
  static let shape = Shape.named(
    "Problem",
    .record([
      .init("type", .anyText, "种类，如 urn:jiheng:problem:refused；文字可能修改，种类不变。"),
      .init("title", .anyText, ""), .init("status", .whole(400...599), ""), .init("detail", .anyText, ""),
      .init("reasons", .list(.anyText, atMost: 100), "不能操作的全部原因。", isRequired: false),
      .init(
        "problems",
        .list(.record([.init("field", .anyText, ""), .init("message", .anyText, "")]), atMost: 10_000),
        "哪一项有什么错误。", isRequired: false),
      .init("incident", .anyText, "日志中的编号。", isRequired: false),
    ]))

  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("type", .string("urn:jiheng:problem:\(kind)")), .init("title", .string(title)),
      .init("status", .number(Int64(status.code))), .init("detail", .string(message)),
    ]
    if !reasons.isEmpty { members.append(.init("reasons", .array(reasons.map { .string($0) }))) }
    if !fields.isEmpty {
      members.append(
        .init(
          "problems", .array(fields.map { ["field": .string($0.field), "message": .string($0.message)] })))
    }
    if let incident { members.append(.init("incident", .string(incident))) }
    return .object(members)
  }

  var response: Response {
    var response = Response.json(json, status: status)
    response.headers[.contentType] = "application/problem+json"
    for field in headers { response.headers[field.name] = field.value }
    return response
  }
}
