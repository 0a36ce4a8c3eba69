import Reading
import Text

/// A line of a printed page.
struct PageLine {
  /// A stretch of the line without blanks, or a piece with single blanks in it.
  struct Word {
    /// In characters from the left edge.
    let start: Int
    var text: String
    var end: Int { start + text.unicodeScalars.count }
  }

  /// Parted by any blanks.
  let words: [Word]
  /// Parted by wide gaps.
  let pieces: [Word]
  /// Begins further in than the page's text does.
  var isIndented = false
  /// Runs to the right edge of the page's text.
  var isFull = false

  var isNumbered: Bool { HeadingNumber(of: pieces[0].text) != nil }

  /// Two blanks or more part pieces, unless the first is a heading's number alone.
  init(_ line: Substring) {
    var words: [Word] = []
    var isInside = false
    for (place, scalar) in line.unicodeScalars.enumerated() {
      defer { isInside = !scalar.isBlank }
      if scalar.isBlank { continue }
      if isInside {
        words[words.count - 1].text.unicodeScalars.append(scalar)
      } else {
        words.append(Word(start: place, text: String(scalar)))
      }
    }
    self.words = words
    pieces = words.reduce(into: []) { pieces, word in
      if let last = pieces.last, word.start - last.end < 2 || last.text.isHeadingNumber {
        pieces[pieces.count - 1].text += String(repeating: " ", count: word.start - last.end) + word.text
      } else {
        pieces.append(word)
      }
    }
  }
}

/// The lines of one page that hold text, without its number.
struct PageLines {
  private(set) var lines: [PageLine] = []

  init(_ page: Substring) {
    var places: [(indent: Int, end: Int)] = []
    var written = page.split(separator: "\n").filter { !$0.isBlank }
    if let last = written.last, Self.isPageNumber(last) { written.removeLast() }
    if let first = written.first, Self.isPageNumber(first) { written.removeFirst() }
    for line in written {
      lines.append(PageLine(line))
      let indent = line.unicodeScalars.prefix(while: \.isBlank).count
      places.append((indent, line.unicodeScalars.reduce(0) { $0 + ($1.isBlank || $1.isASCII ? 1 : 2) }))
    }
    let prose = lines.indices.filter { lines[$0].pieces.count == 1 }
    guard let left = prose.map({ places[$0].indent }).min(), let right = prose.map({ places[$0].end }).max() else {
      return
    }
    for index in prose {
      lines[index].isIndented = places[index].indent >= left + 2
      // Two characters may be missing where a mark or a figure did not fit.
      lines[index].isFull = places[index].end >= right - 4 && right - left >= 40
    }
  }

  /// Alone on a line: 3, - 3 -, — 3 —, 第3页, 3/12.
  private static func isPageNumber(_ line: Substring) -> Bool {
    let bare = String(line).withoutBlanks
    let marks: Set<Unicode.Scalar> = ["-", "—", "–", "第", "页", "共", "/", "·"]
    let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    return bare.unicodeScalars.count <= 9 && bare.unicodeScalars.contains(where: isDigit)
      && bare.unicodeScalars.allSatisfy { isDigit($0) || marks.contains($0) }
      && (bare.unicodeScalars.count <= 3 || bare.unicodeScalars.contains(where: marks.contains))
  }
}

extension String {
  fileprivate var isHeadingNumber: Bool {
    HeadingNumber(of: self)?.length == unicodeScalars.count
  }
}
