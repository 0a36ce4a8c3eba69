public import Database
public import OpenID
import Store

/// Signs in whom another system has proven. The first time the identity is bound to the account of that name; from then
/// on the binding alone counts, whatever the other system calls the person.
public struct SignInWithIdentity: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Why somebody whom another system has proven does not come in; `unknown` with the name that the
  /// other system gives, the others with the account.
  public enum Refusal: Error, Hashable, Sendable {
    /// No account, and no mobile number, is that name.
    case unknown(String)
    /// The account of that name belongs to another identity.
    case taken(String)
    /// The account is closed.
    case closed(String)
  }

  /// The token for the browser's cookie. Throws `Refusal` or `DatabaseFault`.
  /// - Parameter earlier: the browser's session of before, which ends with it.
  public func callAsFunction(
    _ identity: ProvenIdentity, agent: String, replacing earlier: String? = nil, from address: String = "",
    at seconds: Int64
  ) async throws -> String {
    var generator = SystemRandomNumberGenerator()
    let token = Secret.token(using: &generator)
    let csrf = Secret.token(using: &generator)
    do {
      try await begin(Digest.of(token), csrf, as: identity, agent, replacing: earlier, from: address, at: seconds)
    } catch let refusal as Refusal {
      try await note("\(refusal.logged)，身份标识 \(identity.subject)", from: address, at: seconds)
      throw refusal
    }
    return token
  }

  private func begin(
    _ session: String, _ csrf: String, as identity: ProvenIdentity, _ agent: String, replacing earlier: String?,
    from address: String, at seconds: Int64
  ) async throws {
    try await engine.write { database in
      if let earlier { try database.tell(.deleteSession(earlier)) }
      let person = try database.person(with: identity, at: seconds)
      guard !person.isClosed else { throw Refusal.closed(person.account) }
      try database.log(AdminEvent(.signedIn, person.account, "经统一身份认证"), by: person.id, from: address, at: seconds)
      try database.tell(
        .insertSession(
          session, of: person.id, csrf: csrf, at: seconds, agent: String(agent.prefix(200)), byIdentity: true))
    }
  }

  /// What came to nothing is told in the log, once a minute at most. Throws `DatabaseFault`.
  public func note(_ detail: String, from address: String, at seconds: Int64) async throws {
    try await engine.write { database in
      guard try database.first(.lastAdminEntry(.identityRefused)).map({ seconds - $0 >= 60 }) ?? true else { return }
      try database.log(
        AdminEvent(.identityRefused, "", String(detail.prefix(300))), by: nil, from: address, at: seconds)
    }
  }

  /// Lets the account be bound anew at the next sign-in, and ends its sessions. Throws `NotFound` or `DatabaseFault`.
  public func release(_ id: Int64, by releaser: Int64, at seconds: Int64) async throws {
    try await engine.write { database in
      guard let person = try database.reading.person(id) else { throw NotFound() }
      guard try database.tell(.releaseIdentities(of: id)) > 0 else { return }
      try database.tell(.deleteSessions(of: id))
      try database.log(AdminEvent(.identityReleased, person.account, person.name), by: releaser, at: seconds)
    }
  }
}

extension WriteTransaction {
  /// Throws `SignInWithIdentity.Refusal` or `DatabaseFault`.
  fileprivate func person(with identity: ProvenIdentity, at seconds: Int64) throws -> Person {
    if let bound = try first(.identity(identity.subject, at: identity.issuer)),
      let person = try reading.person(bound.person)
    {
      return person
    }
    guard let person = try first(Query<Person>.people(signingInAs: identity.account)),
      person.account != Accounts.systemAccount
    else {
      throw SignInWithIdentity.Refusal.unknown(identity.account)
    }
    guard try !ask(Query<BoundIdentity>.identities(of: person.id)).contains(where: { $0.issuer == identity.issuer })
    else { throw SignInWithIdentity.Refusal.taken(person.account) }
    try tell(.bindIdentity(identity.subject, at: identity.issuer, to: person.id, at: seconds))
    try log(AdminEvent(.identityBound, person.account, identity.subject), by: person.id, at: seconds)
    return person
  }
}

extension SignInWithIdentity.Refusal {
  /// For the log, which holds no name that is no account's: it may be the number of a telephone.
  fileprivate var logged: String {
    switch self {
    case .unknown: "没有对应的账号"
    case .taken(let account): "账号 \(account) 已绑定另一身份"
    case .closed(let account): "账号 \(account) 已停用"
    }
  }
}
