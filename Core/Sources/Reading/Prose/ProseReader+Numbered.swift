import Figures

extension ProseReader {
  /// A bare number that counts a list, names a table or a house: answers where to go on. nil for a number that is a
  /// figure.
  mutating func readNumbered(_ measure: ProseMeasure) -> ProsePlace? {
    let next = text.skippingBlanks(measure.end)
    if text[next] == .of("号") {
      return keep(.code, measure.start, text.after(next), digits: measure.start, measure.numberEnd)
    }
    if isListMark(measure) || isNumbered(measure) { return measure.end }
    guard let digits = measure.digits, digits.isPlain else { return nil }
    if digits.wholeDigits >= 12 { return keep(.code, measure.start, measure.end) }
    let announced: WrittenFigure.Kind? =
      isAnnounced(digits, by: Self.phoneLabels) ? .phone : isAnnounced(digits, by: Self.codeLabels) ? .code : nil
    return announced.map {
      keep($0, measure.start, measure.end, digits: measure.start, measure.numberEnd, isInferred: true)
    }
  }

  private static let phoneLabels: [StaticString] = ["电话", "传真", "手机", "座机"]
  private static let codeLabels: [StaticString] = ["邮编", "邮政编码", "编码", "编号", "代码", "账号", "帐号", "账户", "卡号"]

  /// 电话：7612345, 邮编：422600.
  private func isAnnounced(_ digits: ProseDigits, by labels: [StaticString]) -> Bool {
    guard digits.wholeDigits >= 5 || digits.beginsWithZero else { return false }
    var end = text.droppingBlanks(before: digits.start)
    if text.scalarBefore(end) == .of(":") { end = text.droppingBlanks(before: text.before(end)) }
    return labels.contains { text.retaking($0, before: end) != nil }
  }

  /// 附件1, 表2, 指标3: the number is a name.
  func isNumbered(_ measure: ProseMeasure) -> Bool {
    let end = text.droppingBlanks(before: measure.start)
    for word: StaticString in ["附件", "附表", "附录", "附图", "指标", "图", "表", "№"]
    where text.retaking(word, before: end) != nil {
      return true
    }
    let joint = text.before(end)
    // The second half of 附件1-2.
    return text[joint] == .of("-") && ProseText.isDigit(text.scalarBefore(joint))
  }

  /// 1、 2. （3） 4) and the numbers of headings.
  func isListMark(_ measure: ProseMeasure) -> Bool {
    let next = text[measure.end]
    let previous = text.scalarBefore(measure.start)
    let isShort = measure.whole(in: 0...99) != nil
    if isShort, previous.isOne(of: "(〔[【"), ProseText.isClosing(next) { return true }
    guard isAtStop(measure.start) || previous == .of("]") else { return false }
    if isShort, next.isOne(of: "、.)") {
      // Nothing is listed where the text ends: 12. is a number with its full stop.
      let item = text[text.skippingBlanks(text.after(measure.end))]
      return next == .of(")") ? ProseText.isHan(item) || ProseText.isLatin(item) : !ProseText.isStop(item)
    }
    var surroundings = ProseSurroundings()
    guard !measure.isApproximate, text.trail(behind: measure.end, &surroundings) == measure.end else { return false }
    let behind = text[text.skippingBlanks(measure.end)]
    return ProseText.isHan(behind) && !ProseText.isDash(behind) || ProseText.isLatin(behind)
  }
}
