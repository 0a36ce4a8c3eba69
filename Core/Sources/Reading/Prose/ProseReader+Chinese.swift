import Figures

extension ProseReader {
  /// Reads what begins with a Chinese numeral; most of them only belong to a word.
  mutating func readChinese(at start: ProsePlace) -> ProsePlace {
    if let end = readHundredths(at: start) { return end }
    guard let measure = text.measure(at: start) else { return endOfNumerals(start) }
    let previous = text.scalarBefore(text.droppingBlanks(before: start))
    if previous == .of("第") {
      return readOrdinal(measure)
    }
    if let end = readNextYear(measure, after: previous) { return end }
    guard isCounted(measure, after: previous) else { return measure.numberEnd }
    return readQuantity(measure)
  }

  private func endOfNumerals(_ start: ProsePlace) -> ProsePlace {
    var place = start
    while ChineseNumeral(text[place]) != nil { place = text.after(place) }
    return place
  }

  /// 百分之九十五, 千分之五.
  private mutating func readHundredths(at start: ProsePlace) -> ProsePlace? {
    let power: Int
    switch text[start] {
    case .of("百"): power = 0
    case .of("千"): power = -1
    case .of("万"): power = -2
    default: return nil
    }
    guard let number = text.taking("分之", at: text.skippingBlanks(text.after(start))),
      var measure = text.measure(at: text.skippingBlanks(number))
    else { return nil }
    measure.end = measure.digits?.end ?? measure.numberEnd
    guard let percent = measure.written.scaled(by: power) else { return nil }
    let lead = text.lead(of: start, notBefore: taken, isCounted: true)
    var surroundings = lead.surroundings
    let end = text.trail(behind: measure.end, &surroundings)
    let digitsEnd = measure.end
    let signed = lead.isNegative ? percent.negated : percent
    return keep(
      .percent(.number(signed)), lead.start, end, digits: measure.start, digitsEnd, surroundings: surroundings)
  }

  /// 上一年 and 下一年度.
  private mutating func readNextYear(_ measure: ProseMeasure, after previous: UInt32) -> ProsePlace? {
    guard measure.number.whole == 1, measure.unit == .year || measure.unit == .fiscalYear,
      previous.isOne(of: "上前下后")
    else { return nil }
    let start = text.before(text.droppingBlanks(before: measure.start))
    guard taken <= start else { return nil }
    let year = WrittenYear(.relative(previous.isOne(of: "上前") ? -1 : 1), isFiscal: measure.unit == .fiscalYear)
    return keepCalendar(point(in: year, behind: measure.end), from: start, digits: measure.start)
  }

  /// A number in Chinese counts only with a unit, and not inside words as 统一, 几十个, 周三.
  private func isCounted(_ measure: ProseMeasure, after previous: UInt32) -> Bool {
    if previous.isOne(of: "几数周拜老初多成") { return false }
    if text[measure.numberEnd] == .of("几") { return false }
    if measure.isUncounted,
      !(measure.isApproximate || previous.isOne(of: "近约") || text.up(before: measure.start) != nil)
    {
      return false
    }
    guard let word = measure.word ?? wordOfRange(behind: measure) else { return false }
    if measure.chineseDigits > 1 { return word.unit.isCalendar && year(of: measure) != nil }
    switch word.unit {
    case .count: return isCounter(word, of: measure, after: previous)
    case .score: return isScore(measure, after: previous)
    case .day, .area: return false
    case .year, .fiscalYear: return measure.chineseDigits != 1 || measure.number.whole != 1
    case .times, .money: return !(measure.number.whole == 1 && previous.isOne(of: Self.wordsWithOne))
    case .percent, .percentPoints, .foreignMoney, .month, .quarter: return true
    }
  }

  /// The unit of the second end: 三至五个, 一至三季度.
  private func wordOfRange(behind measure: ProseMeasure) -> ProseUnitWord? {
    let dash = text.skippingBlanks(measure.end)
    guard ProseText.isDash(text[dash]) else { return nil }
    let second = text.skippingBlanks(text.after(dash))
    guard ChineseNumeral(text[second]) != nil, let end = text.measure(at: second), !end.isUncounted else { return nil }
    return end.word
  }

  /// The characters that 一 makes words with: 唯一个, 同一个, 每一项.
  private static let wordsWithOne: StaticString = "统唯惟任某逐单划专独同另每首再随不进整这那哪万其之头"

  private func isCounter(_ word: ProseUnitWord, of measure: ProseMeasure, after previous: UInt32) -> Bool {
    if word.isArabicOnly { return false }
    guard measure.chineseDigits == 1 else { return true }
    let next = text[measure.end]
    switch measure.number.whole {
    case 1:
      // 一卡一条码 pairs, it does not count.
      let isPaired = next == .of("一") || text.scalarBefore(text.before(measure.start)) == .of("一")
      if isPaired || previous.isOne(of: Self.wordsWithOne) { return false }
      return word.spelling != "批" && !(word.spelling == "位" && next == .of("体"))
    // 二 ranks, 两 counts.
    case 2: return text[measure.start] == .of("两")
    default: return !(word.spelling == "位" && next == .of("一"))
    }
  }

  /// 九十六分 is a score; 十分 means very, 三分 a third part.
  private func isScore(_ measure: ProseMeasure, after previous: UInt32) -> Bool {
    if text[measure.end] == .of("为") { return false }
    return measure.chineseDigits == 0 ? measure.number.whole != 10 && !measure.isUncounted : previous.isOne(of: "得扣加计")
  }
}
