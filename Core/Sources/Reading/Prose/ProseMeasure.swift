import Figures

/// A number with what follows it: 3万余元 is 3, 万, 余, 元.
struct ProseMeasure {
  /// With its 万 and 亿, without the unit's own scale.
  var number: WrittenNumber
  /// The digits alone.
  let written: WrittenNumber
  let start: ProsePlace
  /// Behind the digits.
  let numberEnd: ProsePlace
  /// Behind everything.
  var end: ProsePlace
  /// nil for numbers in Chinese.
  let digits: ProseDigits?
  /// Written digit by digit in Chinese, with so many characters: 二〇二四.
  let chineseDigits: Int
  /// 百, 千, 万 or 亿 stands without anything that counts it.
  let isUncounted: Bool
  /// It has 万, 亿 or the like behind its digits.
  var isMultiplied = false
  var isApproximate = false
  var word: ProseUnitWord?

  var unit: ProseUnit? { word?.unit }
  var isChinese: Bool { digits == nil }
  /// Digits alone: what takes the unit of a number behind it.
  var isBare: Bool { word == nil && !isMultiplied }
  /// Money or a share: what stands before cannot make a name of it, as in GDP5.6万元.
  var isUnmistakable: Bool {
    switch unit {
    case .money, .foreignMoney, .percent, .percentPoints: true
    default: false
    }
  }
  /// 1 to 12 and the like: whole, without 万.
  func whole(in range: ClosedRange<Int>) -> Int? {
    guard !isMultiplied, digits?.isPlain ?? true, let whole = number.whole, range.contains(whole) else { return nil }
    return whole
  }
}

extension ProseText {
  /// The measure whose number begins at a place; nil where no number can be read.
  func measure(at start: ProsePlace) -> ProseMeasure? {
    guard var measure = Self.isDigit(self[start]) ? arabicNumber(at: start) : chineseNumber(at: start) else {
      return nil
    }
    let end = measure.end
    takeVagueness(&measure)
    takeMultiplier(&measure)
    if end < measure.end { takeVagueness(&measure) }
    if measure.isMultiplied, !measure.isApproximate { takeFinerPart(&measure) }
    takeUnit(&measure)
    return measure
  }

  private func arabicNumber(at start: ProsePlace) -> ProseMeasure? {
    guard let digits = digits(at: start) else { return nil }
    return ProseMeasure(
      number: digits.number, written: digits.number, start: start, numberEnd: digits.end, end: digits.end,
      digits: digits, chineseDigits: 0,
      isUncounted: false)
  }

  private func chineseNumber(at start: ProsePlace) -> ProseMeasure? {
    var sum = ChineseNumber()
    var place = start
    while let numeral = ChineseNumeral(self[place]) {
      sum.append(numeral)
      place = after(place)
    }
    guard var number = sum.number else { return nil }
    if self[place] == .of("点"), let decimals = chineseDecimals(behind: after(place), of: number) {
      (number, place) = decimals
    }
    return ProseMeasure(
      number: number, written: number, start: start, numberEnd: place, end: place, digits: nil,
      chineseDigits: sum.isDigitByDigit ? sum.count : 0, isUncounted: sum.isUncounted)
  }

  /// 三点五: the digits behind 点.
  private func chineseDecimals(behind start: ProsePlace, of whole: WrittenNumber) -> (WrittenNumber, ProsePlace)? {
    var (place, sum, count) = (start, whole.significand, 0)
    guard whole.exponent == 0, sum < 1_000_000 else { return nil }
    while count < 6, case .digit(let digit) = ChineseNumeral(self[place]) {
      sum = sum * 10 + digit
      count += 1
      place = after(place)
    }
    guard count > 0, let number = WrittenNumber(significand: sum, exponent: -count) else { return nil }
    return (number, place)
  }

  /// 余 and 多 behind a number.
  private func takeVagueness(_ measure: inout ProseMeasure) {
    let place = skippingBlanks(measure.end)
    let next = self[after(place)]
    switch self[place] {
    case .of("余"): guard !next.isOne(of: "额款粮热") else { return }
    case .of("多"): guard next != .of("样") else { return }
    default: return
    }
    measure.isApproximate = true
    measure.end = after(place)
  }

  /// 万, 亿, 千万, 万亿 behind the digits; a doubled 万万 counts once, as the slip it is.
  private func takeMultiplier(_ measure: inout ProseMeasure) {
    var last = 0
    var place = skippingBlanks(measure.end)
    while case .place(let power) = ChineseNumeral(self[place]) {
      let isSlip = power == last
      guard last == 0 || isSlip || (power >= 4 && power > last), !isUnitWithThousands(place, power),
        isSlip || measure.number.scaled(by: power) != nil
      else { break }
      if !isSlip { measure.number = measure.number.scaled(by: power) ?? measure.number }
      last = power
      measure.isMultiplied = true
      measure.end = after(place)
      place = skippingBlanks(measure.end)
    }
  }

  /// 千米, 千克, 千瓦 and 百分点 are units, not multiplied ones.
  private func isUnitWithThousands(_ place: ProsePlace, _ power: Int) -> Bool {
    power == 3 && self[after(place)].isOne(of: "米克瓦伏") || power == 2 && self[after(place)].isOne(of: "分")
  }

  /// 2000万 behind 1亿.
  private func takeFinerPart(_ measure: inout ProseMeasure) {
    guard !measure.isChinese, Self.isDigit(self[measure.end]), var finer = arabicNumber(at: measure.end),
      finer.digits?.isGrouped == false
    else { return }
    takeMultiplier(&finer)
    guard let number = measure.number.followed(by: finer.number), finer.isMultiplied || isCounted(at: finer.end)
    else { return }
    measure = ProseMeasure(
      number: number, written: measure.written, start: measure.start, numberEnd: finer.numberEnd, end: finer.end,
      digits: measure.digits,
      chineseDigits: 0, isUncounted: false, isMultiplied: true)
    takeVagueness(&measure)
  }

  /// Behind the first half of a unit in brackets: 20（批）次.
  private func bracketed(at place: ProsePlace) -> ProsePlace? {
    guard self[place] == .of("("), let inner = ProseUnitTree.shared.longest(in: self, at: after(place)),
      inner.word.unit == .count, self[inner.end] == .of(")")
    else { return nil }
    return after(inner.end)
  }

  /// A unit stands there that is none of the calendar: in 20万2024年 nothing is added up.
  private func isCounted(at place: ProsePlace) -> Bool {
    ProseUnitTree.shared.longest(in: self, at: skippingBlanks(place)).map { !$0.word.unit.isCalendar } ?? false
  }

  private func takeUnit(_ measure: inout ProseMeasure) {
    let place = skippingBlanks(measure.end)
    let units = ProseUnitTree.shared
    guard
      let found = units.longest(in: self, at: place)
        ?? bracketed(at: place).flatMap({ units.longest(in: self, at: $0) })
    else { return }
    measure.word = found.word
    measure.end = found.end
  }
}
