/// A token of another system, without what it is spelled like: that is told once.
public struct AccessToken: Sendable, Identifiable {
  public let id: Int64
  /// The system that it was given to.
  public let name: String
  public let scopes: [AccessScope]
  /// In whose name it acts; nil for one that only hands over data.
  public let person: Int64?
  /// The account of that person.
  public let account: String?
  /// Unix seconds.
  public let createdAt: Int64
  /// nil for one that does not end by itself.
  public let expiresAt: Int64?
  /// To the minute; nil while it was not used.
  public let usedAt: Int64?
  /// Unix seconds; nil while it was not revoked.
  public let revokedAt: Int64?

  /// Neither revoked nor run out.
  public func isGood(at seconds: Int64) -> Bool { revokedAt == nil && (expiresAt.map { seconds < $0 } ?? true) }
}
