public import Figures
import Text

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

  /// A number with the sign and the unit around it.
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

  /// How an actual value must stand to the target.
  public enum Sign: String, Hashable, Sendable, CaseIterable {
    case atLeast = "≥"
    case moreThan = ">"
    case equal = "="
    case atMost = "≤"
    case lessThan = "<"

    /// Less is better.
    public var isReverse: Bool { self == .atMost || self == .lessThan }
  }

  /// A day by which something is to be done, or on which it was; year, month and day may be missing.
  public struct DateLimit: Hashable, Sendable {
    /// nil where none was written: the year under evaluation.
    public let year: Int?
    /// 12 where none was written.
    public let month: Int
    /// 31 where none was written.
    public let day: Int
    /// "前", "底前" or "内" was written.
    public let isLimit: Bool

    public init(year: Int?, month: Int = 12, day: Int = 31, isLimit: Bool = false) {
      self.year = year
      self.month = month
      self.day = day
      self.isLimit = isLimit
    }

    /// A year that only one side names is taken for the other's too.
    public func isLater(than other: Self) -> Bool {
      if let year, let limit = other.year, year != limit { return year > limit }
      return (month, day) > (other.month, other.day)
    }
  }
}

extension IndicatorValue {
  /// Words that hold a number which could not be read as a whole, so nothing should be made of it: 前3名, 八十四个.
  public var isUnclear: Bool {
    guard case .words(let text) = self else { return false }
    return text.unicodeScalars.contains(where: \.isDigit) || text.hasPrefix("百分之") || text.beginsWithChineseNumber
  }
}

extension String {
  /// 三个, 十二家: a number in words before what is counted. 一般 and 十分满意 are none.
  fileprivate var beginsWithChineseNumber: Bool {
    let numerals = Set("零〇一二两三四五六七八九十百千".unicodeScalars)
    let counted = Set("个家次人项场起件户份期批篇天日月年亩台辆处座条名所套倍元万亿吨米".unicodeScalars)
    let number = unicodeScalars.prefix { numerals.contains($0) }
    guard !number.isEmpty, let next = unicodeScalars.dropFirst(number.count).first else { return false }
    return counted.contains(next)
  }
}
