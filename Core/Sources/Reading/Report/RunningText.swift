import Text

/// A text whose places are counted in Unicode scalars, with its lines.
public struct RunningText: Sendable {
  /// The text itself.
  public let string: String
  /// The same, to be counted.
  public let scalars: [Unicode.Scalar]
  /// Where each line begins, the first at 0.
  private let lineStarts: [Int]

  /// Takes as long as the text.
  public init(_ string: String) {
    self.string = string
    scalars = string.scalarArray
    var starts = [0]
    for (index, scalar) in scalars.enumerated() where scalar == "\n" { starts.append(index + 1) }
    lineStarts = starts
  }

  /// The scalars in a range, which may reach beyond the text.
  public subscript(range: Range<Int>) -> String { String(scalars: scalars[range.clamped(to: 0..<scalars.count)]) }

  /// Line and column of an offset, both counted from 1.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }

  /// The line that an offset lies in, without its end.
  public func line(around offset: Int) -> Range<Int> {
    let start = lineStarts[position(of: offset).line - 1]
    let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
    return start..<end
  }
}
