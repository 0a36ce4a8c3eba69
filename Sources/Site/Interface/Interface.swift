import Database
import Evaluation
import HTTPTypes
import Hummingbird
import JSON
import Operations
import Store
import Synchronization

/// `/api/v1`: what other systems read and do, with tokens. Every act goes through the same operations as the pages.
struct Interface: Sendable {
  static let root = "/api/v1"
  let site: Site

  /// Every operation, in the order of the document.
  static let endpoints: [Endpoint] =
    Endpoint.ofUnits + Endpoint.ofTasks + Endpoint.ofPolicies + Endpoint.ofFilings + Endpoint.actsOnFilings
    + Endpoint.ofPublications + Endpoint.ofBudgetData

  func add(to router: Router<SiteContext>) {
    for endpoint in Self.endpoints {
      let path = endpoint.path.replacing("{", with: ":").replacing("}", with: "")
      router.on(RouterPath(Self.root + path), method: endpoint.method) { request, context in
        try await answer(endpoint, request, context)
      }
    }
    router.get(RouterPath(Route.interfaceDocument.path)) { _, _ in
      Response(
        status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: InterfaceDocument.bytes)))
    }
  }

  /// Where nothing answers at an address: whether another method would.
  static func specific(_ error: any Error, _ request: Request) -> any Error {
    guard let fault = error as? HTTPError, fault.status == .notFound else { return error }
    let segments = request.uri.path.split(separator: "/").dropFirst(2)
    let allowed = endpoints.filter { $0.fits(Array(segments)) }.map(\.method.rawValue)
    return allowed.isEmpty || allowed.contains(request.method.rawValue) ? error : WrongMethod(allowed: allowed)
  }

  // MARK: One request

  /// In this order: who asks, how often, with what scope, whether it exists for them; only then what was sent.
  private func answer(_ endpoint: Endpoint, _ request: Request, _ context: SiteContext) async throws -> Response {
    let now = site.now()
    let caller = try await caller(endpoint, request, context, at: now)
    let filing = try await reached(endpoint, caller, context)
    var bytes: [UInt8] = []
    if let body = endpoint.body {
      if body.shape != nil, !Self.isJSON(request.headers[.contentType]) { throw WrongMediaType() }
      bytes = try await request.bytes(upTo: Request.largestForm)
    }
    let call = Call(
      site: site, caller: caller, scope: endpoint.scope, filing: filing,
      path: Dictionary(
        endpoint.pathNames.map { ($0, context.parameters.get($0) ?? "") }, uniquingKeysWith: { first, _ in first }),
      query: try Self.query(endpoint, request), body: try Self.body(endpoint, bytes),
      bytes: bytes, expected: try Self.expected(endpoint, request), now: now, address: request.uri.path)
    guard endpoint.isAct, let token = caller?.token.id, let key = request.headers[Self.key] else {
      return try await carryOut(endpoint, call).response
    }
    return try await once(key, of: token, Self.fingerprint(request, bytes), at: now) {
      try await carryOut(endpoint, call)
    }
  }

  private func carryOut(_ endpoint: Endpoint, _ call: Call) async throws -> Reply {
    do {
      return try await endpoint.carryOut(call)
    } catch is StaleVersion where call.expected != nil {
      throw VersionPassed()
    }
  }

  /// Who asks; nil where no token is needed. Throws `TokenNeeded`, `AskedTooOften` or `Forbidden`.
  private func caller(
    _ endpoint: Endpoint, _ request: Request, _ context: SiteContext, at now: Int64
  ) async throws -> ServiceTokens.Caller? {
    guard let scope = endpoint.scope, let token = Self.bearer(of: request),
      let caller = try await ServiceTokens(engine: site.engine).caller(token, at: now)
    else {
      // Whoever has no good token is counted by where they come from.
      let address = ClientAddress.of(context.peer, forwarded: request.headers[Self.forwarded])
      try site.interfaceLimits.admit("address \(address)", at: now)
      if endpoint.scope == nil { return nil }
      throw TokenNeeded()
    }
    try site.interfaceLimits.admit("token \(caller.token.id)", at: now)
    try caller.demand(scope)
    return caller
  }

  /// The token that a request brings along; nil where it has none.
  static func bearer(of request: Request) -> String? {
    guard let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") else { return nil }
    return String(header.dropFirst(7))
  }

  /// The filing of the path, where there is one. Throws `NotFound` or `Forbidden` for those who are not reached.
  private func reached(
    _ endpoint: Endpoint, _ caller: ServiceTokens.Caller?, _ context: SiteContext
  ) async throws -> LoadedFiling? {
    guard endpoint.reach != .everyone else { return nil }
    guard let person = caller?.person else { throw TokenNeeded() }
    switch endpoint.reach {
    case .everyone: return nil
    case .viewers:
      guard let id = context.parameters.get("filing", as: Int64.self) else { throw NotFound() }
      let loaded = try await site.shelf.filing(id)
      guard person.canSee(loaded.record, in: loaded.task) else { throw NotFound() }
      return loaded
    case .taskRunners where !person.runsTasks: throw Forbidden("只有管理员和财政绩效经办可以管理任务。")
    case .administrators where !person.administers(.security): throw Forbidden("只有管理员可以进行此操作。")
    case .followers where ProgressScope(person) == nil: throw Forbidden("只有主管部门和财政绩效经办可以查看进度。")
    case .taskRunners, .administrators, .followers: return nil
    }
  }

  private func once(
    _ key: String, of token: Int64, _ fingerprint: String, at now: Int64, act: () async throws -> Reply
  ) async throws -> Response {
    guard (1...100).contains(key.utf8.count) else {
      throw Invalid([FieldProblem("Idempotency-Key", "Idempotency-Key 须为 1 至 100 个字符。")])
    }
    let answers = KeptAnswers(engine: site.engine)
    switch try await answers.begin(key, of: token, fingerprint: fingerprint, at: now) {
    case .begun: break
    case .done(let kept):
      var response = Reply(kept).response
      response.headers[Self.replayed] = "true"
      return response
    case .otherRequest: throw KeyInUse.otherRequest
    case .underWay: throw KeyInUse.underWay
    case .cutOff: throw KeyInUse.cutOff
    }
    let reply: Reply
    do {
      reply = try await act()
    } catch {
      // What was refused changed nothing. What broke off may have been done: the key then stays, and says so.
      if !(error is DatabaseFault), !(error is CancellationError) { try await answers.drop(key, of: token) }
      throw error
    }
    try await answers.keep(
      key, of: token, status: reply.status,
      headers: reply.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n"),
      body: String(decoding: reply.body, as: UTF8.self))
    return reply.response
  }

  private static let key = HTTPField.Name("Idempotency-Key") ?? .from
  private static let replayed = HTTPField.Name("Idempotent-Replayed") ?? .from
  private static let forwarded = HTTPField.Name("X-Forwarded-For") ?? .from
}

