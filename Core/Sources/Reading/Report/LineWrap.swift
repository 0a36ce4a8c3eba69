import Text

/// How a text was broken into lines of one width, as programs do that save what a page shows.
struct LineWrap {
  /// Where its lines end, in half widths or in characters.
  private let edge: Int
  /// Its paragraphs begin further in than their other lines.
  private let isIndented: Bool
  /// Every character takes as much room as any other, and a number is never broken: such a line may end before the edge.
  private let isOfCharacters: Bool

  /// nil unless many lines run to the same edge and none beyond it.
  init?(of lines: [ArraySlice<Unicode.Scalar>]) {
    // Cells between gaps or bars may be as wide as they like.
    let lines = lines.filter { !$0.hasGap && !$0.contains("|") }
    guard let wrap = LineWrap(ofWidths: lines) ?? LineWrap(ofCharacters: lines) else { return nil }
    self = wrap
  }

  private init?(ofWidths lines: [ArraySlice<Unicode.Scalar>]) {
    var edge = 0
    var widths: [Int] = []
    widths.reserveCapacity(lines.count)
    for line in lines {
      let width = line.width
      guard width <= 110 else { return nil }
      edge = max(edge, width)
      widths.append(width)
    }
    guard edge >= 44 else { return nil }
    let full = widths.indices.filter { widths[$0] >= edge - Self.slack }
    guard Self.areMany(full.map { lines[$0] }, of: lines.count) else { return nil }
    self.edge = edge
    isIndented = full.contains { lines[$0].indent >= 2 }
    isOfCharacters = false
  }

  private init?(ofCharacters lines: [ArraySlice<Unicode.Scalar>]) {
    var edge = 0
    for line in lines {
      let count = line.characters
      guard count <= 56 else { return nil }
      // A mark may hang out over the edge.
      edge = max(edge, line.last { !$0.isBlank }?.isMarkOfLine == true ? count - 1 : count)
    }
    guard edge >= 28 else { return nil }
    let full = zip(lines, lines.dropFirst()).filter { $0.characters + $1.firstToken > edge }.map(\.0)
    guard Self.areMany(full, of: lines.count) else { return nil }
    self.edge = edge
    isIndented = full.contains { $0.indent >= 2 }
    isOfCharacters = true
  }

  /// A line that was broken goes on: hardly one that runs to the edge ends there by chance with a stop.
  private static func areMany(_ full: [ArraySlice<Unicode.Scalar>], of count: Int) -> Bool {
    let broken = full.count { $0.last(where: { !$0.isBlank })?.endsParagraph == false }
    return full.count >= 5 && full.count * 4 >= count && broken * 3 >= full.count * 2
  }

  /// Two characters may be missing where a mark or a figure did not fit.
  private static let slack = 5

  /// A line may be one of the same paragraph as that before it, which runs to the edge. Where nothing tells how
  /// paragraphs begin, a stop there ends one.
  func goesOn(_ line: ArraySlice<Unicode.Scalar>, behind last: ArraySlice<Unicode.Scalar>) -> Bool {
    let isFull = isOfCharacters ? last.characters + line.firstToken > edge : last.width >= edge - Self.slack
    guard isFull, isIndented || last.last(where: { !$0.isBlank })?.endsParagraph == false else { return false }
    return !line.hasGap && (isIndented ? line.indent < 2 : HeadingNumber(of: String(scalars: line)) == nil)
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// In half widths, without blanks at its end.
  fileprivate var width: Int {
    let end = lastIndex { !$0.isBlank }.map { $0 + 1 } ?? startIndex
    return self[..<end].reduce(0) { $0 + $1.columns }
  }

  /// How many characters, without blanks at its end.
  fileprivate var characters: Int { (lastIndex { !$0.isBlank }.map { $0 + 1 } ?? startIndex) - startIndex }

  /// How many characters at its beginning cannot be parted: one, or all of a number with its unit.
  fileprivate var firstToken: Int {
    let number = prefix { $0.isASCII && !$0.isBlank }.count
    return number == 0 ? 1 : number + dropFirst(number).prefix { !$0.isMarkOfLine }.prefix(2).count
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

  /// A line never begins with one.
  fileprivate var isMarkOfLine: Bool { ["，", "。", "、", "；", "：", "）", "”", "》", "％"].contains(self) }

  fileprivate var endsParagraph: Bool { ["。", "；", "：", ";", ":", "！", "？"].contains(self) }
}
