import Figures
import Testing

@Suite("Numbers as they are written, in Arabic and Chinese")
struct WrittenNumberTests {
  private static func rational(_ numerator: Int128, _ denominator: Int128 = 1) -> Rational? {
    Rational(numerator, over: denominator)
  }

  @Test func `value and half step follow the last written place`() throws {
    let number = try #require(WrittenNumber(significand: 123, exponent: 3))
    #expect(number.value == Rational(123_000) && number.halfStep == Rational(500))
    let cents = try #require(WrittenNumber(significand: -1250, exponent: -2))
    #expect(cents.value == Self.rational(-25, 2) && cents.halfStep == Self.rational(1, 200))
    #expect(cents.figure == Figure(unscaled: -1250, decimals: 2))
  }

  @Test func `zero is exact`() {
    #expect(WrittenNumber(significand: 0, exponent: 4)?.halfStep == .zero)
  }

  @Test func `numbers at the edge hold or say no`() {
    #expect(WrittenNumber(significand: .max, exponent: 0) == nil)
    #expect(WrittenNumber(significand: 1, exponent: 19) == nil)
    let largest = WrittenNumber(significand: 999_999_999_999_999_999, exponent: 18)
    #expect(largest?.value == Self.rational(999_999_999_999_999_999 * 1_000_000_000_000_000_000))
    #expect(largest?.figure == nil && largest?.whole == nil && largest?.scaled(by: 1) == nil)
  }

  @Test func `a finer part fits only below the last place`() throws {
    let coarse = try #require(WrittenNumber(significand: 1, exponent: 8))
    let fine = try #require(WrittenNumber(significand: 2000, exponent: 4))
    #expect(coarse.followed(by: fine) == WrittenNumber(significand: 12_000, exponent: 4))
    #expect(fine.followed(by: coarse) == nil && coarse.followed(by: coarse) == nil)
    #expect(coarse.followed(by: try #require(WrittenNumber(significand: 20_000, exponent: 4))) == nil)
  }

  @Test(arguments: [
    ("零", 0), ("七", 7), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("一百零五", 105), ("一百五", 150),
    ("一百一十五", 115), ("三千二", 3200), ("两千零八", 2008), ("二〇二四", 2024), ("三百二十万", 3_200_000), ("一亿两千万", 120_000_000),
    ("三万五", 35_000), ("一万二千亿", 1_200_000_000_000), ("一万亿", 1_000_000_000_000), ("九千九百九十九万九千九百九十九", 99_999_999),
    ("壹拾贰万叁仟", 123_000), ("十万零三", 100_003), ("百", 100), ("一亿零五", 100_000_005),
  ])
  func `numbers in Chinese have their value`(_ text: String, _ value: Int64) {
    #expect(WrittenNumber(chinese: text)?.value == Rational(value))
  }

  @Test(arguments: ["", "十四五", "二四十", "万万", "百千", "一百百", "三五百", "亿亿", "一千一万一万", "个", "三a", "亿万", "零百"])
  func `what is no number in Chinese is refused`(_ text: String) {
    #expect(WrittenNumber(chinese: text) == nil)
  }

  @Test func `the closing 万 or 亿 is the last place`() {
    #expect(WrittenNumber(chinese: "三百二十万")?.halfStep == Rational(5000))
    #expect(WrittenNumber(chinese: "一万亿")?.halfStep == Rational(500_000_000_000))
    #expect(WrittenNumber(chinese: "一百五")?.halfStep == Rational(5))
    #expect(WrittenNumber(chinese: "三百元") == nil && WrittenNumber(chinese: "三百")?.halfStep == Self.rational(1, 2))
  }

  @Test func `numbers in Chinese are read back as they were spelled`() {
    var generator = SeededGenerator(7)
    for _ in 0..<3000 {
      let number =
        Int64.random(in: 0..<1_000_000_000_000, using: &generator) >> Int64.random(in: 0..<36, using: &generator)
      #expect(WrittenNumber(chinese: Self.spelled(number))?.value == Rational(number), "\(number)")
    }
  }

  private static func spelled(_ number: Int64) -> String {
    let digits = Array("零一二三四五六七八九")
    if number < 10 { return String(digits[Int(number)]) }
    for (unit, name) in [(100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十")]
    where number >= Int64(unit) {
      let (high, low) = number.quotientAndRemainder(dividingBy: Int64(unit))
      let gap = low > 0 && low < Int64(unit) / 10 ? "零" : ""
      return spelled(high) + name + (low == 0 ? "" : gap + spelled(low))
    }
    return ""
  }
}
