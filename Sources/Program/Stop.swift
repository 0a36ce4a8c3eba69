/// A message for the person at the command line, and exit status 1.
public struct Stop: Error, CustomStringConvertible {
  /// In Chinese, as it is printed.
  public let description: String
  public init(_ description: String) { self.description = description }
}
