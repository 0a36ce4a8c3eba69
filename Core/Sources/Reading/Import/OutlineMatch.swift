import Evaluation
import Text

/// The headings of a stretch of prose as those of an outline, in the same order.
struct OutlineMatch {
  /// Which section a passage begins, by its place among the passages.
  private(set) var found: [Int: (section: Int, confidence: FieldConfidence)] = [:]
  /// How much of the outline is there.
  private(set) var weight = 0

  init(_ passages: [Passage], _ outline: ReportOutline) {
    let wanted = outline.sections.map(Wanted.init)
    let offered = passages.enumerated().compactMap { Offered($1, at: $0) }
    guard !wanted.isEmpty, !offered.isEmpty else { return }
    let weights = offered.map { heading in wanted.map { heading.weight(as: $0) } }
    // The greatest sum of weights of pairs that do not cross.
    var best = [[Int]](repeating: [Int](repeating: 0, count: wanted.count + 1), count: offered.count + 1)
    for row in offered.indices.reversed() {
      for column in wanted.indices.reversed() {
        let pair = weights[row][column]
        best[row][column] = max(
          best[row + 1][column], best[row][column + 1], pair > 0 ? pair + best[row + 1][column + 1] : 0)
      }
    }
    weight = best[0][0]
    var (row, column) = (0, 0)
    while row < offered.count, column < wanted.count {
      let pair = weights[row][column]
      if pair > 0, best[row][column] == pair + best[row + 1][column + 1] {
        found[offered[row].index] = (column, Self.confidence(of: pair))
        row += 1
        column += 1
      } else if best[row][column] == best[row + 1][column] {
        row += 1
      } else {
        column += 1
      }
    }
  }

  private static let exact = 200
  /// Far less than the words can tell.
  private static let position = 20
  /// A heading that says something else altogether is no heading of the outline, whatever its number.
  private static let leastInPlace = 34

  private static func confidence(of weight: Int) -> FieldConfidence {
    weight >= exact ? .exact : weight > position ? .similar : .position
  }

  private struct Wanted {
    let number: HeadingNumber?
    let key: LabelKey
    let likeness: LabelLikeness

    init(_ section: ReportOutline.Section) {
      number = HeadingNumber(of: section.heading)
      key = LabelKey(section.heading)
      likeness = .of(key)
    }
  }

  private struct Offered {
    let index: Int
    private let number: HeadingNumber?
    private let key: LabelKey
    private let likeness: LabelLikeness

    /// nil for a passage that is no heading: without a number it must be short and end without a mark.
    init?(_ passage: Passage, at index: Int) {
      let isHeading = passage.role == .heading || passage.role == .headed
      guard isHeading || passage.text.unicodeScalars.count <= 24 else { return nil }
      self.index = index
      let title = isHeading ? passage.headings.last?.title ?? "" : passage.text
      key = LabelKey(title)
      guard !key.isEmpty else { return nil }
      number = isHeading ? passage.headings.last?.number : nil
      likeness = .of(key)
    }

    func weight(as wanted: Wanted) -> Int {
      let isNumbered = number?.style == wanted.number?.style && number?.value == wanted.number?.value
      // Of equal words those with the number of the outline count more.
      if key.matches(wanted.key) { return OutlineMatch.exact + (isNumbered ? 2 : number == nil ? 0 : 1) }
      guard let number else { return 0 }
      let share = likeness.share(with: wanted.likeness)
      if share >= LabelLikeness.least { return share + (isNumbered ? 20 : 0) }
      // Automatic numbers may have come out as 1、 or (1) on the way.
      let isInPlace = number.value == wanted.number?.value && number.isOfSameLevel(as: wanted.number)
      return isInPlace && share >= OutlineMatch.leastInPlace ? OutlineMatch.position : 0
    }
  }
}

extension HeadingNumber {
  /// 一、 and 1、 or （一） and (1).
  fileprivate func isOfSameLevel(as other: HeadingNumber?) -> Bool {
    func level(_ style: Style) -> Int {
      switch style {
      case .chinese, .arabic: 1
      case .chineseInBrackets, .arabicInBrackets, .decimal: 2
      case .circled, .deepDecimal: 3
      }
    }
    return other.map { level($0.style) == level(style) } ?? false
  }
}
