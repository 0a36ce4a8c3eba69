public import Figures

/// What a target or an actual value says, read from how people write it: "≥80个", "100%", "2024年12月31日前", "达标".
public enum IndicatorValue: Hashable, Sendable {
  case quantity(Quantity)
  case range(low: Figure, high: Figure, unit: String)
  case date(DateLimit)
  /// Words, such as 定性 or 有效推进.
  case words(String)
  /// More than one number: cannot be compared as a whole.
  case several(String)
  /// Nothing, or a word for nothing: 无, 不涉及, /.
  case void

  public struct Quantity: Hashable, Sendable {
    /// nil where none was written.
    public let sign: Sign?
    public let figure: Figure
    /// "%", "个", "万元"; empty where none was written.
    public let unit: String
    public init(sign: Sign? = nil, figure: Figure, unit: String = "") {
      self.sign = sign
      self.figure = figure
      self.unit = unit
    }
  }

  public enum Sign: String, Hashable, Sendable, CaseIterable {
    case atLeast = "≥"
    case moreThan = ">"
    case equal = "="
    case atMost = "≤"
    case lessThan = "<"

    public var isReverse: Bool { self == .atMost || self == .lessThan }
  }

  /// A day by which something is to be done, or on which it was; month and day may be missing.
  public struct DateLimit: Hashable, Sendable {
    public let year: Int
    /// 12 where none was written.
    public let month: Int
    /// 31 where none was written.
    public let day: Int
    /// "前" or "底前" was written.
    public let isLimit: Bool
  }
}

extension IndicatorValue.DateLimit: Comparable {
  public static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}

extension IndicatorValue.Quantity {
  /// The value in a unit that others can be compared in: money in 元, everything else as written.
  public var comparable: (value: Rational, unit: String) {
    guard let money = AmountUnit(rawValue: unit),
      let value = figure.rational.multiplied(by: Rational(money.fen / 100))
    else { return (figure.rational, unit) }
    return (value, AmountUnit.yuan.rawValue)
  }
}
