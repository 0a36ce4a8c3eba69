import Figures

extension ProseReader {
  /// The year that a measure names; nil for a number of years.
  func year(of measure: ProseMeasure) -> WrittenYear? {
    let isFiscal = measure.unit == .fiscalYear
    guard !measure.isMultiplied, !measure.isApproximate else { return nil }
    if let digits = measure.digits {
      guard digits.isPlain, let number = measure.number.whole else { return nil }
      if digits.wholeDigits == 4, Self.years.contains(number) {
        return WrittenYear(.calendar(number), isFiscal: isFiscal)
      }
      guard digits.wholeDigits == 2, isShortYear(number, measure) else { return nil }
      return WrittenYear(.calendar(2000 + number), isFiscal: isFiscal)
    }
    guard measure.chineseDigits == 4, let number = measure.number.whole, Self.years.contains(number) else { return nil }
    return WrittenYear(.calendar(number), isFiscal: isFiscal)
  }

  /// 24年 is a year, 历时24年 and 20年 are so many years.
  private func isShortYear(_ number: Int, _ measure: ProseMeasure) -> Bool {
    guard Self.shortYears.contains(number) else { return false }
    if measure.unit == .fiscalYear { return true }
    let behind = text.skippingBlanks(measure.end)
    if let month = ProseText.isDigit(text[behind]) ? text.measure(at: behind) : nil, month.unit == .month {
      return true
    }
    let previous = text.scalarBefore(text.droppingBlanks(before: measure.start))
    return number % 10 != 0 && !previous.isOne(of: "近约共时续已满去来长达超逾余用花经前后这每隔仅需期足届")
      && !text[behind].isOne(of: "来间内以之前后多余限历的左制免工党有")
  }

  /// Years that are written with two digits: smaller numbers are mostly durations.
  static let shortYears = 15...49

  /// 今年, 上年, 本年度, 全年 and 上半年, found by their 年.
  mutating func readRelativeYear(endingAt mark: ProsePlace) -> ProsePlace {
    let end = text.after(mark)
    let start = text.before(mark)
    guard taken <= start, start < mark else { return end }
    let outer = text.scalarBefore(start)
    if text[start] == .of("半") {
      let start = text.before(start)
      guard taken <= start, let half = half(at: start, in: nil) else { return end }
      return keepCalendar(half, from: start, digits: start)
    }
    guard !text[end].isOne(of: "货终龄级轻糕会画薪") else { return end }
    if text[start] == .of("全") {
      let months = (WrittenDate(month: 1), WrittenDate(month: 12))
      return keep(.period(from: months.0, to: months.1), start, end)
    }
    guard let distance = Self.distance(of: text[start]), !(text[start] == .of("上") && outer.isOne(of: "网线以")),
      !(text[start] == .of("前") && (outer == .of("以") || ProseText.isDigit(outer)))
    else { return end }
    let isFiscal = text[end] == .of("度")
    let year = WrittenYear(.relative(distance), isFiscal: isFiscal)
    return keepCalendar(point(in: year, behind: isFiscal ? text.after(end) : end), from: start, digits: start)
  }

  private static func distance(of scalar: UInt32) -> Int? {
    switch scalar {
    case .of("今"), .of("本"), .of("当"): 0
    case .of("上"), .of("去"): -1
    case .of("前"): -2
    case .of("明"), .of("次"), .of("下"): 1
    default: nil
    }
  }

  /// 上半年 and 下半年 by their months.
  func half(at place: ProsePlace, in year: WrittenYear?) -> ProseDate? {
    let isFirst = text[place] == .of("上")
    guard isFirst || text[place] == .of("下"), let end = text.taking("半年", at: text.after(place)) else { return nil }
    let months = isFirst ? (1, 6) : (7, 12)
    return ProseDate(
      from: WrittenDate(year: year, month: months.0), to: WrittenDate(year: year, month: months.1), digitsEnd: end,
      end: end)
  }

  /// Quarters by their months; 前三季度 are the first three.
  func quarters(_ first: ProseMeasure, _ last: ProseMeasure, in year: WrittenYear?) -> ProseDate? {
    guard let from = first.whole(in: 1...4), let to = last.whole(in: 1...4), from <= to else { return nil }
    let previous = text.scalarBefore(text.droppingBlanks(before: first.start))
    let begin = previous == .of("前") ? 1 : from
    return ProseDate(
      from: WrittenDate(year: year, month: begin * 3 - 2), to: WrittenDate(year: year, month: to * 3),
      digitsEnd: last.numberEnd, end: last.end)
  }

  /// “2023”年, （2023）年.
  mutating func readQuotedYear(_ measure: ProseMeasure) -> ProsePlace? {
    guard measure.isBare, let digits = measure.digits, digits.isPlain, digits.wholeDigits == 4 else { return nil }
    let start = text.before(measure.start)
    guard taken <= start, ProseText.isOpening(text[start]), ProseText.isClosing(text[measure.end]),
      let number = measure.whole(in: Self.years),
      let found = ProseUnitTree.shared.longest(in: text, at: text.skippingBlanks(text.after(measure.end))),
      found.word.unit == .year || found.word.unit == .fiscalYear
    else { return nil }
    let year = WrittenYear(.calendar(number), isFiscal: found.word.unit == .fiscalYear)
    let date = point(in: year, behind: found.end, digitsEnd: measure.numberEnd)
    return keepCalendar(date, from: start, digits: measure.start)
  }

  /// 2024-12-31, 2024/12/31, 2024.12.31 and 2024-12.
  mutating func readNumericDate(at start: ProsePlace) -> ProsePlace? {
    guard text[start].isOne(of: "12"), let (year, yearEnd) = digits(at: start, 4...4), Self.years.contains(year) else {
      return nil
    }
    let mark = text[yearEnd]
    guard mark.isOne(of: "-./"), let (month, monthEnd) = digits(at: text.after(yearEnd), 1...2),
      (1...12).contains(month)
    else { return nil }
    let named = WrittenYear(.calendar(year))
    if text[monthEnd] == mark, let (day, end) = digits(at: text.after(monthEnd), 1...2), (1...31).contains(day),
      !text[end].isOne(of: "-./") || !ProseText.isDigit(text[text.after(end)])
    {
      return keep(.date(WrittenDate(year: named, month: month, day: day)), start, end)
    }
    let next = text[text.skippingBlanks(monthEnd)]
    guard mark == .of("-"), monthEnd.scalar - yearEnd.scalar == 3, !text[monthEnd].isOne(of: "-./"),
      ProseUnitTree.shared.longest(in: text, at: text.skippingBlanks(monthEnd)) == nil, !next.isOne(of: "万亿千百十余多")
    else { return nil }
    return keep(.date(WrittenDate(year: named, month: month)), start, monthEnd)
  }

  /// A whole number of so many digits and nothing more.
  private func digits(at start: ProsePlace, _ lengths: ClosedRange<Int>) -> (Int, ProsePlace)? {
    var (place, number, count) = (start, 0, 0)
    while ProseText.isDigit(text[place]), count <= lengths.upperBound {
      number = number * 10 + Int(text[place] - 0x30)
      count += 1
      place = text.after(place)
    }
    return lengths.contains(count) ? (number, place) : nil
  }
}
