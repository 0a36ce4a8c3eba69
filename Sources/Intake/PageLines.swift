import Reading
import Text

/// A line of a printed page.
struct PageLine {
  /// Parted by wide gaps.
  let pieces: [String]
  /// Begins further in than the page's text does.
  var isIndented = false
  /// Runs to the right edge of the page's text.
  var isFull = false

  var isNumbered: Bool { HeadingNumber(of: pieces[0]) != nil }
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
      let pieces = Self.pieces(of: line)
      lines.append(PageLine(pieces: pieces))
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

  /// Two blanks or more part them, unless the first is a heading's number alone.
  private static func pieces(of line: Substring) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var blanks = 0
    for scalar in line.unicodeScalars {
      if scalar.isBlank {
        blanks += scalar == "\u{3000}" ? 2 : 1
        continue
      }
      if blanks > 1, !piece.isEmpty, !String(piece).isHeadingNumber {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
      } else if blanks > 0, !piece.isEmpty {
        piece.append(" ")
      }
      blanks = 0
      piece.append(scalar)
    }
    return pieces + [String(piece)]
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
