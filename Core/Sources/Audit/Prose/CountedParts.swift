import Figures
import Reading
import Text

/// People or things that are parted in brackets or behind 其中, all of one unit.
struct CountedParts {
  let total: ProseQuantity
  let parts: [ProseQuantity]

  /// More parts than there are in all; nil where the parts may overlap.
  init?(behind figure: WrittenFigure, in passage: PassageReading) {
    guard let total = ProseQuantity(figure), figure.isCounted,
      // 在职149人，比上年减少3人，其中行政30人 parts the ones before.
      !passage.marks(in: passage.words(before: figure)).contains(where: {
        [.rise, .fall, .comparison].contains($0.cue)
      })
    else { return nil }
    let start = figure.range.upperBound
    let sentence = passage.sentence(at: figure.range.lowerBound)
    guard start < sentence.upperBound else { return nil }
    let rest = start..<sentence.upperBound
    let isBracket = passage.scalars[start] == "("
    let lead = passage.marks(in: rest).first { $0.cue == .parts }
    guard isBracket || lead.map({ $0.range.lowerBound - start <= 3 }) == true else { return nil }
    // 其中甲、乙，其中丙、丁 parts the same in two ways: the second list tells nothing of 乙.
    let leads = passage.marks(in: sentence).filter { $0.cue == .parts }
    guard isBracket || !leads.contains(where: { passage.leads($0, to: total) }) else { return nil }
    let next = leads.first { $0.range.lowerBound > lead?.range.lowerBound ?? sentence.upperBound }
    let end =
      isBracket
      ? passage.scalars[rest].firstIndex(of: ")") ?? start : next?.range.lowerBound ?? sentence.upperBound
    let list = passage.partsOfList(in: start..<max(start, end), of: total)
    guard list.parts.count >= 2, !passage.text(start..<list.end).holds(anyOf: Self.overlapping) else { return nil }
    parts = list.parts
    self.total = total
  }

  /// Words of groups that one and the same may belong to.
  private static let overlapping = ["党员", "女", "民族", "学历", "职称", "本科", "以上", "以下", "新增", "退休", "其中含", "兼", "占", "比"]

  /// What is missing is one digit's worth, and nothing says that the list is not the whole.
  func isSlip(of passage: PassageReading) -> Bool {
    guard let sum, sum.relation(to: total.value) == .below, let last = parts.last,
      let share = sum.exact.divided(by: total.value.exact), share > Rational(4, over: 5) ?? .one
    else { return false }
    let words = total.figure.range.upperBound..<min(passage.scalars.count, last.figure.range.upperBound + 2)
    guard !passage.marks(in: words).contains(where: { $0.cue == .rest }) else { return false }
    let (mine, whole) = (Array(sum.exact.spoken(0)), Array(total.value.exact.spoken(0)))
    return mine.count == whole.count && mine.count >= 2 && zip(mine, whole).count { $0 != $1 } == 1
  }

  var sum: StatedAmount? { StatedAmount(sumOf: parts.map(\.value)) }
}

extension PassageReading {
  /// The quantities of the total's unit that follow one another, and where they end: another figure stops the list
  /// where a mark parts it from the list, or its words set it against something else.
  fileprivate func partsOfList(in range: Range<Int>, of total: ProseQuantity) -> (parts: [ProseQuantity], end: Int) {
    var parts: [ProseQuantity] = []
    var end = range.lowerBound
    for figure in figures(in: range) {
      let words = words(before: figure)
      let isOfOther = marks(in: words).contains { Self.otherThanParts.contains($0.cue) } || text(words).holds("累计")
      guard !isOfOther, let part = ProseQuantity(figure), part.unit == total.unit else {
        // 三维扫描420件（占12%）、高清影像3280件 goes on; so does 12个、18个，惠及300户 not.
        let gap = scalars[end..<figure.range.lowerBound]
        return parts.count >= 2 && (isOfOther || gap.contains { $0 == "," || $0 == ";" })
          ? (parts, end) : ([], range.lowerBound)
      }
      // 高中8人、初中6人；教职工30人 counts others: the marks between the parts are weaker ones.
      if parts.count >= 2, isParted(from: parts, by: end..<figure.range.lowerBound) { return (parts, end) }
      parts.append(part)
      end = figure.range.upperBound
    }
    return (parts, max(end, range.upperBound))
  }

  /// A semicolon behind commas, or a comma behind 、.
  private func isParted(from parts: [ProseQuantity], by gap: Range<Int>) -> Bool {
    let inner = scalars[parts[0].figure.range.upperBound..<parts[1].figure.range.lowerBound]
    if inner.contains(";") { return false }
    return scalars[gap].contains(";") || inner.contains("、") && scalars[gap].contains(",")
  }

  private static let otherThanParts: Set<Cue> = [
    .target, .done(fully: false), .done(fully: true), .rise, .fall, .comparison, .sum,
  ]

  /// A quantity is a part behind 其中, not a total of its own.
  fileprivate func leads(_ lead: CueMark, to part: ProseQuantity) -> Bool {
    let start = part.figure.range.lowerBound
    guard lead.range.upperBound <= start, !scalars[lead.range.upperBound..<start].contains(";") else { return false }
    return passage.figures.last { $0.range.upperBound <= lead.range.lowerBound }.flatMap(ProseQuantity.init)?.unit
      == part.unit
  }
}

extension WrittenFigure {
  /// Things, people or ground.
  fileprivate var isCounted: Bool {
    switch kind {
    case .count, .area: true
    default: false
    }
  }
}
