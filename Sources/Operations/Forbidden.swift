/// The person may not do this at all: 403, with what to do instead.
public struct Forbidden: Error, Sendable {
  /// In Chinese, for the person.
  public let message: String
  public init(_ message: String) { self.message = message }
}
