public import Reading

/// A place of a finding in the running text.
public struct Evidence: Hashable, Sendable {
  /// Offsets in Unicode scalars.
  public let range: Range<Int>
  /// From 1, in Unicode scalars.
  public let line: Int
  /// From 1, in Unicode scalars.
  public let column: Int
  /// What stands there.
  public let quote: String
  /// Where it stands in the file; nil where the running text is the file.
  public let origin: TextOrigin?

  init(_ range: Range<Int>, in text: RunningText, origin: TextOrigin?) {
    self.range = range
    (line, column) = text.position(of: range.lowerBound)
    quote = text[range]
    self.origin = origin
  }
}
