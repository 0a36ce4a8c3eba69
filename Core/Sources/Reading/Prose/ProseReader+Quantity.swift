import Figures

extension ProseReader {
  /// Reads a number with what stands around it.
  mutating func readQuantity(_ measure: ProseMeasure) -> ProsePlace {
    if text.scalarBefore(text.droppingBlanks(before: measure.start)) == .of("第") { return readOrdinal(measure) }
    if let end = readQuotedYear(measure) { return end }
    if let second = secondEnd(of: measure) {
      if let end = readPeriod(from: measure, to: second.measure) { return end }
      if let end = readRange(measure, second.measure, isWord: second.isWord) { return end }
    }
    if measure.unit?.isCalendar == true, let end = readCalendar(from: measure, at: measure.start) { return end }
    if measure.isBare, let end = measure.isChinese ? measure.numberEnd : readNumbered(measure) { return end }
    return keepQuantity(.number(measure.number), measure.word, of: measure, to: measure)
  }

  // MARK: Two ends

  /// The measure behind a dash, 至 or 到.
  private func secondEnd(of first: ProseMeasure) -> (measure: ProseMeasure, isWord: Bool)? {
    var place = text.skippingBlanks(first.end)
    let dash = text[place]
    // 6一7 is a dash that was typed as a number.
    let isTypedAsOne = dash == .of("一") && first.isBare && !first.isChinese && place == first.end
    guard ProseText.isDash(dash) || isTypedAsOne else { return nil }
    place = text.after(place)
    if dash == 0x2014, text[place] == 0x2014 { place = text.after(place) }
    if !isTypedAsOne { place = text.skippingBlanks(place) }
    let isNegative = text[place].isOne(of: ProseText.minus)
    if isNegative { place = text.after(place) }
    let isWord = dash == .of("至") || dash == .of("到")
    let begins = ProseText.isDigit(text[place]) || first.isChinese && ChineseNumeral(text[place]) != nil
    guard begins, var second = text.measure(at: place), !(isTypedAsOne && second.isBare) else { return nil }
    if isNegative { second.number = second.number.negated }
    return (second, isWord)
  }

  /// 80%—90%, 10-20万元.
  private mutating func readRange(_ first: ProseMeasure, _ second: ProseMeasure, isWord: Bool) -> ProsePlace? {
    if let one = first.word, let two = second.word {
      guard one.unit.isLike(two.unit), one.unit != .count || one.spelling == two.spelling else { return nil }
    } else if first.word != nil {
      return nil
    }
    let lead = lead(of: first, counting: second.word)
    if isWord, text.scalarBefore(text.droppingBlanks(before: lead.start)).isOne(of: "从由") { return nil }
    guard second.unit?.isCalendar != true else { return nil }
    let from = first.word?.unit.power ?? second.word?.unit.power ?? 0
    guard let low = scaled(first, like: second).scaled(by: from),
      let high = second.number.scaled(by: second.unit?.power ?? 0)
    else { return nil }
    if second.isBare {
      guard first.isBare, first.start.byte > 0 || first.number.value < second.number.value,
        first.number.value < second.number.value, !isNumbered(first), !isListMark(first)
      else { return nil }
    }
    return keepScaled(.between(low, high), second.word, of: first, to: second)
  }

  /// The first of 10-20万元 is counted in 万 too; that of 5000-1万元 is not.
  private func scaled(_ first: ProseMeasure, like second: ProseMeasure) -> WrittenNumber {
    guard first.isBare, second.isMultiplied else { return first.number }
    let shift = second.number.exponent - second.written.exponent
    guard first.number.value <= second.written.value, let scaled = first.number.scaled(by: shift) else {
      return first.number
    }
    return scaled
  }

  // MARK: Keeping

  /// Brings the number to the kind's unit and keeps it.
  mutating func keepQuantity(
    _ extent: WrittenExtent, _ word: ProseUnitWord?, of first: ProseMeasure, to last: ProseMeasure
  ) -> ProsePlace {
    guard let scaled = extent.map({ $0.scaled(by: word?.unit.power ?? 0) }) else { return last.numberEnd }
    return keepScaled(scaled, word, of: first, to: last)
  }

