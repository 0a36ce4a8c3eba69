/// What was asked for does not exist, or not for this person.
public struct NotFound: Error, Sendable {
  /// No more is told, so that nobody learns what there is.
  public init() {}
}
