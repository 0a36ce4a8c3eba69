import Figures

extension IndicatorValue {
  /// Reads a target or actual value as typed; never fails: what is no number, range or date is words.
  public init(reading text: String) {
    var reader = IndicatorValueReader(text)
    self = reader.read()
  }
}

/// Takes a sign, a number and a unit off the text, in that order.
struct IndicatorValueReader {
  private let original: String
  private var rest: [Unicode.Scalar]

  static let voids: Set<String> = ["", "无", "/", "-", "—", "——", "不涉及", "不适用", "无此项"]
  /// Longer spellings first.
  static let leadingSigns: [(String, IndicatorValue.Sign)] = [
    (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("≧", .atLeast), ("⩾", .atLeast), ("≤", .atMost),
    ("≦", .atMost), ("⩽", .atMost), ("=", .equal), (">", .moreThan), ("<", .lessThan),
    ("大于等于", .atLeast), ("大于或等于", .atLeast), ("不少于", .atLeast), ("不低于", .atLeast), ("至少", .atLeast),
    ("达到", .atLeast), ("小于等于", .atMost), ("小于或等于", .atMost), ("不超过", .atMost), ("不高于", .atMost),
    ("不多于", .atMost), ("控制在", .atMost), ("等于", .equal), ("大于", .moreThan), ("超过", .moreThan),
    ("高于", .moreThan), ("小于", .lessThan), ("低于", .lessThan),
  ]
  static let trailingSigns: [(String, IndicatorValue.Sign)] = [
    ("及以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost), ("之内", .atMost),
  ]

  init(_ text: String) {
    original = text
    rest = text.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002...0x200B, 0x3000, 0xFEFF: nil
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
      default: scalar
      }
    }
  }

  mutating func read() -> IndicatorValue {
    let folded = String(String.UnicodeScalarView(rest))
    if Self.voids.contains(folded) { return .void }
    if let date = date(in: folded) { return .date(date) }
    var sign: IndicatorValue.Sign?
    for (spelling, meaning) in Self.leadingSigns where sign == nil && take(spelling) { sign = meaning }
    guard let first = number() else { return hasSeveralNumbers(folded) ? .several(folded) : .words(folded) }
    if let range = range(from: first, sign: sign) { return range }
    for (spelling, meaning) in Self.trailingSigns where sign == nil && takeLast(spelling) { sign = meaning }
    guard !rest.contains(where: \.isDigit) else { return .several(folded) }
    let unit = String(String.UnicodeScalarView(rest))
    guard unit.unicodeScalars.count <= 8 else { return .words(folded) }
    return .quantity(.init(sign: sign, figure: first, unit: unit))
  }

  /// "80-90%", "80%～90%".
  private mutating func range(from low: Figure, sign: IndicatorValue.Sign?) -> IndicatorValue? {
    guard sign == nil else { return nil }
    let saved = rest
    let firstUnit = take("%") ? "%" : ""
    guard ["-", "~", "～", "—", "至"].contains(where: { take($0) }), let high = number(),
      !rest.contains(where: \.isDigit)
    else {
      rest = saved
      return nil
    }
    let unit = String(String.UnicodeScalarView(rest))
    return .range(low: low, high: high, unit: unit.isEmpty ? firstUnit : unit)
  }

  private mutating func number() -> Figure? {
    var count = 0
    while count < rest.count, rest[count].isDigit || ((rest[count] == "." || rest[count] == ",") && count > 0) {
      count += 1
    }
    while count > 0, !rest[count - 1].isDigit { count -= 1 }
    guard count > 0, let figure = try? Figure(reading: String(String.UnicodeScalarView(rest[..<count]))) else {
      return nil
    }
    rest.removeFirst(count)
    return figure
  }

  private mutating func take(_ spelling: String) -> Bool {
    guard rest.starts(with: spelling.unicodeScalars) else { return false }
    rest.removeFirst(spelling.unicodeScalars.count)
    return true
  }

  private mutating func takeLast(_ spelling: String) -> Bool {
    guard rest.reversed().starts(with: spelling.unicodeScalars.reversed()) else { return false }
    rest.removeLast(spelling.unicodeScalars.count)
    return true
  }

  private func hasSeveralNumbers(_ text: String) -> Bool {
    text.unicodeScalars.split(whereSeparator: { !$0.isDigit && $0 != "." && $0 != "," }).count > 1
  }

  /// "2024年12月31日前", "2024年12月底前", "2024年底", "2024-12-31".
  private func date(in text: String) -> IndicatorValue.DateLimit? {
    var numbers: [Int] = []
    var digits = ""
    var others = ""
    for scalar in text.unicodeScalars {
      if scalar.isDigit {
        digits.unicodeScalars.append(scalar)
      } else {
        if let number = Int(digits) { numbers.append(number) }
        digits = ""
        others.unicodeScalars.append(scalar)
      }
    }
    if let number = Int(digits) { numbers.append(number) }
    let shapes: Set<String> = [
      "年", "年前", "年底", "年底前", "年末", "年末前", "年月", "年月前", "年月底", "年月底前", "年月末", "年月末前",
      "年月日", "年月日前", "年月日之前", "年月日以前", "--", "..", "//", "前", "年内", "年月内",
    ]
    guard shapes.contains(others), let year = numbers.first, (1990...2099).contains(year), numbers.count <= 3 else {
      return nil
    }
    let month = numbers.count > 1 ? numbers[1] : 12
    let day = numbers.count > 2 ? numbers[2] : 31
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return .init(year: year, month: month, day: day, isLimit: others.hasSuffix("前") || others.hasSuffix("内"))
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
}
