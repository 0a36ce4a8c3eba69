/// Tries to sign in that failed one after another, secrets and codes together.
public struct FailureRun: Hashable, Sendable {
  /// 0 where the last try succeeded.
  public let count: Int64
  /// Unix seconds of the first.
  public let since: Int64
  public init(count: Int64, since: Int64) {
    self.count = count
    self.since = since
  }
  /// The last try succeeded.
  public static let none = FailureRun(count: 0, since: 0)
}
