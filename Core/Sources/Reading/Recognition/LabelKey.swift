import Evaluation
import Text

/// A label of a form without what differs from year to year and from typist to typist: numbering, 其中, years, blanks,
/// punctuation, what stands in brackets.
struct LabelKey: Hashable {
  /// With what stands in brackets.
  let whole: FoldedWord
  /// Without it.
  let plain: FoldedWord

  init(_ text: String) {
    let unnumbered = String(
      String.UnicodeScalarView(text.unicodeScalars.dropFirst(HeadingNumber(of: text)?.length ?? 0)))
    whole = FoldedWord(Self.key(unnumbered))
    let plain = unnumbered.hasBrackets ? FoldedWord(Self.key(unnumbered.withoutBrackets)) : whole
    self.plain = plain.isEmpty ? whole : plain
  }

  /// The key of a cell; an empty one where it holds nothing, or more than a label could.
  init(of cell: TextPart) {
    self = cell.mayBeLabel ? LabelKey(cell.text) : .empty
  }
  private static let empty = LabelKey("")

  var isEmpty: Bool { whole.isEmpty }

  /// Says the same as a label of a form.
  func matches(_ other: LabelKey) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    return whole == other.whole || plain == other.plain || whole == other.plain || plain == other.whole
  }

  /// Says the same, or one only says more than the other: 项目支出合计, 公用经费支出.
  func resembles(_ other: LabelKey) -> Bool {
    if matches(other) { return true }
    let (mine, theirs) = (plain.text, other.plain.text)
    guard min(mine.unicodeScalars.count, theirs.unicodeScalars.count) >= 4 else { return false }
    return mine.begins(with: theirs) || theirs.begins(with: mine)
  }

  /// Folded, without 其中 in front, without years and the places that a form keeps for them.
  private static func key(_ text: String) -> String {
    var scalars = Array(text.withoutPlaceholders.folded.unicodeScalars)
    let including = Array("其中".unicodeScalars)
    if scalars.count > 2, scalars.starts(with: including) { scalars.removeFirst(2) }
    var kept = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if index + 4 < scalars.count, scalars[index + 4] == "年", scalars[index..<index + 4].allSatisfy(\.isDigit) {
        index += scalars[(index + 5)...].first == "度" ? 6 : 5
        continue
      }
      kept.append(scalars[index])
      index += 1
    }
    return String(kept)
  }
}

extension String {
  /// {lastYear}年决算数 is the caption 2023年决算数 whatever the year.
  fileprivate var withoutPlaceholders: String {
    guard holds("{") else { return self }
    return Placeholders(["year": "2000", "lastYear": "2000", "unit": ""]).filled(into: self)
  }

  fileprivate var hasBrackets: Bool { unicodeScalars.contains(where: \.isBracket) }

  /// Without what stands in brackets, and without a bracket that is not closed.
  fileprivate var withoutBrackets: String {
    var depth = 0
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "(", "（", "〔", "[", "【": depth += 1
      case ")", "）", "〕", "]", "】": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(scalar) }
      }
    }
    return String(kept)
  }
}

extension TextPart {
  /// Holds something, and no more than a label could.
  var mayBeLabel: Bool { !isEmpty && text.utf8.count <= 120 }
}

extension Unicode.Scalar {
  fileprivate var isBracket: Bool {
    switch self {
    case "(", "（", "〔", "[", "【", ")", "）", "〕", "]", "】": true
    default: false
    }
  }
}
