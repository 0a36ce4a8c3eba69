/// Tells which of many texts hold a word, without reading those that cannot: a bit-sliced signature file.
///
/// Every text is a bit; for each group of characters there is a row of these bits, set where one of the characters
/// stands in the text. A text may hold a word if the rows of all its characters have its bit, and only then is it asked.
public struct WordIndex: Sendable {
  private let texts: [String]
  /// Rows of 64 texts each: those of the first 64 texts, then those of the next, and so on.
  private let rows: [UInt64]
  /// How many rows each 64 texts have, a power of two.
  private let width: Int

  /// More rows than that do not fit beside one another where they are at hand soonest.
  private static let mostRows = 4_096

  /// Each text with what `String.halfWidthScalars` gives of it. Takes as long as they are.
  public init(_ texts: [(text: String, scalars: [Unicode.Scalar])]) {
    let blocks = (texts.count + 63) / 64
    let length = texts.reduce(0) { $0 + $1.scalars.count }
    var width = 64
    while width < Self.mostRows, width * blocks < length { width *= 2 }
    var rows = [UInt64](repeating: 0, count: width * blocks)
    rows.withUnsafeMutableBufferPointer { rows in
      for place in texts.indices {
        let (start, bit) = (place / 64 * width, UInt64(1) << (place % 64))
        for scalar in texts[place].scalars { rows[start + Int(scalar.value) & (width - 1)] |= bit }
      }
    }
    self.texts = texts.map(\.text)
    self.rows = rows
    self.width = width
  }

  /// The places of the texts that hold one of the words, byte by byte as `holds(anyOf:)` does, in their order.
  public func places(holding words: SoughtWords) -> [Int] {
    var found: [Int] = []
    for start in stride(from: 0, to: rows.count, by: width) {
      var candidates = candidates(from: start, for: words)
      while candidates != 0 {
        let place = start / width * 64 + candidates.trailingZeroBitCount
        if place < texts.count, texts[place].holds(anyOf: words.words) { found.append(place) }
        candidates &= candidates - 1
      }
    }
    return found
  }

  /// The bits of those of 64 texts, whose rows begin at `start`, that may hold one of the words.
  private func candidates(from start: Int, for words: SoughtWords) -> UInt64 {
    rows.withUnsafeBufferPointer { rows in
      words.scalars.withUnsafeBufferPointer { scalars in
        var (any, all) = (UInt64(0), UInt64.max)
        for scalar in scalars {
          if scalar == SoughtWords.end {
            any |= all
            all = .max
          } else {
            all &= rows[start + Int(scalar) & (width - 1)]
          }
        }
        return any
      }
    }
  }
}

/// Words that are looked for in many texts.
public struct SoughtWords: Sendable {
  /// As they are written.
  let words: [String]
  /// One word behind the other, full-width forms as the keyboard has them, each with an `end` behind it.
  let scalars: [UInt32]

  /// No scalar has this value.
  static let end = UInt32.max

  /// An empty word stands in every text.
  public init(_ words: [String]) {
    self.words = words
    scalars = words.flatMap { $0.halfWidthScalars.map(\.value) + [Self.end] }
  }
}
