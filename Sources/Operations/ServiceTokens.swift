public import Database
import Evaluation
public import Store

/// Tokens with which other systems act: given out, looked up and taken back. Only their hashes are kept.
public struct ServiceTokens: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// What is typed for a token.
  public struct Entry: Sendable {
    /// The system that it is given to.
    public var name: String
    /// None twice, in the order of all scopes.
    public var scopes: [AccessScope]
    /// In whose name it acts; empty for one that only hands over data.
    public var account: String
    /// How long it is good; empty for ever.
    public var days: String
    /// Texts lose the blanks at their ends.
    public init(name: String, scopes: [AccessScope], account: String = "", days: String = "") {
      self.name = name.trimming
      self.scopes = AccessScope.allCases.filter(scopes.contains)
      self.account = account.trimming
      self.days = days.trimming
    }
  }

  /// The token, told once. Throws `Invalid` with every fault, or `DatabaseFault`.
  /// - Parameter creator: the 管理员; nil from the command line.
  public func issue(_ entry: Entry, by creator: Int64? = nil, at seconds: Int64) async throws -> String {
    var generator = SystemRandomNumberGenerator()
    let token = Secret.token(using: &generator)
    try await engine.write { database in
      let person = try Self.person(of: entry, in: database.reading)
      let days = entry.days.isEmpty ? nil : Int64(entry.days)
      try Self.check(entry, person)
      try database.tell(
        .insertAccessToken(
          Digest.of(token), name: entry.name, scopes: entry.scopes, person: person?.id,
          expiresAt: days.map { seconds + $0 * 86_400 }, by: creator, at: seconds))
      let words =
        (entry.account.isEmpty ? "" : "以 \(entry.account) 的身份：") + entry.scopes.map(\.title).joined(separator: "、")
      try database.log(AdminEvent(.tokenIssued, entry.name, words), by: creator, at: seconds)
    }
    return token
  }

  private static func person(of entry: Entry, in database: ReadTransaction) throws -> Person? {
    guard !entry.account.isEmpty else { return nil }
    return try database.ask(Query<Person>.people(signingInAs: entry.account)).first { $0.account == entry.account }
  }

  private static func check(_ entry: Entry, _ person: Person?) throws {
    var problems: [FieldProblem] = []
    if !(1...60).contains(entry.name.count) { problems.append(FieldProblem("name", "请填写系统名称，最多 60 个字。")) }
    if entry.scopes.isEmpty { problems.append(FieldProblem("scope", "请至少选择一项权限范围。")) }
    if entry.account.isEmpty {
      if entry.scopes.contains(where: \.needsAccount) {
        problems.append(FieldProblem("account", "请填写此令牌以谁的身份操作（账号）。"))
      }
    } else if let problem = FieldProblem.ofAccount(person, field: "account") {
      problems.append(problem)
    }
    if !entry.days.isEmpty, !(Int(entry.days).map((1...1_100).contains) ?? false) {
      problems.append(FieldProblem("days", "有效期须为 1 至 1100 天。"))
    }
    if !problems.isEmpty { throw Invalid(problems) }
  }

  /// Throws `NotFound` where there is none, or it was revoked before; or `DatabaseFault`.
  public func revoke(_ id: Int64, by person: Int64? = nil, at seconds: Int64) async throws {
    try await engine.write { database in
      guard try database.tell(.revokeAccessToken(id, at: seconds)) == 1, let name = try database.first(.tokenName(id))
      else { throw NotFound() }
      try database.log(AdminEvent(.tokenRevoked, name), by: person, at: seconds)
    }
  }

  /// Another system that asks.
  public struct Caller: Sendable {
    /// That it came with; good at that moment.
    public let token: AccessToken
    /// In whose name it acts.
    public let person: Person?

    /// Throws `Forbidden` where the token does not reach so far.
    public func demand(_ scope: AccessScope) throws {
      guard token.scopes.contains(scope) else { throw Forbidden("令牌没有“\(scope.title)”（\(scope.rawValue)）的权限范围。") }
      guard person != nil || !scope.needsAccount else { throw Forbidden("此令牌没有账号，不能进行此操作。") }
    }

    /// The person in whose name it acts, where the token reaches so far. Throws `Forbidden`.
    public func person(for scope: AccessScope) throws -> Person {
      try demand(scope)
      guard let person else { throw Forbidden("此令牌没有账号，不能进行此操作。") }
      return person
    }
  }

  /// Who asks with a token; nil where it is none, has ended, was revoked, or its account was closed. Notes its use.
  /// Throws `DatabaseFault`.
  public func caller(_ token: String, at seconds: Int64) async throws -> Caller? {
    let hash = Digest.of(token)
    let caller = try await engine.read { database -> Caller? in
      guard let token = try database.first(.accessToken(hash)), token.isGood(at: seconds) else { return nil }
      let person = try token.person.flatMap { try database.person($0, at: seconds) }
      if let person, person.isClosed { return nil }
      return Caller(token: token, person: person)
    }
    if let found = caller?.token, seconds - (found.usedAt ?? 0) > 60 {
      _ = try await engine.write { try $0.tell(.touchAccessToken(found.id, at: seconds)) }
    }
    return caller
  }
}