// MARK: What was sent

extension Interface {
  private static func isJSON(_ type: String?) -> Bool {
    let parts = (type ?? "").lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
    guard parts.first == "application/json" else { return false }
    return parts.dropFirst().allSatisfy {
      !$0.hasPrefix("charset=") || $0.hasSuffix("utf-8") || $0.hasSuffix("utf-8\"")
    }
  }

  /// Throws `Malformed` or `Invalid`.
  private static func body(_ endpoint: Endpoint, _ bytes: [UInt8]) throws -> JSONValue {
    guard let shape = endpoint.body?.shape else { return .null }
    guard let value = try? JSONValue(reading: bytes) else { throw Malformed() }
    let problems = shape.problems(of: value, at: "")
    guard problems.isEmpty else { throw Invalid(problems) }
    return value
  }

  /// What stands behind the question mark, as a record. Throws `Invalid` for what has another shape, and for what the
  /// operation does not know: a filter that is misspelled must not let everything through. Throws `Malformed` too.
  private static func query(_ endpoint: Endpoint, _ request: Request) throws -> JSONValue {
    guard let fields = FormFields(urlEncoded: Array((request.uri.query ?? "").utf8))?.fields else { throw Malformed() }
    var (members, problems): ([JSONValue.Member], [FieldProblem]) = ([], [])
    for (name, text) in fields {
      guard let parameter = endpoint.queryParameters.first(where: { $0.name == name }) else {
        problems.append(FieldProblem(name, "没有“\(name)”这个参数。"))
        continue
      }
      guard !members.contains(where: { $0.name == name }) else {
        problems.append(FieldProblem(name, "“\(name)”只能写一次。"))
        continue
      }
      var value = JSONValue.string(text)
      if case .whole = parameter.shape, let number = Int64(text), "\(number)" == text { value = .number(number) }
      problems += parameter.shape.problems(of: value, at: name)
      members.append(JSONValue.Member(name, value))
    }
    guard problems.isEmpty else { throw Invalid(problems) }
    return .object(members)
  }

  /// Throws `Invalid` where `If-Match` names no version; `*` stands for any.
  private static func expected(_ endpoint: Endpoint, _ request: Request) throws -> Int64? {
    guard endpoint.takesVersion, let text = request.headers[.ifMatch], text != "*" else { return nil }
    guard text.hasPrefix("\""), text.hasSuffix("\""), text.count > 2,
      let version = Int64(text.dropFirst().dropLast())
    else { throw Invalid([FieldProblem("If-Match", "If-Match 须为读取时得到的 ETag，如 \"12\"。")]) }
    return version
  }

  /// Tells requests apart: the same key must not stand for two.
  private static func fingerprint(_ request: Request, _ bytes: [UInt8]) -> String {
    let head = "\(request.method.rawValue) \(request.uri.string)\n\(request.headers[.ifMatch] ?? "")\n"
    return Digest.of(Array(head.utf8) + bytes)
  }
}

extension Reply {
  /// An answer that was kept.
  fileprivate init(_ kept: KeptAnswer) {
    status = kept.status ?? 200
    body = Array(kept.body.utf8)
    headers = kept.headers.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1].drop { $0 == " " })) : nil
    }
  }

  fileprivate var response: Response {
    var response = Response(
      status: .init(code: status), headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { response.headers[name] = value }
    }
    return response
  }
}

/// How often one and the same may ask.
final class InterfaceLimits: Sendable {
  private let limit: Mutex<RateLimit>
  /// Counted in milliseconds, of which each may take one at least.
  init(perMinute count: Int) { limit = Mutex(RateLimit(count: min(max(count, 1), 60_000), span: 60_000)) }

  /// Throws `AskedTooOften`.
  func admit(_ key: String, at now: Int64) throws {
    if let wait = limit.withLock({ $0.take(key, at: now * 1_000) }) {
      throw AskedTooOften(wait: max(1, (wait + 999) / 1_000))
    }
  }
}
