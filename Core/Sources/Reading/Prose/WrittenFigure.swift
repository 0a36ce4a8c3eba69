import Figures

/// A figure as prose writes it, and where.
// A class, as it never changes and goes through many hands: a copy is one reference.
public final class WrittenFigure: Sendable {
  /// Offsets in Unicode scalars, with the sign, the unit and the words around that belong to it (约, 余, ≥, 以上).
  public let range: Range<Int>
  /// Offsets of the digits alone; of two ends from the first digit to the last.
  public let number: Range<Int>
  /// What it is, with its value.
  public let kind: Kind
  /// The words tell that it is not meant exactly: 约, 近, 余, 多, 左右.
  public let isApproximate: Bool
  /// ≥, 不超过, 以上 and the like.
  public let bound: Bound?
  /// The unit or the meaning comes from words outside `range`: 12.3 in 分别为12.3、4.5和6.7万元.
  public let isInferred: Bool

  init(
    range: Range<Int>, number: Range<Int>, kind: Kind, isApproximate: Bool, bound: Bound?, isInferred: Bool
  ) {
    self.range = range
    self.number = number
    self.kind = kind
    self.isApproximate = isApproximate
    self.bound = bound
    self.isInferred = isInferred
  }

  /// What a figure is.
  public enum Kind: Hashable, Sendable {
    /// Money in 元.
    case amount(WrittenExtent)
    /// Money of other countries, counted in `currency`.
    case foreignAmount(WrittenExtent, currency: String)
    /// Money in 元 for each of something: 200元/人.
    case price(WrittenExtent, per: String)
    /// In hundredths: 95 for 95%, 0.5 for 5‰.
    case percent(WrittenExtent)
    /// 个百分点.
    case percentPoints(WrittenExtent)
    /// 倍.
    case times(WrittenExtent)
    /// Things, people, durations and measures, counted in `unit`; 3.2万亩 is 32000 亩.
    case count(WrittenExtent, unit: String)
    /// 分.
    case score(WrittenExtent)
    /// In ㎡.
    case area(WrittenExtent)
    /// A number whose unit stands elsewhere or nowhere; also 80万, which may count money or people.
    case plain(WrittenExtent)
    /// 2024年, 本年度.
    case year(WrittenYear)
    /// A month or a day, with its year where that is written.
    case date(WrittenDate)
    /// From the first to the last year, month or day, both inside; quarters and half-years by their months.
    case period(from: WrittenDate, to: WrittenDate)
    /// 同比 or 环比.
    case comparison(Comparison)
    /// 第十五条, 第37个.
    case ordinal(Int, unit: String)
    /// 〔2024〕15号.
    case documentNumber(year: Int, number: Int)
    /// Mobile, landline and hotline numbers.
    case phone
    /// Digits that name something: 36号, identity and account numbers.
    case code
  }

  /// On which side of the figure the true number lies.
  public enum Bound: Hashable, Sendable {
    case atLeast, atMost, above, below, exactly
  }

  /// What a rate of growth is measured against.
  public enum Comparison: Hashable, Sendable {
    /// 同比: the same months of the year before.
    case sameTimeLastYear
    /// 环比: the month or quarter before.
    case precedingPeriod
  }
}

extension WrittenFigure.Kind {
  /// How much, for every kind that says so; money in 元, percentages in hundredths, areas in ㎡.
  public var extent: WrittenExtent? {
    switch self {
    case .amount(let extent), .percent(let extent), .percentPoints(let extent), .times(let extent), .score(let extent),
      .area(let extent), .plain(let extent), .foreignAmount(let extent, _), .price(let extent, _),
      .count(let extent, _):
      extent
    case .year, .date, .period, .comparison, .ordinal, .documentNumber, .phone, .code: nil
    }
  }
}

extension WrittenFigure: Hashable {
  public static func == (a: WrittenFigure, b: WrittenFigure) -> Bool {
    a === b
      || a.range == b.range && a.number == b.number && a.kind == b.kind && a.isApproximate == b.isApproximate
        && a.bound == b.bound && a.isInferred == b.isInferred
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(kind)
  }
}

extension WrittenFigure: CustomDebugStringConvertible {
  /// Everything that is known of it, as a test that fails tells it.
  public var debugDescription: String {
    "WrittenFigure(range: \(String(reflecting: range)), number: \(String(reflecting: number)),"
      + " kind: \(String(reflecting: kind)), isApproximate: \(isApproximate), bound: \(String(reflecting: bound)),"
      + " isInferred: \(isInferred))"
  }
}
