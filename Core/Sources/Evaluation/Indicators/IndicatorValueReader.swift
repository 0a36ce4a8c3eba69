import Figures
import Text

extension IndicatorValue {
  /// Reads a target or actual value as typed; never fails: what is no number, range or date is words.
  public init(reading text: String) {
    var reader = IndicatorValueReader(text)
    self = reader.read()
  }
}

/// Takes a sign, a number and a unit off the text, in that order.
struct IndicatorValueReader {
  private var rest: [Unicode.Scalar]

  static let voids: Set<String> = ["", "无", "/", "-", "—", "——", "不涉及", "不适用", "无此项"]
  private static let longestVoid = voids.map(\.unicodeScalars.count).max() ?? 0

  init(_ text: String) { rest = Self.folded(text) }

  /// Without blanks; full-width and small forms as the keyboard has them.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002...0x200B, 0x202F, 0x3000, 0xFEFF: nil
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
      case 0xFE64: "<"
      case 0xFE65: ">"
      case 0xFE66: "="
      case 0xFE6A: "%"
      case 0x2212, 0x2013: "-"
      default: scalar
      }
    }
  }

  mutating func read() -> IndicatorValue {
    if rest.count <= Self.longestVoid, Self.voids.contains(String(rest)) { return .void }
    dropClosingMarks()
    dropNotes()
    let folded = String(rest)
    if let date = IndicatorDateReader.date(in: folded) { return .date(date) }
    dropPeriod()
    var sign: IndicatorValue.Sign?
    while let opening = takeOpening() { sign = sign ?? opening.sign }
    guard let first = number() else { return unread(folded) }
    if sign == nil, let range = range(from: first) { return range }
    while let closing = takeClosing() { sign = sign ?? closing.sign }
    guard !rest.contains(where: \.isDigit) else { return .several(folded) }
    guard let unit = unit() else { return .words(folded) }
    return .quantity(.init(sign: sign, figure: first, unit: unit))
  }

  private func unread(_ text: String) -> IndicatorValue {
    let numbers = text.unicodeScalars.split { !$0.isDigit && $0 != "." && $0 != "," }
      .filter { $0.contains(where: \.isDigit) }
    return numbers.count > 1 ? .several(text) : .words(text)
  }

  /// What is counted. 100%完成 counts %, 20余个 counts 个; a whole sentence is no unit.
  private mutating func unit() -> String? {
    if rest.first == "%" || take("百分比") { return rest.count <= 12 ? "%" : nil }
    for vague in ["余", "多"] where take(vague) { break }
    return rest.count <= 12 ? String(rest) : nil
  }

  /// "80-90%", "80%～90%", "20个至30个".
  private mutating func range(from low: Figure) -> IndicatorValue? {
    let saved = rest
    let firstUnit = rest.prefix { !$0.isDigit && !["-", "~", "～", "—", "至", "到"].contains($0) }
    rest.removeFirst(firstUnit.count)
    guard firstUnit.count <= 4, ["-", "~", "～", "—", "至", "到"].contains(where: { take($0) }), let high = number(),
      low <= high, !rest.contains(where: \.isDigit), let lastUnit = unit(), !(lastUnit == "年" && low >= 1990)
    else {
      rest = saved
      return nil
    }
    return .range(low: low, high: high, unit: lastUnit.isEmpty ? String(Array(firstUnit)) : lastUnit)
  }

  private mutating func number() -> Figure? {
    let start = rest.first == "-" || rest.first == "+" ? 1 : 0
    var count = start
    while count < rest.count, rest[count].isDigit || ((rest[count] == "." || rest[count] == ",") && count > start) {
      count += 1
    }
    while count > start, !rest[count - 1].isDigit { count -= 1 }
    guard count > start, let figure = try? Figure(reading: String(Array(rest[..<count]))) else { return nil }
    rest.removeFirst(count)
    return figure
  }

  // MARK: What stands around the value

  /// "2024年度", "1-12月" and "全年" before a value say when, not how much.
  private mutating func dropPeriod() {
    let saved = rest
    _ = take("于")
    let year = rest.prefix { $0.isDigit }
    if year.count == 4, rest.dropFirst(4).first == "年" {
      rest.removeFirst(5)
      _ = take("度")
    }
    for spelling in ["1-12月", "1至12月", "1—12月", "全年"] where take(spelling) { break }
    _ = take(",")
    if !rest.contains(where: \.isDigit) || rest.first == "月" || rest.first == "前" { rest = saved }
  }

  private mutating func dropClosingMarks() {
    while let last = rest.last, ["。", ";", ",", ".", "、"].contains(last) { rest.removeLast() }
  }

  /// Notes in brackets: "90%以上(含90%)". One that splits the value into parts is no note.
  private mutating func dropNotes() {
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")"), open > 0,
      !rest[(open + 1)...].starts(with: "其中".unicodeScalars)
    {
      rest.removeSubrange(open...close)
    }
  }

  private mutating func takeOpening() -> IndicatorValueWord? {
    rest.first.flatMap { IndicatorValueWord.openings[$0] }?.first { word in
      guard rest.starts(with: word.spelling) else { return false }
      rest.removeFirst(word.spelling.count)
      return true
    }
  }

  private mutating func takeClosing() -> IndicatorValueWord? {
    rest.last.flatMap { IndicatorValueWord.closings[$0] }?.first { word in
      guard rest.suffix(word.spelling.count).elementsEqual(word.spelling) else { return false }
      let before = rest.dropLast(word.spelling.count)
      guard word.after.isEmpty || before.last.map({ word.after.contains($0) }) == true else { return false }
      rest = Array(before)
      return true
    }
  }

  private mutating func take(_ spelling: String) -> Bool {
    guard rest.starts(with: spelling.unicodeScalars) else { return false }
    rest.removeFirst(spelling.unicodeScalars.count)
    return true
  }
}

extension String {
  init(_ scalars: [Unicode.Scalar]) { self.init(scalars: scalars) }
}
