/// How a figure loses its surplus decimals.
public enum RoundingMode: String, Sendable, CaseIterable, Codable {
  case halfUp, halfEven, down
}

extension Rational {
  /// The figure with at most `decimals` decimals nearest to this fraction; nil when it has more than 18 digits.
  public func rounded(decimals: Int, _ mode: RoundingMode = .halfUp) -> Figure? {
    guard (0...Figure.maximumDecimals).contains(decimals),
      let scaled = multiplied(by: Rational(Figure.powersOfTen[decimals]))
    else { return nil }
    let magnitude = scaled.magnitude
    let whole = magnitude.floor
    let rest = magnitude.numerator - whole * magnitude.denominator
    let half = rest.addingReportingOverflow(rest)
    let isAbove = half.overflow || half.partialValue > magnitude.denominator
    let isHalf = !half.overflow && half.partialValue == magnitude.denominator
    let up =
      switch mode {
      case .down: false
      case .halfUp: isAbove || isHalf
      case .halfEven: isAbove || (isHalf && whole % 2 == 1)
      }
    let unsigned = whole + (up ? 1 : 0)
    guard unsigned <= Int128(Figure.maximumUnscaled) else { return nil }
    let signed = Int64(numerator < 0 ? -unsigned : unsigned)
    return Figure(unscaled: signed, decimals: decimals)
  }
}
