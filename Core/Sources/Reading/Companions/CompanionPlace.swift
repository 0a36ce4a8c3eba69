/// A stretch of another report that this one was compared with.
public struct CompanionPlace: Hashable, Sendable {
  /// As the person named the file.
  public let file: String
  /// Unicode scalars of that report's running text.
  public let range: Range<Int>
  /// From 1, in Unicode scalars.
  public let line: Int
  /// From 1, in Unicode scalars of the line.
  public let column: Int
  /// What stands there.
  public let quote: String

  init(_ range: Range<Int>, in text: RunningText, of file: String) {
    self.file = file
    self.range = range
    (line, column) = text.position(of: range.lowerBound)
    quote = text[range]
  }
}
