public import Database
import Store

/// Signs a person in. No answer and no timing tells whether an account exists, is locked or is closed.
public struct SignIn: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// How many failures within how long close an account to sign-in, in seconds.
  public static let allowedFailures: Int64 = 5
  public static let lockSeconds: Int64 = 15 * 60

  public struct SignedIn: Sendable {
    /// For the browser's cookie; the database keeps only its hash.
    public let token: String
    public let mustSetSecret: Bool
  }

  /// nil where name and secret do not fit, whatever the cause. Throws `DatabaseFault`.
  public func callAsFunction(
    name: String, secret: String, agent: String, at seconds: Int64
  ) async throws -> SignedIn? {
    let name = name.trimming
    let found = try await engine.read { try $0.first(.credential(signingInAs: name)) }
    let hash = found?.secretHash ?? Secret.unmatchable
    let fits = await Self.verify(secret, hash)
    guard let found, found.secretHash != nil else { return nil }
    let isLocked =
      found.failures >= Self.allowedFailures && seconds - found.firstFailureAt < Self.lockSeconds
    let isExpired = found.expiresAt.map { $0 < seconds } ?? false
    guard fits, !isLocked, !isExpired, !found.isClosed else {
      if !fits, !isLocked { try await countFailure(of: found, at: seconds) }
      return nil
    }
    var generator = SystemRandomNumberGenerator()
    let token = Secret.token(using: &generator)
    let csrf = Secret.token(using: &generator)
    try await engine.write { database in
      try database.tell(.countFailures(0, since: 0, of: found.person))
      try database.tell(
        .insertSession(Digest.of(token), of: found.person, csrf: csrf, at: seconds, agent: String(agent.prefix(200))))
    }
    return SignedIn(token: token, mustSetSecret: found.isOneTime)
  }

  private func countFailure(of found: Credential, at seconds: Int64) async throws {
    let isFresh = seconds - found.firstFailureAt >= Self.lockSeconds
    _ = try await engine.write { database in
      // Counted in the database, so that tries at the same moment all count.
      try database.tell(
        isFresh
          ? .countFailures(1, since: seconds, of: found.person)
          : .countFailures(found.failures + 1, since: found.firstFailureAt, of: found.person))
    }
  }

  /// On a thread of its own: argon2id takes tens of milliseconds.
  static func verify(_ secret: String, _ hash: String) async -> Bool {
    await SlowWork.run { Secret.matches(secret, hash) }
  }
}
