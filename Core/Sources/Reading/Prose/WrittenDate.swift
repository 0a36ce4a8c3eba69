/// A year as it is written: by its number, or seen from the report's year.
public struct WrittenYear: Hashable, Sendable {
  /// How a year is told.
  public enum Reckoning: Hashable, Sendable {
    /// By its number.
    case calendar(Int)
    /// 0 for 今年, 本年 and 当年; -1 for 上年 and 去年; 1 for 明年.
    case relative(Int)
  }
  /// Which year.
  public let reckoning: Reckoning
  /// Written as 年度: the year that budgets and accounts are kept by.
  public let isFiscal: Bool

  /// A year, told by its number or from the report's year.
  public init(_ reckoning: Reckoning, isFiscal: Bool = false) {
    self.reckoning = reckoning
    self.isFiscal = isFiscal
  }

  /// The year's number, unless it is relative.
  public var number: Int? { if case .calendar(let number) = reckoning { number } else { nil } }
}

/// A day, a month or a year, as far as it is written.
public struct WrittenDate: Hashable, Sendable {
  /// nil where only a month or a day is written.
  public let year: WrittenYear?
  /// 1 to 12.
  public let month: Int?
  /// 1 to 31.
  public let day: Int?

  /// A date of the parts that are written.
  public init(year: WrittenYear? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}
