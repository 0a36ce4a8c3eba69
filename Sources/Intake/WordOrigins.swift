import OOXML
import Reading

/// Leads from places in the running text of a Word document back to its paragraphs.
struct WordOrigins: Sendable {
  /// A line of the running text with what it came from.
  struct Stretch: Sendable {
    let start: Int
    /// Behind the automatic number.
    let textStart: Int
    let end: Int
    let paragraph: SourceParagraph
    /// Where in the paragraph's text the line begins, in UTF-8.
    let offset: Int
    let cell: TextOrigin.Cell?
  }

  let part: String
  /// In the order of the text.
  private var stretches: [Stretch] = []

  init(part: String) { self.part = part }

  mutating func add(_ stretch: Stretch) { stretches.append(stretch) }

  /// One for each paragraph that a stretch of the text touches.
  func origins(of range: Range<Int>) -> [TextOrigin] {
    stretches[first(endingAfter: range.lowerBound)...].prefix { $0.start < range.upperBound }
      .map { origin(of: range, in: $0) }
  }

  private func first(endingAfter offset: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func origin(of range: Range<Int>, in stretch: Stretch) -> TextOrigin {
    let shared = range.clamped(to: stretch.textStart..<stretch.end)
    let scalars = stretch.paragraph.text.unicodeScalars
    var index = scalars.index(
      atOffset: stretch.offset, in: stretch.paragraph.text, plus: shared.lowerBound - stretch.textStart)
    let lower = index.utf8Offset(in: stretch.paragraph.text)
    index = scalars.index(index, offsetBy: shared.count, limitedBy: scalars.endIndex) ?? scalars.endIndex
    return TextOrigin(
      part: part, paragraph: stretch.paragraph.index, bytes: lower..<index.utf8Offset(in: stretch.paragraph.text),
      cell: stretch.cell)
  }
}

extension String.UnicodeScalarView {
  /// So many scalars behind an offset in UTF-8.
  fileprivate func index(atOffset offset: Int, in text: String, plus count: Int) -> String.Index {
    let start = text.utf8.index(text.startIndex, offsetBy: offset)
    return index(start, offsetBy: count, limitedBy: endIndex) ?? endIndex
  }
}

extension String.Index {
  fileprivate func utf8Offset(in text: String) -> Int { text.utf8.distance(from: text.startIndex, to: self) }
}
