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

  /// nil where name and secret do not fit, whatever the cause; told after the same time for every cause.
  /// Throws `DatabaseFault`.
  public func callAsFunction(
    name: String, secret: String, agent: String, at seconds: Int64
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
      guard let found = try database.first(.credential(signingInAs: name)), found.secretHash == hash else { return nil }
      guard fits, found.isOpen(at: seconds) else {
        if !fits { try database.tell(found.failureCounted(at: seconds)) }
        return nil
      }
      try database.tell(.countFailures(0, since: 0, of: found.person))
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
    await SlowWork.run { Secret.matches(secret, hash) }
  }
}

extension Credential {
  /// Neither locked, nor run out, nor closed.
  fileprivate func isOpen(at seconds: Int64) -> Bool {
    let isLocked = failures >= SignIn.allowedFailures && seconds - firstFailureAt < SignIn.lockSeconds
    let isExpired = expiresAt.map { $0 < seconds } ?? false
    return !isLocked && !isExpired && !isClosed
  }

  /// One failure more; a run of failures ends with its quarter of an hour.
  fileprivate func failureCounted(at seconds: Int64) -> Command {
    let isOver = seconds - firstFailureAt >= SignIn.lockSeconds
    return isOver
      ? .countFailures(1, since: seconds, of: person)
      : .countFailures(failures + 1, since: firstFailureAt, of: person)
  }
}
