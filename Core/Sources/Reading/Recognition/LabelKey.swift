import Evaluation
import Text

/// A label of a form without what differs from year to year and from typist to typist: numbering, 其中, years, blanks,
/// punctuation, what stands in brackets.
struct LabelKey: Hashable {
  /// Shared, as a key goes through many hands.
  private let words: Words
  /// Which year it speaks of; no part of what it is compared by.
  let year: YearWord?

  private final class Words: Sendable {
    let whole: LabelWord
    let plain: LabelWord
    let caption: PrintedCaption?
    let headColumn: String?
    let speaksOfDepartment: Bool
    let mayBeLabel: Bool

    init(_ whole: LabelWord, _ plain: LabelWord) {
      (self.whole, self.plain) = (whole, plain)
      caption = PrintedCaption(naming: plain)
      headColumn = PrintedHead.column(named: plain.text)
      speaksOfDepartment = PrintedHead.speaksOfDepartment(plain.text)
      let scalars = plain.text.unicodeScalars
      mayBeLabel =
        (2...20).contains(plain.text.scalarCount) && plain.text.holdsIdeographs
        && scalars.contains(where: \.isIdeograph) && !scalars.contains(where: \.isDigit)
    }
  }

  /// With what stands in brackets.
  var wholeWord: LabelWord { words.whole }
  /// Without it.
  var plainWord: LabelWord { words.plain }
  var whole: String { words.whole.text }
  var plain: String { words.plain.text }
  /// What it captions in a scored table.
  var caption: PrintedCaption? { words.caption }
  /// What it names above such a table.
  var headColumn: String? { words.headColumn }
  /// It is a whole department's table that says this above.
  var speaksOfDepartment: Bool { words.speaksOfDepartment }
  /// Short words without figures.
  var mayBeLabel: Bool { words.mayBeLabel }

  init(_ text: String) {
    let unnumbered = text.withoutLeadingNumber.withoutIncluding.withoutLeadingNumber
    let whole = LabelWord(Self.key(unnumbered))
    let bare = unnumbered.withoutBrackets
    let plain = bare == unnumbered ? whole : LabelWord(Self.key(bare))
    words = Words(whole, plain.text.isEmpty ? whole : plain)
    year = YearWord(of: text)
  }

  private init(_ words: Words, year: YearWord?) {
    self.words = words
    self.year = year
  }

  /// Of the words of a form, or of a cell of a document. Most of these are the same in every document, so what they come
  /// to is kept; what is too long for a label is read anew.
  static func of(_ text: String) -> LabelKey {
    text.utf8.count <= longest ? known(ExactText(text)) : LabelKey(text)
  }
  private static let longest = 90
  private static let known = Memo<ExactText, LabelKey> { LabelKey($0.text) }

  /// The same words, said of a year.
  func ofYear(_ year: YearWord?) -> LabelKey { LabelKey(words, year: year) }

  static func == (a: LabelKey, b: LabelKey) -> Bool {
    a.words === b.words || a.words.whole == b.words.whole && a.words.plain == b.words.plain
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(wholeWord)
    hasher.combine(plainWord)
  }

  /// The same without 上年 or 本年 in front, which only some write: 上年决算数 is a 决算数.
  var withoutYearWord: LabelKey {
    guard plain.holds("年") else { return self }
    let scalars = plain.unicodeScalars
    let word = ["上年度", "上年", "去年", "本年度", "本年", "今年"].first { plain.begins(with: $0) }
    guard let word, scalars.count >= word.unicodeScalars.count + 2 else { return self }
    return .of(String(scalars.dropFirst(word.unicodeScalars.count)))
  }

  var isEmpty: Bool { whole.isEmpty }
  static let empty = LabelKey("")

  /// Says the same as a label of a form.
  func matches(_ other: LabelKey) -> Bool {
    let (mine, theirs) = (words, other.words)
    return
      (mine.whole == theirs.whole || mine.plain == theirs.plain || mine.whole == theirs.plain
      || mine.plain == theirs.whole) && !isEmpty && !other.isEmpty
  }

  /// The same words in another order: 年初设定目标 and 年初目标设定.
  func isTurned(_ other: LabelKey) -> Bool {
    guard plainWord.mayBeTurned(other.plainWord), let turned else { return false }
    return turned == other.turned
  }

  /// Its scalars in an order of their own; nil for short labels.
  private var turned: [Unicode.Scalar]? { mayBeTurned ? plain.unicodeScalars.sorted() : nil }

  /// Long enough not to say another thing with the same scalars.
  var mayBeTurned: Bool { plain.scalarCount >= 5 }

  /// Says the same, or one only says more than the other: 项目支出合计, 公用经费支出.
  func resembles(_ other: LabelKey) -> Bool {
    if matches(other) { return true }
    let (mine, theirs) = (plain, other.plain)
    guard min(mine.scalarCount, theirs.scalarCount) >= 4 else { return false }
    return mine.begins(with: theirs) || theirs.begins(with: mine)
  }

  /// Folded, without 其中 in front, without years and the places that a form keeps for them.
  private static func key(_ text: String) -> String {
    let folded = text.withoutPlaceholders.folded
    let isOfThisYear = folded.begins(with: "当年")
    guard isOfThisYear || folded.holds("年") else { return folded }
    var scalars = Array(folded.unicodeScalars)
    // 当年财政拨款 is 本年财政拨款.
    if isOfThisYear { scalars[0] = "本" }
    var kept: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      if index + 4 < scalars.count, scalars[index + 4] == "年", scalars[index..<index + 4].allSatisfy(\.isDigit) {
        index += scalars[(index + 5)...].first == "度" ? 6 : 5
        continue
      }
      kept.append(scalars[index])
      index += 1
    }
    return String(scalars: kept)
  }
}

extension Unicode.Scalar {
  fileprivate var isBracket: Bool {
    switch self {
    case "(", "（", "〔", "[", "【", ")", "）", "〕", "]", "】": true
    default: false
    }
  }
}

extension String {
  fileprivate var withoutLeadingNumber: String {
    guard let length = HeadingNumber(of: self)?.length else { return self }
    return String(unicodeScalars.dropFirst(length))
  }

  /// Without 其中： in front, which may have a number of its own behind it.
  fileprivate var withoutIncluding: String {
    let rest = unicodeScalars.drop(while: \.isBlank)
    guard rest.first == "其", rest.dropFirst().first == "中", rest.count > 2 else { return self }
    return String(rest.dropFirst(2).drop { $0.isBlank || [":", "：", "，", ","].contains($0) })
  }

  /// {lastYear}年决算数 is the caption 2023年决算数 whatever the year.
  fileprivate var withoutPlaceholders: String {
    guard holds("{") else { return self }
    return Placeholders(["year": "2000", "lastYear": "1999", "unit": ""]).filled(into: self)
  }

  /// Without what stands in brackets, and without a bracket that is not closed.
  fileprivate var withoutBrackets: String {
    guard unicodeScalars.contains(where: \.isBracket) else { return self }
    var depth = 0
    var kept: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      switch scalar {
      case "(", "（", "〔", "[", "【": depth += 1
      case ")", "）", "〕", "]", "】": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(scalar) }
      }
    }
    return String(scalars: kept)
  }
}
