/// A file that could not be read.
public struct UnreadFile: Hashable, Sendable {
  /// As the person named it.
  public let file: String
  /// In Chinese, for the person who handed it in.
  public let reason: String
  public init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }
}
