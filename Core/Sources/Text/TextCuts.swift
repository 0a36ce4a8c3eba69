/// Stretches of a text by its scalars. Its bytes stay at hand, so that none is spelled anew for every stretch.
public struct TextCuts: Sendable {
  private let bytes: [UInt8]
  /// Where in them each scalar begins, and where the last one ends.
  private let starts: [Int32]

  /// Takes as long as the text; a stretch later takes only as long as itself.
  public init(_ scalars: [Unicode.Scalar]) {
    let starts = [Int32](unsafeUninitializedCapacity: scalars.count + 1) { starts, count in
      var start: Int32 = 0
      for scalar in scalars {
        starts.initializeElement(at: count, to: start)
        start += Int32(scalar.byteCount)
        count += 1
      }
      starts.initializeElement(at: count, to: start)
      count += 1
    }
    self.starts = starts
    bytes = Array(String(scalars: scalars).utf8)
  }

  /// The scalars in a range, which may reach beyond the text.
  public subscript(range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<starts.count - 1)
    let stretch = Int(starts[range.lowerBound])..<Int(starts[range.upperBound])
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[stretch]), as: UTF8.self) }
  }
}
