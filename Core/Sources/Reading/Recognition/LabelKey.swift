import Evaluation
import Text

/// A label of a form without what differs from year to year and from typist to typist: numbering, 其中, years, blanks,
/// punctuation, what stands in brackets.
struct LabelKey: Hashable {
  /// With what stands in brackets.
  let whole: String
  /// Without it.
  let plain: String
  /// Which year it speaks of; no part of what it is compared by.
  let year: YearWord?

  init(_ text: String) {
    let unnumbered = text.withoutLeadingNumber.withoutIncluding.withoutLeadingNumber
    whole = Self.key(unnumbered)
    let plain = Self.key(unnumbered.withoutBrackets)
    self.plain = plain.isEmpty ? whole : plain
    year = YearWord(of: text)
  }

  private init(whole: String, plain: String, year: YearWord?) {
    self.whole = whole
    self.plain = plain
    self.year = year
  }

  /// The same words, said of a year.
  func ofYear(_ year: YearWord?) -> LabelKey { LabelKey(whole: whole, plain: plain, year: year) }

  static func == (a: LabelKey, b: LabelKey) -> Bool { a.whole == b.whole && a.plain == b.plain }
  func hash(into hasher: inout Hasher) {
    hasher.combine(whole)
    hasher.combine(plain)
  }

  /// The same without 上年 or 本年 in front, which only some write: 上年决算数 is a 决算数.
  var withoutYearWord: LabelKey {
    let scalars = plain.unicodeScalars
    let word = ["上年度", "上年", "去年", "本年度", "本年", "今年"].first { plain.begins(with: $0) }
    guard let word, scalars.count >= word.unicodeScalars.count + 2 else { return self }
    return LabelKey(String(String.UnicodeScalarView(scalars.dropFirst(word.unicodeScalars.count))))
  }

  var isEmpty: Bool { whole.isEmpty }
  static let empty = LabelKey("")

  /// Says the same as a label of a form.
  func matches(_ other: LabelKey) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    return whole == other.whole || plain == other.plain || whole == other.plain || plain == other.whole
  }

  /// The same words in another order: 年初设定目标 and 年初目标设定.
  func isTurned(_ other: LabelKey) -> Bool {
    guard plain.utf8.count == other.plain.utf8.count, let turned else { return false }
    return turned == other.turned
  }

  /// Its scalars in an order of their own; nil for short labels, which say other things with the same scalars.
  var turned: [Unicode.Scalar]? {
    let scalars = plain.unicodeScalars
    return scalars.count >= 5 ? scalars.sorted() : nil
  }

  /// Says the same, or one only says more than the other: 项目支出合计, 公用经费支出.
  func resembles(_ other: LabelKey) -> Bool {
    if matches(other) { return true }
    let (mine, theirs) = (plain, other.plain)
    guard min(mine.unicodeScalars.count, theirs.unicodeScalars.count) >= 4 else { return false }
    return mine.begins(with: theirs) || theirs.begins(with: mine)
  }

  /// Folded, without 其中 in front, without years and the places that a form keeps for them.
  private static func key(_ text: String) -> String {
    var scalars = Array(text.withoutPlaceholders.folded.unicodeScalars)
    // 当年财政拨款 is 本年财政拨款.
    if scalars.starts(with: "当年".unicodeScalars) { scalars[0] = "本" }
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
  fileprivate var withoutLeadingNumber: String {
    guard let length = HeadingNumber(of: self)?.length else { return self }
    return String(UnicodeScalarView(unicodeScalars.dropFirst(length)))
  }

  /// Without 其中： in front, which may have a number of its own behind it.
  fileprivate var withoutIncluding: String {
    let rest = unicodeScalars.drop(while: \.isBlank)
    guard rest.count > 2, rest.starts(with: "其中".unicodeScalars) else { return self }
    return String(UnicodeScalarView(rest.dropFirst(2).drop { $0.isBlank || [":", "：", "，", ","].contains($0) }))
  }

  /// {lastYear}年决算数 is the caption 2023年决算数 whatever the year.
  fileprivate var withoutPlaceholders: String {
    guard holds("{") else { return self }
    return Placeholders(["year": "2000", "lastYear": "1999", "unit": ""]).filled(into: self)
  }

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
