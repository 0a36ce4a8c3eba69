/// What the word behind a number makes of it.
enum ProseUnit: Hashable {
  /// 元, and 10^power of them.
  case money(Int)
  case foreignMoney
  /// 10^power hundredths: 0 for %, -1 for ‰.
  case percent(Int)
  case percentPoints
  case times
  case score
  /// 10^power ㎡.
  case area(Int)
  case count
  case year
  case fiscalYear
  case month
  case day
  case quarter

  var isCalendar: Bool {
    switch self {
    case .year, .fiscalYear, .month, .day, .quarter: true
    default: false
    }
  }

  /// The scale that the unit adds to the number's own.
  var power: Int {
    switch self {
    case .money(let power), .percent(let power), .area(let power): power
    default: 0
    }
  }

  /// The same unit, whatever the scale.
  func isLike(_ other: ProseUnit) -> Bool {
    switch (self, other) {
    case (.money, .money), (.percent, .percent), (.area, .area), (.year, .fiscalYear), (.fiscalYear, .year): true
    default: self == other
    }
  }
}

/// A unit as it is spelled.
struct ProseUnitWord {
  let spelling: String
  let unit: ProseUnit
  /// Numbers in Chinese do not count it: 一起, 三级.
  var isArabicOnly = false
  /// It counts time, so that 近 before it means the last ones.
  var isDuration = false
}
