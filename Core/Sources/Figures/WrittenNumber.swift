/// A decimal number as it was written, down to the place of its last digit: 12.3万 is 123 × 10³.
///
/// Equal numbers have the same digits and the same last place; 12.30 and 12.3 have the same `value` only.
public struct WrittenNumber: Hashable, Sendable {
  /// At most 18 digits.
  public let significand: Int64
  private let power: Int8

  /// The places that can be held, by their powers of ten.
  public static let exponents = -18...18

  /// nil outside 18 digits or `exponents`.
  public init?(significand: Int64, exponent: Int) {
    guard (-Figure.maximumUnscaled...Figure.maximumUnscaled).contains(significand), Self.exponents.contains(exponent)
    else { return nil }
    self.significand = significand
    power = Int8(exponent)
  }

  /// The power of ten that the last digit counts.
  public var exponent: Int { Int(power) }
  /// Nothing at all, and exact.
  public var isZero: Bool { significand == 0 }
  /// Below zero.
  public var isNegative: Bool { significand < 0 }

  /// The exact value.
  public var value: Rational {
    let scale = Self.powerOfTen(abs(exponent))
    return (exponent < 0 ? Rational(Int128(significand), over: scale) : Rational(Int128(significand) * scale, over: 1))
      ?? .zero
  }

  /// Half of the last written place: the furthest that the true number may lie from the written one. Zero is exact.
  public var halfStep: Rational {
    guard !isZero else { return .zero }
    let scale = Self.powerOfTen(abs(exponent))
    return (exponent < 0 ? Rational(1, over: 2 * scale) : Rational(scale, over: 2)) ?? .zero
  }

  /// The same digits counted 10^`power` as high; nil outside `exponents`.
  public func scaled(by power: Int) -> WrittenNumber? {
    WrittenNumber(significand: significand, exponent: exponent + power)
  }

  /// The same number with the other sign.
  public var negated: WrittenNumber { WrittenNumber(significand: -significand, exponent: exponent) ?? self }

  /// This number with a finer one behind it, as 1亿 and 2000万 are 1亿2000万. nil unless the finer one fits below the
  /// last place.
  public func followed(by finer: WrittenNumber) -> WrittenNumber? {
    let shift = exponent - finer.exponent
    guard significand > 0, finer.significand > 0, (1...18).contains(shift),
      let room = Int64(exactly: Self.powerOfTen(shift)), finer.significand < room
    else { return nil }
    let (raised, overflow) = significand.multipliedReportingOverflow(by: room)
    guard !overflow, raised <= Figure.maximumUnscaled - finer.significand else { return nil }
    return WrittenNumber(significand: raised + finer.significand, exponent: finer.exponent)
  }

  /// The number when it is whole and fits.
  public var whole: Int? {
    if exponent == 0 { return Int(significand) }
    let value = value
    return value.denominator == 1 ? Int(exactly: value.numerator) : nil
  }

  /// The number as a figure; nil where 18 digits or six decimals cannot hold it.
  public var figure: Figure? {
    if exponent <= 0 { return Figure(unscaled: significand, decimals: -exponent) }
    return Int64(exactly: Int128(significand) * Self.powerOfTen(exponent)).flatMap { Figure(unscaled: $0, decimals: 0) }
  }

  /// Up to the 18th.
  private static func powerOfTen(_ power: Int) -> Int128 { Int128(powersOfTen[power]) }
  private static let powersOfTen: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
  ]
}
