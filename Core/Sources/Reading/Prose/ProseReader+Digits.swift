import Figures

extension ProseReader {
  /// Reads what begins with an Arabic digit.
  mutating func readDigits(at start: ProsePlace) -> ProsePlace {
    if isPartOfAddress(start) { return endOfName(start) }
    if let end = readDocumentNumber(at: start) ?? readNumericDate(at: start) ?? readPhone(at: start) { return end }
    guard let measure = text.measure(at: start), let digits = measure.digits else { return readCode(at: start) }
    let next = text[digits.end]
    if next == 0xFE0F || next == 0x20E3 { return text.after(digits.end) }
    if next.isOne(of: ".:/"), ProseText.isDigit(text[text.after(digits.end)]), let end = endOfSeries(digits) {
      return end
    }
    let isName = ProseText.isLatin(text.scalarBefore(start)) && !measure.isUnmistakable
    if isName || measure.word == nil && ProseText.isLatin(text[measure.end]) { return endOfName(start) }
    if let end = readListNumber(before: digits) { return end }
    return readQuantity(measure)
  }

  /// Numbers that dots, colons or strokes join: 3.1.2, 12:30, 1/3. nil where the first one stands for itself.
  private func endOfSeries(_ digits: ProseDigits) -> ProsePlace? {
    switch text[digits.end] {
    case .of(":"):
      // 12:30 is an hour; 附表1：2024年 is not.
      var place = text.after(digits.end)
      for _ in 0..<2 where ProseText.isDigit(text[place]) { place = text.after(place) }
      let isHour = digits.isPlain && digits.wholeDigits <= 2 && place.scalar - digits.end.scalar == 3
      let unit = ProseUnitTree.shared.longest(in: text, at: text.skippingBlanks(place))
      let isAlone = !ProseText.isDigit(text[place]) && !text[place].isOne(of: ".万亿") && unit == nil
      return isHour && isAlone || !digits.isPlain ? text.endOfDigitsAndDots(digits.start) : nil
    case .of("/") where digits.wholeDigits == 4: return text.after(digits.end)
    default: return readListNumber(before: digits) ?? text.endOfDigitsAndDots(digits.start)
    }
  }

  /// An internet address, a bookmark, an account.
  private func isPartOfAddress(_ start: ProsePlace) -> Bool {
    let before = text.before(start)
    guard before < start, taken <= before else { return false }
    let previous = text.scalarBefore(before)
    switch text[before] {
    case .of("_"), .of("#"), .of("@"): return true
    case .of("."), .of("-"): return ProseText.isLatin(previous)
    case .of("/"): return previous == .of("/")
    default: return false
    }
  }

  private func endOfName(_ start: ProsePlace) -> ProsePlace {
    var place = start
    while true {
      let scalar = text[place]
      let isJoint = scalar.isOne(of: "._-:/") && !ProseText.isHan(text[text.after(place)])
      guard ProseText.isDigit(scalar) || ProseText.isLatin(scalar) || isJoint, place.byte < text.count else { break }
      place = text.after(place)
    }
    return place
  }

  /// 1.2024年 begins a list with a year: skips its mark.
  private func readListNumber(before digits: ProseDigits) -> ProsePlace? {
    // Few have so many decimals: to look what stands before them takes longer.
    guard digits.decimals == 4, digits.wholeDigits <= 2, digits.number.exponent < 0, isAtStop(digits.start) else {
      return nil
    }
    let year = digits.number.significand % 10_000
    let behind = text.skippingBlanks(digits.end)
    let isDate = text[behind].isOne(of: "年-./")
    guard ProseReader.years.contains(Int(year)), isDate else { return nil }
    return text.after(endOfWhole(digits.start))
  }

  private func endOfWhole(_ start: ProsePlace) -> ProsePlace {
    var place = start
    while ProseText.isDigit(text[place]) { place = text.after(place) }
    return place
  }

  /// More digits than any amount has: an account, an identity card.
  private mutating func readCode(at start: ProsePlace) -> ProsePlace {
    var end = text.endOfDigitsAndDots(start)
    if text[end] == .of("X") || text[end] == .of("x") { end = text.after(end) }
    return keep(.code, start, end)
  }

  /// True where a list number may stand: at the beginning, behind a stop or in a new line.
  func isAtStop(_ place: ProsePlace) -> Bool {
    let blanks = text.droppingBlanks(before: place)
    if ProseText.isStop(text.scalarBefore(blanks)) { return true }
    var blank = blanks
    while blank < place {
      if ProseText.isLineBreak(text[blank]) { return true }
      blank = text.after(blank)
    }
    return false
  }

  static let years = 1900...2099
}
