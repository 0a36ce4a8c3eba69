import Figures
import Text

/// The number that a heading or an item of a list begins with.
public struct HeadingNumber: Hashable, Sendable {
  /// How it is written, which tells its level.
  public let style: Style
  /// From 1.
  public let value: Int
  /// How many scalars it takes up, its closing mark and blanks included.
  public let length: Int

  /// How numbers are written, from the outermost level of official documents inwards.
  public enum Style: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// 一、
    case chinese
    /// （一）
    case chineseInBrackets
    /// 1.
    case arabic
    /// 1.1
    case decimal
    /// 1.1.1
    case deepDecimal
    /// (1)
    case arabicInBrackets
    /// ① or ⑴
    case circled

    public static func < (a: Style, b: Style) -> Bool { a.rawValue < b.rawValue }
  }

  /// The number at the beginning of a text; nil where there is none.
  public init?(of text: String) {
    let scalars = text.unicodeScalars.drop(while: \.isBlank)
    guard let first = scalars.first, first.halfWidth.mayBeginNumber else { return nil }
    if first.isDigit, !scalars.endsNumberInTime { return nil }
    var reader = HeadingNumberReader(text)
    guard let number = reader.read() else { return nil }
    self = number
  }

  init(_ style: Style, _ value: Int, length: Int) {
    self.style = style
    self.value = value
    self.length = length
  }
}

extension Substring.UnicodeScalarView {
  /// A mark or a blank stands behind the first digits, which are two at most.
  fileprivate var endsNumberInTime: Bool {
    let rest = drop(while: \.isDigit)
    guard let next = rest.first, prefix(3).contains(where: { !$0.isDigit }) else { return false }
    return next.isBlank || next.halfWidth.isDigit || next.halfWidth.endsNumber
  }
}

private struct HeadingNumberReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// A number with its marks is short; the rest of a paragraph need not be looked at.
  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(Self.longest)
    for scalar in text.unicodeScalars {
      scalars.append(scalar.halfWidth)
      if scalars.count == Self.longest { break }
    }
    self.scalars = scalars
  }

  private static let longest = 24

  mutating func read() -> HeadingNumber? {
    skipBlanks()
    guard let first = scalar else { return nil }
    if let value = first.circledValue {
      index += 1
      return number(.circled, value)
    }
    let isBracketed = first == "("
    if isBracketed { index += 1 }
    skipBlanks()
    if !isBracketed, let number = decimal() { return number }
    guard let (value, isChinese) = value() else { return nil }
    skipBlanks()
    if isBracketed {
      guard scalar == ")" else { return nil }
      index += 1
      return number(isChinese ? .chineseInBrackets : .arabicInBrackets, value)
    }
    guard let mark = scalar, mark.endsNumber, mark != ")" || !isChinese else { return nil }
    index += 1
    // 1.5 is a figure, 2.1 a number of two levels.
    if mark == ".", let next = scalar, next.isDigit, !beginsYear { return nil }
    if mark == ",", !isChinese { return nil }
    return number(isChinese ? .chinese : .arabic, value)
  }

  /// 1.1 and 1.1.1 with a blank behind them, which figures do not have; nil for anything else.
  private mutating func decimal() -> HeadingNumber? {
    var end = index
    var values: [Int] = []
    while true {
      let digits = scalars[end...].prefix { $0.isDigit }
      guard (1...2).contains(digits.count), let value = Int(String(scalars: Array(digits))), value > 0 else {
        return nil
      }
      values.append(value)
      end = digits.endIndex
      guard end < scalars.count, scalars[end] == "." else { break }
      end += 1
    }
    guard (2...3).contains(values.count), end < scalars.count, scalars[end].isBlank else { return nil }
    // 2.3 亿元 is a figure all the same.
    let rest = scalars[end...].drop { $0.isBlank }
    let words = String(scalars: Array(rest))
    guard rest.count >= 2, rest.first?.isIdeograph == true || ["“", "《"].contains(rest.first),
      values.count == 3 || !Self.units.contains(where: words.begins)
    else { return nil }
    index = end
    return number(values.count == 2 ? .decimal : .deepDecimal, values[values.count - 1])
  }

  private static let units = [
    "万", "亿", "元", "亩", "吨", "公里", "公顷", "公斤", "千米", "千瓦", "米", "倍", "立方", "平方", "个百分点", "个月", "小时", "天", "岁", "度",
    "分钟",
  ]

  /// 3.2025年 is the third item, which begins with a year.
  private var beginsYear: Bool {
    let year = scalars[index...].prefix(5).map { Character($0) }
    return year.count == 5 && year[0...1] == ["2", "0"] && year[2].isNumber && year[3].isNumber && year[4] == "年"
  }

  private var scalar: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skipBlanks() { while let scalar, scalar.isBlank { index += 1 } }

  private mutating func number(_ style: HeadingNumber.Style, _ value: Int) -> HeadingNumber {
    skipBlanks()
    if let scalar, ["、", "."].contains(scalar), style != .chinese, style != .arabic, style != .decimal,
      style != .deepDecimal
    {
      index += 1
      skipBlanks()
    }
    return HeadingNumber(style, value, length: index)
  }

  private mutating func value() -> (Int, isChinese: Bool)? {
    let start = index
    while let scalar, scalar.isDigit { index += 1 }
    if index > start {
      guard index - start <= 2 else { return nil }
      let value = scalars[start..<index].reduce(0) { 10 * $0 + Int($1.value) - 0x30 }
      return value > 0 ? (value, false) : nil
    }
    while let scalar, scalar.headingValue != nil { index += 1 }
    if index == start + 1, let value = scalars[start].headingValue { return (value, true) }
    let written = String(scalars: scalars[start..<index])
    // 二三 is no number of a heading.
    guard written.holds("十"), let value = WrittenNumber(chinese: written)?.value,
      value.denominator == 1, value <= Rational(99)
    else { return nil }
    return (Int(value.numerator), true)
  }
}

extension Unicode.Scalar {
  /// Stands behind a number.
  fileprivate var endsNumber: Bool {
    switch self {
    case "、", ".", ",", "．", ")": true
    default: false
    }
  }

  fileprivate var mayBeginNumber: Bool {
    self == "(" || isDigit || headingValue != nil || circledValue != nil
  }

  /// 一 to 十.
  fileprivate var headingValue: Int? {
    switch self {
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    default: nil
    }
  }

  /// ① to ⑳ and ⑴ to ⒇.
  fileprivate var circledValue: Int? {
    switch value {
    case 0x2460...0x2473: Int(value - 0x245F)
    case 0x2474...0x2487: Int(value - 0x2473)
    default: nil
    }
  }
}
