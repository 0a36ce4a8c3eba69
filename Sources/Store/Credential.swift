/// What sign-in is decided on.
public struct Credential: Sendable {
  /// Whose it is.
  public let person: Int64
  /// argon2id, encoded; nil until a secret was issued.
  public let secretHash: String?
  /// The secret was issued by somebody else and must be replaced at once.
  public let isOneTime: Bool
  /// Unix seconds; nil for a secret the person set.
  public let expiresAt: Int64?
  /// In browsers in which the person never signed in.
  public let failures: FailureRun
  /// The account is closed.
  public let isClosed: Bool
}
