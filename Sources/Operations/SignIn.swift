public import Database
import Store

/// Signs a person in. No answer and no timing tells whether an account exists, is locked or is closed.
public struct SignIn: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// So many failures within `lockSeconds` close an account to sign-in.
  public static let allowedFailures: Int64 = 5
  /// How long, in seconds, from the first failure of a run on.
  public static let lockSeconds: Int64 = 15 * 60

  /// A session that began.
  public struct SignedIn: Sendable {
    /// For the browser's cookie; the database keeps only its hash.
    public let token: String
    /// The secret was good for once: nothing else is open before an own one is set.
    public let mustSetSecret: Bool
  }

  /// nil where name, secret and code do not fit, whatever the cause; told after the same time for every cause. `code`
  /// is asked of accounts with a second factor alone. Throws `DatabaseFault`.
  /// - Parameter earlier: the browser's session of before, which ends with it.
  public func callAsFunction(
    name: String, secret: String, code: String = "", agent: String, replacing earlier: String? = nil,
    from address: String = "", at seconds: Int64
  ) async throws -> SignedIn? {
    let start = ContinuousClock.now
    let name = name.trimming
    let known = try await engine.read { try $0.first(.credential(signingInAs: name)) }
    let hash = known?.secretHash ?? Secret.unmatchable
    let fits = await Self.verify(secret, hash)
    var generator = SystemRandomNumberGenerator()
    let token = Secret.token(using: &generator)
    let csrf = Secret.token(using: &generator)
    let signedIn = try await engine.write { database -> SignedIn? in
      // Looked up again: other tries may have come between.
      guard let found = try database.first(.credential(signingInAs: name)), found.secretHash == hash else {
        if known == nil { try database.logUnknownSignIn(from: address, at: seconds) }
        return nil
      }
      let isProven = try fits && found.isOpen(at: seconds) && database.proves(code, of: found.person, at: seconds)
      guard isProven else {
        if !fits || found.isOpen(at: seconds) {
          try database.countFailure(of: found, from: address, at: seconds)
        }
        return nil
      }
      try database.log(AdminEvent(.signedIn, name), by: found.person, from: address, at: seconds)
      try database.tell(.countFailures(0, since: 0, of: found.person))
      if let earlier { try database.tell(.deleteSession(earlier)) }
      try database.tell(
        .insertSession(Digest.of(token), of: found.person, csrf: csrf, at: seconds, agent: String(agent.prefix(200))))
      return SignedIn(token: token, mustSetSecret: found.isOneTime)
    }
    if signedIn == nil { try await Task.sleep(until: start + Self.refusalDuration, clock: .continuous) }
    return signedIn
  }

  /// Longer than any way to a refusal takes, so that none can be told from another.
  private static let refusalDuration = Duration.milliseconds(400)

  /// On a thread of its own: argon2id takes tens of milliseconds.
  static func verify(_ secret: String, _ hash: String) async -> Bool {
    await SlowWork.secrets.run { Secret.matches(secret, hash) }
  }
}

extension WriteTransaction {
  /// True without a second factor too.
  fileprivate func proves(_ code: String, of person: Int64, at seconds: Int64) throws -> Bool {
    guard let factor = try first(.secondFactor(of: person)), factor.isInForce else { return true }
    return try takes(code, of: factor, at: seconds)
  }

  /// A secret or code that did not fit: told in the log, and one step nearer to the lock.
  func countFailure(of found: Credential, from address: String, at seconds: Int64) throws {
    try logFailure(of: found, from: address, at: seconds)
    try tell(found.failureCounted(at: seconds))
  }

  /// While an account is locked nothing more is put down: whoever tries on and on does not fill the log.
  private func logFailure(of found: Credential, from address: String, at seconds: Int64) throws {
    guard !found.isLocked(at: seconds), let person = try reading.person(found.person) else { return }
    try log(AdminEvent(.signInFailed, person.account), by: nil, from: address, at: seconds)
    let isLast = seconds - found.firstFailureAt < SignIn.lockSeconds && found.failures + 1 >= SignIn.allowedFailures
    if isLast { try log(AdminEvent(.lockedOut, person.account), by: nil, from: address, at: seconds) }
  }

  /// Once a minute at most, and without what was typed: it may have been a secret.
  fileprivate func logUnknownSignIn(from address: String, at seconds: Int64) throws {
    guard try first(.lastAdminEntry(.unknownSignIn)).map({ seconds - $0 >= 60 }) ?? true else { return }
    try log(AdminEvent(.unknownSignIn, ""), by: nil, from: address, at: seconds)
  }
}

extension Credential {
  fileprivate func isLocked(at seconds: Int64) -> Bool {
    failures >= SignIn.allowedFailures && seconds - firstFailureAt < SignIn.lockSeconds
  }

  /// Neither locked, nor run out, nor closed.
  func isOpen(at seconds: Int64) -> Bool {
    let isExpired = expiresAt.map { $0 < seconds } ?? false
    return !isLocked(at: seconds) && !isExpired && !isClosed
  }

  /// One failure more; a run of failures ends with its quarter of an hour.
  fileprivate func failureCounted(at seconds: Int64) -> Command {
    let isOver = seconds - firstFailureAt >= SignIn.lockSeconds
    return isOver
      ? .countFailures(1, since: seconds, of: person)
      : .countFailures(failures + 1, since: firstFailureAt, of: person)
  }
}
