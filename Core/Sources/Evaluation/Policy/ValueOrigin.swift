/// Where a group of a policy's values comes from.
public struct ValueOrigin: Hashable, Sendable {
  /// The name of one of the policy's sources.
  public let source: String
  /// What had to be decided because the original leaves it open; empty where nothing had.
  public let note: String
  public init(source: String, note: String = "") {
    self.source = source
    self.note = note
  }
}