  private mutating func keepScaled(
    _ extent: WrittenExtent, _ word: ProseUnitWord?, of first: ProseMeasure, to last: ProseMeasure
  ) -> ProsePlace {
    let lead = lead(of: first, counting: word)
    // 资金29.6万: the words say what is counted.
    let isMoneyAlone = word == nil && !lead.isMoney && text.isMoneyAlone(last, from: lead.start)
    let word = word ?? (lead.isMoney || isMoneyAlone ? Self.yuan : nil)
    var surroundings = lead.surroundings
    surroundings.isApproximate = surroundings.isApproximate || first.isApproximate || last.isApproximate
    let signed = lead.isNegative ? negative(extent) : extent
    let isClock = word?.unit == .score && text.scalarBefore(first.start).isOne(of: "时点度")
    if isClock {
      return keep(
        .count(signed, unit: "分"), first.start, last.end, digits: first.start, last.numberEnd, isInferred: true)
    }
    let (kind, unitEnd) = kind(of: signed, word, behind: last)
    let end = text.trail(behind: unitEnd, &surroundings)
    waiting.meet(last, word, at: figures.count, from: lead.start, to: end, behind: taken, in: text, &figures)
    let isShort = first.digits?.wholeDigits == 2 && word?.unit == .year
    let isParted = first.digits?.isParted == true || last.digits?.isParted == true
    return keep(
      kind, lead.start, end, digits: first.start, last.numberEnd, surroundings: surroundings,
      isInferred: isShort || isParted || isMoneyAlone)
  }

  private func lead(of measure: ProseMeasure, counting word: ProseUnitWord?) -> ProseLead {
    text.lead(
      of: measure.start, notBefore: taken, isCounted: word != nil,
      isDuration: word?.isDuration == true && !measure.isUncounted,
      isUncounted: measure.isUncounted)
  }

  private static let yuan = ProseUnitWord(spelling: "元", unit: .money(0))

  /// The sign stands before the first number only.
  private func negative(_ extent: WrittenExtent) -> WrittenExtent {
    switch extent {
    case .number(let number): .number(number.negated)
    case .between(let first, let second): .between(first.negated, second)
    }
  }

  /// The kind of a quantity in a unit, and where its unit ends: prices and rates take what they are counted by.
  private func kind(
    of extent: WrittenExtent, _ word: ProseUnitWord?, behind last: ProseMeasure
  ) -> (WrittenFigure.Kind, ProsePlace) {
    guard let word else { return (.plain(extent), last.end) }
    if case .money = word.unit, let per = per(behind: last.end) { return (.price(extent, per: per.unit), per.end) }
    if word.unit == .count, let per = per(behind: last.end) {
      return (.count(extent, unit: "\(word.spelling)/\(per.unit)"), per.end)
    }
    return (word.kind(of: extent), last.end)
  }

  /// /人 behind a unit.
  private func per(behind end: ProsePlace) -> (unit: String, end: ProsePlace)? {
    guard text[end] == .of("/"), let found = ProseUnitTree.shared.longest(in: text, at: text.after(end)) else {
      return nil
    }
    return (found.word.spelling, found.end)
  }
}

extension ProseUnitWord {
  /// What a number counted in this unit is; the number has the unit's scale already.
  func kind(of extent: WrittenExtent) -> WrittenFigure.Kind {
    switch unit {
    case .money: .amount(extent)
    case .foreignMoney: .foreignAmount(extent, currency: spelling)
    case .percent: .percent(extent)
    case .percentPoints: .percentPoints(extent)
    case .times: .times(extent)
    case .score: .score(extent)
    case .area: .area(extent)
    case .count, .year, .fiscalYear, .month, .day, .quarter: .count(extent, unit: spelling)
    }
  }
}
