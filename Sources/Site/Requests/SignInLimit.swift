import Synchronization

/// How many tries to sign in may fail from one network address before the next are refused without a look at the secret,
/// which takes a core for tens of milliseconds. Whole offices share an address, so what succeeds does not count.
final class SignInLimit: Sendable {
  private let limit = Mutex(RateLimit(count: 300, span: 600))

  /// What `attempt` answers; nil is a failure. Throws `AskedTooOften`, and what it throws.
  func count<Success>(_ address: String, at now: Int64, _ attempt: () async throws -> Success?) async throws -> Success?
  {
    if let wait = limit.withLock({ $0.take(address, at: now) }) { throw AskedTooOften(wait: wait) }
    let success = try await attempt()
    if success != nil { limit.withLock { $0.giveBack(address) } }
    return success
  }
}
