/// A number in Chinese, put together character by character.
public struct ChineseNumber: Sendable {
  /// How many characters were taken.
  public private(set) var count = 0
  /// No character was a place: 二〇二四, or a single digit.
  public private(set) var isDigitByDigit = true
  /// It begins with a place that nothing counts: 百余, 万元.
  public private(set) var isUncounted = false
  private var isValid = true
  /// What stands before the last 万 or 亿.
  private var total: Int64 = 0
  /// Thousands to units since then; of a number written digit by digit the whole number.
  private var section: Int64 = 0
  private var digit: Int64?
  /// The place before, so that 一百五 is read as 150.
  private var lastPlace = 0
  private var lowestPlace = 4
  private var lowestGroup = 16
  /// What the last 万, 亿 or 万亿 counts.
  private var closingPower = 0

  /// Nothing taken yet.
  public init() {}

  /// Takes the next character.
  public mutating func append(_ numeral: ChineseNumeral) {
    count += 1
    switch numeral {
    case .digit(let value): append(digit: value)
    case .place(let power): power < 4 ? append(place: power) : append(group: power)
    }
  }

  /// nil for what is no number, as 十四五.
  public var number: WrittenNumber? {
    guard isValid, count > 0 else { return nil }
    let (last, shift) = (digit ?? 0, lastPlace > 1 && digit != nil ? lastPlace - 1 : 0)
    let value = total + section + last * Self.powerOfTen(shift)
    let exponent = digit != nil ? shift : section == 0 ? closingPower : 0
    return WrittenNumber(significand: value / Self.powerOfTen(exponent), exponent: exponent)
  }

  private mutating func append(digit value: Int64) {
    if isDigitByDigit {
      guard count <= 18 else {
        isValid = false
        return
      }
      section = section * 10 + value
      return
    }
    isValid = isValid && digit == nil
    if value == 0 { lastPlace = 0 } else { digit = value }
  }

  private mutating func append(place power: Int) {
    takeLeadingDigit(before: power)
    isValid = isValid && power < lowestPlace && digit != 0
    section += (digit ?? 1) * Self.powerOfTen(power)
    digit = nil
    (lastPlace, lowestPlace) = (power, power)
  }

  private mutating func append(group power: Int) {
    takeLeadingDigit(before: power)
    closingPower = section == 0 && digit == nil && closingPower == 4 ? 12 : power
    let counted = section + (digit ?? 0)
    if power == 8 {
      // 一万二千亿: what stands before 万 is counted in 亿 too.
      isValid = isValid && lowestGroup != 8 && total + counted < 100_000_000
      total = isValid ? max(total + counted, isUncounted ? 1 : 0) * 100_000_000 : 0
    } else {
      isValid = isValid && lowestGroup > 4 && (counted > 0 || (isUncounted && total == 0))
      total += isValid ? max(counted, 1) * 10_000 : 0
    }
    isValid = isValid && total > 0
    (section, digit, lastPlace, lowestPlace, lowestGroup) = (0, nil, power, 4, power)
  }

  /// The first place ends a number written digit by digit: at most one digit may stand before it.
  private mutating func takeLeadingDigit(before power: Int) {
    guard isDigitByDigit else { return }
    isDigitByDigit = false
    isValid = isValid && count <= 2
    isUncounted = count == 1 && power > 1
    if count == 2 { digit = section }
    section = 0
  }

  private static func powerOfTen(_ power: Int) -> Int64 { (0..<power).reduce(1) { value, _ in value * 10 } }
}
