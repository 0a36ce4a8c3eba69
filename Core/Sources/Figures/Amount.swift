/// A sum of money, exact, in 分 (0.01 元).
public struct Amount: Hashable, Comparable, Sendable, Codable {
  /// In 分; may be below zero.
  public let fen: Int64
  public init(fen: Int64) { self.fen = fen }
  public static func < (a: Amount, b: Amount) -> Bool { a.fen < b.fen }

  /// nil when the figure is finer than a 分 or leaves 64 bits.
  public init?(_ figure: Figure, in unit: AmountUnit) {
    guard let exact = figure.rational.multiplied(by: Rational(unit.fen)), exact.denominator == 1,
      let fen = Int64(exactly: exact.numerator)
    else { return nil }
    self.fen = fen
  }

  /// The exact value counted in `unit`.
  public func value(in unit: AmountUnit) -> Rational {
    Rational(Int128(fen), over: Int128(unit.fen)) ?? .zero
  }

  /// Written in `unit`, without closing zeros; nil where six decimals cannot hold it.
  public func figure(in unit: AmountUnit) -> Figure? {
    let value = value(in: unit)
    guard let figure = value.rounded(decimals: Figure.maximumDecimals), figure.rational == value else { return nil }
    return figure.trimmed
  }
}

/// What amounts are counted in.
public enum AmountUnit: String, Sendable, CaseIterable, Codable {
  case yuan = "元"
  case tenThousandYuan = "万元"
  case hundredMillionYuan = "亿元"

  /// How many 分 one of this unit is.
  public var fen: Int64 {
    switch self {
    case .yuan: 100
    case .tenThousandYuan: 1_000_000
    case .hundredMillionYuan: 10_000_000_000
    }
  }

  /// How many decimals it takes to write every 分: 6 for 万元.
  public var exactDecimals: Int {
    switch self {
    case .yuan: 2
    case .tenThousandYuan: 6
    case .hundredMillionYuan: 10
    }
  }
}
