import Text

/// How a text was broken into lines of one width, as programs do that save what a page shows.
struct LineWrap {
  /// Where its lines end, in half widths.
  private let edge: Int
  /// Its paragraphs begin further in than their other lines.
  private let isIndented: Bool

  /// nil unless many lines run to the same edge and none beyond it.
  init?(of lines: [ArraySlice<Unicode.Scalar>]) {
    var edge = 0
    var widths: [Int] = []
    widths.reserveCapacity(lines.count)
    // Cells between gaps may be as wide as they like.
    let lines = lines.filter { !$0.hasGap }
    for line in lines {
      let width = line.width
      guard width <= 110 else { return nil }
      edge = max(edge, width)
      widths.append(width)
    }
    guard edge >= 44 else { return nil }
    let full = widths.indices.filter { widths[$0] >= edge - Self.slack }
    // A line that was broken goes on: hardly one that runs to the edge ends there by chance with a stop.
    let broken = full.count { lines[$0].last(where: { !$0.isBlank })?.endsParagraph == false }
    guard full.count >= 5, full.count * 4 >= lines.count, broken * 3 >= full.count * 2 else { return nil }
    self.edge = edge
    isIndented = full.contains { lines[$0].indent >= 2 }
  }

  /// Two characters may be missing where a mark or a figure did not fit.
  private static let slack = 5

  /// Runs to the edge. Where nothing tells how paragraphs begin, a stop there ends one.
  func isFull(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.width >= edge - Self.slack && (isIndented || line.last { !$0.isBlank }?.endsParagraph == false)
  }

  /// May be more of the paragraph whose line before runs to the edge.
  func goesOn(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    !line.hasGap && (isIndented ? line.indent < 2 : HeadingNumber(of: String(scalars: line)) == nil)
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// In half widths, without blanks at its end.
  fileprivate var width: Int {
    let end = lastIndex { !$0.isBlank }.map { $0 + 1 } ?? startIndex
    return self[..<end].reduce(0) { $0 + $1.columns }
  }

  /// Two blanks inside.
  fileprivate var hasGap: Bool {
    var blanks = 0
    for scalar in self.drop(while: \.isBlank) {
      if !scalar.isBlank, blanks >= 2 { return true }
      blanks = scalar.isBlank ? blanks + 1 : 0
    }
    return false
  }

  /// Of the blanks at its beginning, in half widths.
  fileprivate var indent: Int { prefix(while: \.isBlank).reduce(0) { $0 + $1.columns } }
}

extension Unicode.Scalar {
  fileprivate var columns: Int { isASCII ? 1 : 2 }

  fileprivate var endsParagraph: Bool { ["。", "；", "：", ";", ":", "！", "？"].contains(self) }
}
