/// The filing changed since the person looked at it.
public struct StaleVersion: Error, Sendable {
  /// No more is told: whoever gets it looks again.
  public init() {}
}
