import Figures

extension ProseReader {
  /// 〔2024〕15号, whatever the brackets: the figure begins with the bracket.
  func documentNumber(at start: ProsePlace) -> (year: Int, number: ProseDigits, end: ProsePlace)? {
    let bracket = text.before(text.droppingBlanks(before: start))
    guard taken <= bracket, bracket < start, ProseText.isOpening(text[bracket]), let year = text.digits(at: start),
      year.wholeDigits == 4, year.isPlain
    else { return nil }
    var place = text.skippingBlanks(year.end)
    guard ProseText.isClosing(text[place]) else { return nil }
    place = text.skippingBlanks(text.after(place))
    if text[place] == .of("第") { place = text.skippingBlanks(text.after(place)) }
    guard ProseText.isDigit(text[place]), let number = text.digits(at: place), number.isPlain else { return nil }
    let mark = text.skippingBlanks(number.end)
    guard text[mark] == .of("号"), let whole = year.number.whole else { return nil }
    return (whole, number, text.after(mark))
  }

  mutating func readDocumentNumber(at start: ProsePlace) -> ProsePlace? {
    guard let found = documentNumber(at: start), let number = found.number.number.whole else { return nil }
    let bracket = text.before(text.droppingBlanks(before: start))
    return keep(
      .documentNumber(year: found.year, number: number), bracket, found.end, digits: start, found.number.end)
  }

  /// Mobile numbers, numbers with an area code, 400 numbers and hotlines.
  mutating func readPhone(at start: ProsePlace) -> ProsePlace? {
    guard text[start].isOne(of: "1048") else { return nil }
    var place = start
    var count = 0
    while ProseText.isDigit(text[place]), count < 20 {
      place = text.after(place)
      count += 1
    }
    let second = text[text.after(start)]
    switch (count, text[start]) {
    case (11, .of("1")) where second.isOne(of: "3456789"):
      return isBareNumber(place, from: start) ? keep(.phone, start, place) : nil
    case (3...4, .of("0")), (3, .of("4")), (3, .of("8")):
      return readPhone(behindAreaCode: place, count, from: start)
    case (5, .of("1")) where second == .of("2"):
      guard isBareNumber(place, from: start), isHotline(behind: place) else { return nil }
      return keep(.phone, start, place, digits: start, place, isInferred: true)
    default: return nil
    }
  }

  private mutating func readPhone(
    behindAreaCode end: ProsePlace, _ areaDigits: Int, from start: ProsePlace
  ) -> ProsePlace? {
    var place = end
    guard text[place].isOne(of: "-\u{2013}\u{2014}\u{2212} )") else { return nil }
    while text[place].isOne(of: "-\u{2013}\u{2014}\u{2212} )"), place.byte < end.byte + 8 { place = text.after(place) }
    var (digits, last) = (0, place)
    while digits <= 12,
      ProseText.isDigit(text[place]) || (text[place] == .of("-") && ProseText.isDigit(text[text.after(place)]))
    {
      if ProseText.isDigit(text[place]) { digits += 1 } else { last = text.after(place) }
      place = text.after(place)
    }
    guard (areaDigits == 3 && text[start] != .of("0") ? 7...7 : 7...12).contains(digits),
      isBareNumber(place, from: last)
    else {
      return nil
    }
    return keep(.phone, start, place)
  }

  /// Neither decimals nor a unit follow the last digits, which begin at `start`.
  private func isBareNumber(_ end: ProsePlace, from start: ProsePlace) -> Bool {
    guard let measure = text.measure(at: start), measure.digits?.end == end, measure.digits?.isPlain == true,
      !measure.isApproximate, !measure.isMultiplied
    else { return false }
    // Behind a blank a counter begins the next word of a form.
    return measure.word == nil || (measure.unit == .count && ProseText.isBlank(text[end]))
  }

  private func isHotline(behind end: ProsePlace) -> Bool {
    var place = text.skippingBlanks(end)
    if ProseText.isClosing(text[place]) { place = text.skippingBlanks(text.after(place)) }
    for word: StaticString in ["热线", "政府", "政务", "市民", "市长", "便民", "服务", "平台", "举报", "投诉", "电话", "工单"]
    where text.taking(word, at: place) != nil {
      return true
    }
    return false
  }

  /// 第十五条, 第37个. A bare 第三 is no figure.
  mutating func readOrdinal(_ measure: ProseMeasure) -> ProsePlace {
    let start = text.before(text.droppingBlanks(before: measure.start))
    if text[text.skippingBlanks(measure.end)] == .of("号"), measure.isBare {
      return keep(.code, start, text.after(text.skippingBlanks(measure.end)), digits: measure.start, measure.numberEnd)
    }
    if measure.unit == .quarter, let end = readCalendar(from: measure, at: start) { return end }
    guard let number = measure.whole(in: 0...Int.max), let word = measure.word else { return endOfOrdinal(measure) }
    switch word.unit {
    case .count, .year:
      if measure.isChinese, word.isArabicOnly { return measure.numberEnd }
      return keep(
        .ordinal(number, unit: word.spelling), start, measure.end, digits: measure.start, measure.numberEnd)
    default: return measure.numberEnd
    }
  }

  /// 第1—3 has a second end that counts nothing either.
  private func endOfOrdinal(_ measure: ProseMeasure) -> ProsePlace {
    let dash = text.skippingBlanks(measure.numberEnd)
    guard ProseText.isDash(text[dash]), let second = text.measure(at: text.skippingBlanks(text.after(dash))) else {
      return measure.numberEnd
    }
    return second.numberEnd
  }
}
