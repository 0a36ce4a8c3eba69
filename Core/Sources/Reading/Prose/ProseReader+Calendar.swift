import Figures

/// How far a place in the calendar was read.
struct ProseDate {
  var from: WrittenDate
  /// The last month or day where a period is written: 上半年, 1-3季度, 3月10-15日.
  var to: WrittenDate?
  /// Behind the last digit.
  var digitsEnd: ProsePlace
  var end: ProsePlace
}

extension ProseReader {
  /// Reads years, months, days and quarters from a first measure on. nil where it is none, as 15月.
  mutating func readCalendar(from measure: ProseMeasure, at start: ProsePlace) -> ProsePlace? {
    guard let first = point(at: measure, inside: nil) else {
      return measure.unit == .year ? nil : measure.numberEnd
    }
    return keepCalendar(first, from: beginning(of: measure, at: start), digits: measure.start)
  }

  /// 前三季度 begins with its 前.
  private func beginning(of measure: ProseMeasure, at start: ProsePlace) -> ProsePlace {
    let before = text.before(text.droppingBlanks(before: start))
    return measure.unit == .quarter && text[before] == .of("前") && taken <= before ? before : start
  }

  /// Keeps a date, or a period where a second date follows a dash.
  mutating func keepCalendar(_ first: ProseDate, from start: ProsePlace, digits: ProsePlace) -> ProsePlace {
    if let second = secondPoint(behind: first) {
      return keep(
        .period(from: first.from, to: second.to ?? second.from), start, second.end, digits: digits, second.digitsEnd)
    }
    if let to = first.to {
      return keep(.period(from: first.from, to: to), start, first.end, digits: digits, first.digitsEnd)
    }
    if first.from.day == nil { waiting.meet(first.from, from: start, behind: taken, in: text, &figures) }
    if first.from.month == nil, first.from.day == nil, let year = first.from.year {
      return keep(.year(year), start, first.end, digits: digits, first.digitsEnd)
    }
    return keep(.date(first.from), start, first.end, digits: digits, first.digitsEnd)
  }

  /// The date behind a dash, as fine as the first: 1月30日-2月1日, 2022年至2024年.
  private func secondPoint(behind first: ProseDate) -> ProseDate? {
    var place = text.skippingBlanks(first.end)
    let dash = text[place]
    guard ProseText.isDash(dash) else { return nil }
    place = text.after(place)
    if dash == 0x2014, text[place] == 0x2014 { place = text.after(place) }
    place = text.skippingBlanks(place)
    guard let measure = text.measure(at: place), let second = point(at: measure, inside: first.from) else { return nil }
    let isAlike =
      (first.from.month == nil) == (second.from.month == nil)
      && (first.from.day == nil) == (second.from.day == nil)
    return isAlike ? second : nil
  }

  /// A bare number before a dash takes the calendar's unit of the second: 1-11月, 2022-2024年.
  mutating func readPeriod(from first: ProseMeasure, to second: ProseMeasure) -> ProsePlace? {
    guard first.isBare, let word = second.word, word.unit.isCalendar else { return nil }
    var measure = first
    measure.word = word
    guard let from = point(at: measure, inside: nil, isAlone: true), let to = point(at: second, inside: from.from)
    else { return nil }
    return keep(
      .period(from: from.from, to: to.to ?? to.from), beginning(of: measure, at: first.start), to.end,
      digits: first.start, to.digitsEnd)
  }

  /// The date that begins with a measure; what it leaves open comes from `outer`. With `isAlone` nothing is read
  /// behind the measure.
  func point(at measure: ProseMeasure, inside outer: WrittenDate?, isAlone: Bool = false) -> ProseDate? {
    switch measure.unit {
    case .year, .fiscalYear:
      guard let year = year(of: measure) else { return nil }
      let alone = ProseDate(from: WrittenDate(year: year), digitsEnd: measure.numberEnd, end: measure.end)
      return isAlone ? alone : point(in: year, behind: measure.end, digitsEnd: measure.numberEnd)
    case .month:
      guard let month = measure.whole(in: 1...12) else { return nil }
      let date = WrittenDate(year: outer?.year, month: month)
      let alone = ProseDate(from: date, digitsEnd: measure.numberEnd, end: measure.end)
      return isAlone ? alone : day(in: date, behind: alone)
    case .day:
      guard let day = measure.whole(in: 1...31) else { return nil }
      let date = WrittenDate(year: outer?.year, month: outer?.month, day: day)
      return ProseDate(from: date, digitsEnd: measure.numberEnd, end: measure.end)
    case .quarter: return quarters(measure, measure, in: outer?.year)
    default: return nil
    }
  }

  /// What follows a year: a half, quarters, months, a month and its day.
  func point(in year: WrittenYear, behind end: ProsePlace, digitsEnd: ProsePlace? = nil) -> ProseDate {
    let alone = ProseDate(from: WrittenDate(year: year), digitsEnd: digitsEnd ?? end, end: end)
    var place = text.skippingBlanks(end)
    if let half = half(at: place, in: year) { return half }
    if let month = text.taking("元月", at: place) {
      let date = WrittenDate(year: year, month: 1)
      return day(in: date, behind: ProseDate(from: date, digitsEnd: month, end: month))
    }
    let isCounted = text[place].isOne(of: "前第")
    if isCounted { place = text.skippingBlanks(text.after(place)) }
    guard ProseText.isDigit(text[place]) || ChineseNumeral(text[place]) != nil, let first = text.measure(at: place)
    else { return alone }
    let outer = WrittenDate(year: year)
    if first.unit == .quarter { return quarters(first, first, in: year) ?? alone }
    if isCounted { return alone }
    if first.unit == .month { return point(at: first, inside: outer) ?? alone }
    guard first.isBare, let second = measure(behindDashOf: first) else { return alone }
    if second.unit == .quarter { return quarters(first, second, in: year) ?? alone }
    guard second.unit == .month, let from = first.whole(in: 1...12), let to = second.whole(in: 1...12) else {
      return alone
    }
    return ProseDate(
      from: WrittenDate(year: year, month: from), to: WrittenDate(year: year, month: to), digitsEnd: second.numberEnd,
      end: second.end)
  }

  /// The day behind a month: 12月31日, 12月31号, 3月10-15日.
  private func day(in month: WrittenDate, behind alone: ProseDate) -> ProseDate {
    let place = text.skippingBlanks(alone.end)
    guard ProseText.isDigit(text[place]) || ChineseNumeral(text[place]) != nil, let first = text.measure(at: place),
      let day = first.whole(in: 1...31)
    else { return alone }
    let from = WrittenDate(year: month.year, month: month.month, day: day)
    if first.unit == .day { return ProseDate(from: from, digitsEnd: first.numberEnd, end: first.end) }
    guard first.isBare else { return alone }
    let mark = text.skippingBlanks(first.end)
    if text[mark] == .of("号") { return ProseDate(from: from, digitsEnd: first.numberEnd, end: text.after(mark)) }
    guard let second = measure(behindDashOf: first), second.unit == .day, let last = second.whole(in: 1...31) else {
      return alone
    }
    return ProseDate(
      from: from, to: WrittenDate(year: month.year, month: month.month, day: last), digitsEnd: second.numberEnd,
      end: second.end)
  }

  private func measure(behindDashOf first: ProseMeasure) -> ProseMeasure? {
    let dash = text.skippingBlanks(first.end)
    guard ProseText.isDash(text[dash]) else { return nil }
    let place = text.skippingBlanks(text.after(dash))
    guard ProseText.isDigit(text[place]) || ChineseNumeral(text[place]) != nil else { return nil }
    return text.measure(at: place)
  }
}
