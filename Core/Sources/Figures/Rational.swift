/// An exact fraction. Every operation that could leave 128 bits answers nil instead of a wrong number.
public struct Rational: Hashable, Sendable {
  /// Bears the sign.
  public let numerator: Int128
  /// Always positive; numerator and denominator share no factor.
  public let denominator: Int128

  public static let zero = Rational(0)
  public static let one = Rational(1)

  /// A number without a fraction.
  public init(_ whole: Int64) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// nil when the denominator is zero or the reduced fraction cannot be held.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    if denominator == 1 {
      self.init(reduced: numerator, 1)
      return
    }
    // Most fractions here fit 64 bits, where division is many times quicker.
    if let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator), top != .min, bottom != .min {
      let divisor = Int64(Self.greatestCommonDivisor(top.magnitude, bottom.magnitude))
      self.init(reduced: Int128(bottom < 0 ? -top / divisor : top / divisor), Int128(abs(bottom) / divisor))
      return
    }
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(reduced: sign * numerator / divisor, sign * denominator / divisor)
  }

  /// Without a common factor, the denominator positive.
  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// nil where the sum leaves 128 bits.
  public func adding(_ other: Rational) -> Rational? {
    if denominator == other.denominator {
      guard let sum = Self.sum(numerator, other.numerator) else { return nil }
      return Rational(sum, over: denominator)
    }
    guard let left = Self.product(numerator, other.denominator),
      let right = Self.product(other.numerator, denominator),
      let sum = Self.sum(left, right),
      let denominator = Self.product(denominator, other.denominator)
    else { return nil }
    return Rational(sum, over: denominator)
  }

  /// nil where the difference leaves 128 bits.
  public func subtracting(_ other: Rational) -> Rational? { adding(other.negated) }

  /// nil where a product of numerators or denominators leaves 128 bits, reduced or not.
  public func multiplied(by other: Rational) -> Rational? {
    guard let top = Self.product(numerator, other.numerator), let bottom = Self.product(denominator, other.denominator)
    else { return nil }
    return Rational(top, over: bottom)
  }

  /// nil when `other` is zero.
  public func divided(by other: Rational) -> Rational? {
    guard let reciprocal = Rational(other.denominator, over: other.numerator) else { return nil }
    return multiplied(by: reciprocal)
  }

  /// The same with the other sign.
  public var negated: Rational { Rational(reduced: -numerator, denominator) }
  /// The same without its sign.
  public var magnitude: Rational { numerator < 0 ? negated : self }

  private static func greatestCommonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
    var (a, b) = (first.magnitude, second.magnitude)
    while b != 0 {
      if a <= UInt64.max, b <= UInt64.max { return Int128(greatestCommonDivisor(UInt64(a), UInt64(b))) }
      (a, b) = (b, a % b)
    }
    return a == 0 ? 1 : Int128(a)
  }
  private static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : a
  }
  private static func sum(_ a: Int128, _ b: Int128) -> Int128? {
    let (value, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : value
  }
  private static func product(_ a: Int128, _ b: Int128) -> Int128? {
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? nil : value
  }
}

extension Rational: Comparable {
  /// Exact also where cross products leave 128 bits: whole parts first, then the reciprocal remainders.
  public static func < (a: Rational, b: Rational) -> Bool {
    if let left = product(a.numerator, b.denominator), let right = product(b.numerator, a.denominator) {
      return left < right
    }
    let (wholeA, wholeB) = (a.floor, b.floor)
    if wholeA != wholeB { return wholeA < wholeB }
    let (restA, restB) = (a.remainder, b.remainder)
    guard restB != 0 else { return false }
    guard restA != 0 else { return true }
    guard let inverseA = Rational(a.denominator, over: restA), let inverseB = Rational(b.denominator, over: restB)
    else { return false }
    return inverseB < inverseA
  }

  /// How far the numerator lies above the floor, in parts of the denominator: 0 ..< denominator.
  private var remainder: Int128 {
    let rest = numerator % denominator
    return rest < 0 ? rest + denominator : rest
  }

  /// The largest whole number not above this one.
  public var floor: Int128 {
    let quotient = numerator / denominator
    return numerator < 0 && quotient * denominator != numerator ? quotient - 1 : quotient
  }
}
