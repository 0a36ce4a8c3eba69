public import Database
import Store

/// Signs a person in. No answer and no timing tells whether an account exists, is locked or is closed.
public struct SignIn: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// So many failures within `lockSeconds` close an account to sign-in; those in a browser in which the person signed in
  /// before close it in that browser alone, and those elsewhere do not close it there.
  public static let allowedFailures: Int64 = 5
  /// How long, in seconds, from the first failure of a run on.
  public static let lockSeconds: Int64 = 15 * 60

  /// After so long without a sign-in, in seconds, a browser is one like any other.
  public static let browserSeconds: Int64 = 366 * 86_400
  /// How many browsers are known of a person.
  static let mostBrowsers = 10

  /// A session that began.
  public struct SignedIn: Sendable {
    /// For the browser's cookie; the database keeps only its hash.
    public let token: String
    /// For another cookie, which outlasts the session; nil where the browser is known already.
    public let browser: String?
    /// The secret was good for once: nothing else is open before an own one is set.
    public let mustSetSecret: Bool
  }

  /// nil where name, secret and code do not fit, whatever the cause; told after the same time for every cause. `code`
  /// is asked of accounts with a second factor alone. Throws `DatabaseFault`.
  /// - Parameters:
  ///   - browser: what an earlier sign-in left in the browser.
  ///   - earlier: the browser's session of before, which ends with it.
  public func callAsFunction(
    name: String, secret: String, code: String = "", agent: String, in browser: String? = nil,
    replacing earlier: String? = nil, from address: String = "", at seconds: Int64
  ) async throws -> SignedIn? {
    let start = ContinuousClock.now
    let name = name.trimming
    let known = try await engine.read { try $0.first(.credential(signingInAs: name)) }
    let hash = known?.secretHash ?? Secret.unmatchable
    let fits = await Self.verify(secret, hash)
    var generator = SystemRandomNumberGenerator()
    let token = Secret.token(using: &generator)
    let csrf = Secret.token(using: &generator)
    let fresh = Secret.token(using: &generator)
    let signedIn = try await engine.write { database -> SignedIn? in
      // Looked up again: other tries may have come between.
      guard let found = try database.first(.credential(signingInAs: name)), found.secretHash == hash else {
        if known == nil { try database.logUnknownSignIn(from: address, at: seconds) }
        return nil
      }
      let own = try browser.flatMap { try database.first(.knownBrowser(Digest.of($0), of: found.person)) }
      let isOpen = found.isOpen(in: own, at: seconds)
      guard try fits && isOpen && database.proves(code, of: found.person, at: seconds) else {
        if !fits || isOpen { try database.countFailure(of: found, in: own, from: address, at: seconds) }
        return nil
      }
      try database.log(AdminEvent(.signedIn, name), by: found.person, from: address, at: seconds)
      let new = try own == nil ? database.remember(found.person, in: browser, or: fresh, at: seconds) : nil
      if let own { try database.tell(.touch(own, at: seconds)) }
      if let earlier { try database.tell(.deleteSession(earlier)) }
      try database.tell(
        .insertSession(Digest.of(token), of: found.person, csrf: csrf, at: seconds, agent: String(agent.prefix(200))))
      return SignedIn(token: token, browser: new, mustSetSecret: found.isOneTime)
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
  /// From now on the person is known in a browser: in what it holds of others who signed in there, or in `fresh`, which
  /// is the answer where the browser has to keep it. What it holds otherwise, somebody else may have put there.
  fileprivate func remember(
    _ person: Int64, in browser: String?, or fresh: String, at seconds: Int64
  ) throws -> String? {
    let shared = try browser.flatMap { try first(.knownBrowserCount(Digest.of($0))) ?? 0 > 0 ? $0 : nil }
    try tell(.countFailures(.none, of: person))
    try tell(.insertKnownBrowser(Digest.of(shared ?? fresh), of: person, at: seconds))
    try tell(.deleteKnownBrowsers(of: person, butLatest: SignIn.mostBrowsers))
    return shared == nil ? fresh : nil
  }

  /// True without a second factor too.
  fileprivate func proves(_ code: String, of person: Int64, at seconds: Int64) throws -> Bool {
    guard let factor = try first(.secondFactor(of: person)), factor.isInForce else { return true }
    return try takes(code, of: factor, at: seconds)
  }

  /// A secret or code that did not fit: told in the log, and one step nearer to the lock.
  /// In a known browser, the lock is that browser's.
  func countFailure(
    of found: Credential, in browser: KnownBrowser? = nil, from address: String, at seconds: Int64
  ) throws {
    let run = browser?.failures ?? found.failures
    try logFailure(of: found, after: run, from: address, at: seconds)
    let next = run.next(at: seconds)
    try tell(browser.map { .countFailures(next, in: $0) } ?? .countFailures(next, of: found.person))
  }

  /// While an account is locked nothing more is put down: whoever tries on and on does not fill the log.
  private func logFailure(
    of found: Credential, after run: FailureRun, from address: String, at seconds: Int64
  ) throws {
    guard !run.locks(at: seconds), let person = try reading.person(found.person) else { return }
    try log(AdminEvent(.signInFailed, person.account), by: nil, from: address, at: seconds)
    if run.next(at: seconds).locks(at: seconds) {
      try log(AdminEvent(.lockedOut, person.account), by: nil, from: address, at: seconds)
    }
  }

  /// Once a minute at most, and without what was typed: it may have been a secret.
  fileprivate func logUnknownSignIn(from address: String, at seconds: Int64) throws {
    guard try first(.lastAdminEntry(.unknownSignIn)).map({ seconds - $0 >= 60 }) ?? true else { return }
    try log(AdminEvent(.unknownSignIn, ""), by: nil, from: address, at: seconds)
  }
}

extension FailureRun {
  fileprivate func locks(at seconds: Int64) -> Bool {
    count >= SignIn.allowedFailures && seconds - since < SignIn.lockSeconds
  }

  /// With one failure more; a run ends with its quarter of an hour.
  fileprivate func next(at seconds: Int64) -> FailureRun {
    seconds - since < SignIn.lockSeconds
      ? FailureRun(count: count + 1, since: since) : FailureRun(count: 1, since: seconds)
  }
}

extension Credential {
  /// Neither locked, nor run out, nor closed. `browser` is one in which the person signed in before.
  func isOpen(in browser: KnownBrowser? = nil, at seconds: Int64) -> Bool {
    let isExpired = expiresAt.map { $0 < seconds } ?? false
    return !(browser?.failures ?? failures).locks(at: seconds) && !isExpired && !isClosed
  }
}
