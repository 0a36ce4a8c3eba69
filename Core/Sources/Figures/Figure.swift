/// A number as it was written: its value and how many decimals it was given with.
///
/// `12.30` and `12.3` have the same value and different precision; `12.3` stands for every number in [12.25, 12.35].
public struct Figure: Hashable, Sendable {
  /// The value in units of 10^-decimals, at most 18 digits.
  public let unscaled: Int64
  /// 0 to 6.
  public let decimals: Int

  /// 6: as many as 万元 needs to write every 分.
  public static let maximumDecimals = 6
  static let maximumUnscaled: Int64 = 999_999_999_999_999_999
  static let powersOfTen: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  /// nil outside 18 digits or 6 decimals.
  public init?(unscaled: Int64, decimals: Int) {
    guard (0...Self.maximumDecimals).contains(decimals),
      (-Self.maximumUnscaled...Self.maximumUnscaled).contains(unscaled)
    else { return nil }
    self.unscaled = unscaled
    self.decimals = decimals
  }

  /// A number without decimals.
  public init(_ whole: Int32) {
    unscaled = Int64(whole)
    decimals = 0
  }

  /// The exact value, whatever it stands for.
  public var rational: Rational {
    Rational(Int128(unscaled), over: Int128(Self.powersOfTen[decimals])) ?? .zero
  }

  /// Half of the last written place: the furthest the true number may lie from the written one.
  public var halfStep: Rational {
    Rational(1, over: 2 * Int128(Self.powersOfTen[decimals])) ?? .zero
  }

  /// The same value without closing zeros behind the point.
  public var trimmed: Figure {
    var (unscaled, decimals) = (unscaled, decimals)
    while decimals > 0, unscaled % 10 == 0 {
      unscaled /= 10
      decimals -= 1
    }
    return Figure(unscaled: unscaled, decimals: decimals) ?? self
  }

  public var isZero: Bool { unscaled == 0 }
  public var isNegative: Bool { unscaled < 0 }
}

extension Figure: CustomStringConvertible {
  /// As written, plain digits: "-0.50".
  public var description: String {
    let digits = String(unscaled.magnitude)
    let sign = unscaled < 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -decimals)
    return "\(sign)\(padded[..<split]).\(padded[split...])"
  }
}

extension Figure: ExpressibleByIntegerLiteral, Comparable {
  public init(integerLiteral value: Int32) { self.init(value) }
  public static func < (a: Figure, b: Figure) -> Bool { a.rational < b.rational }
}
