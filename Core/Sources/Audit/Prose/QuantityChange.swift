import Figures
import Reading
import Text

/// A growth told by what came or went: x，较上年增加 d，增长 p%.
struct QuantityChange {
  let now: ProseQuantity
  let change: ProseQuantity
  /// Last year's, as it follows, or as it is told.
  let base: StatedAmount
  /// Quantities of the same kind told before: behind a list it may be the total that rose or fell.
  private let others: [ProseQuantity]
  private let isRise: Bool

  /// nil where the words tell of something else.
  init?(before figure: WrittenFigure, in passage: PassageReading) {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count >= 2, let change = ProseQuantity(before[before.count - 1]),
      let now = ProseQuantity(before[before.count - 2]), now.unit == change.unit, !now.unit.isEmpty,
      // 人均108元；公务接待费比上年减少0.5万元: the change of another.
      !(now.unit == "元"
        && passage.text(passage.words(before: now.figure)).holds(anyOf: ["人均", "户均", "每", "单价", "亩均"])),
      !(now.value.exact == .zero),
      // 总额增加1.68万元，其中接待较上年减少0.58万元: the change of another.
      !passage.marks(in: passage.words(before: now.figure)).contains(where: { $0.cue == .rise || $0.cue == .fall }),
      passage.isChangeAlone(change.figure.range.upperBound..<figure.range.lowerBound)
    else { return nil }
    let between = now.figure.range.upperBound..<change.figure.range.lowerBound
    let isBase = passage.isToldOfYearBefore(now.figure, between)
    let turns = passage.marks(in: between).filter { $0.cue == .rise || $0.cue == .fall }
    guard turns.count == 1, let turn = turns.first, turn.range.upperBound == between.upperBound,
      passage.isComparison(between.lowerBound..<turn.range.lowerBound),
      let base = turn.cue == .rise
        ? now.value.exact.subtracting(change.value.exact) : now.value.exact.adding(change.value.exact),
      base > .zero || isBase
    else { return nil }
    (self.now, self.change) = (now, change)
    self.base = isBase ? now.value : StatedAmount(base, slack: .zero).with(now.value.slack, change.value.slack)
    others = before.dropLast(2).compactMap(ProseQuantity.init).filter { $0.unit == change.unit }
    isRise = turn.cue == .rise
  }

  /// The percentage fits the change of another quantity told before.
  func isOfAnother(_ percent: WrittenNumber) -> Bool {
    others.contains { other in
      guard
        let base = isRise
          ? other.value.exact.subtracting(change.value.exact) : other.value.exact.adding(change.value.exact),
        base > .zero
      else { return false }
      let whole = StatedAmount(base, slack: .zero).with(other.value.slack, change.value.slack)
      return WrittenRatio(percent: percent, part: change.value, whole: whole).isRight
    }
  }

  /// The stated percentage beside the change.
  func ratio(_ percent: WrittenNumber) -> WrittenRatio {
    WrittenRatio(percent: percent, part: change.value, whole: base)
  }
}

extension PassageReading {
  /// 与2021年的x相比，2022年增加d, or 2022年x，2023年较上年增加d: the quantity before the change is that of the year before.
  fileprivate func isToldOfYearBefore(_ figure: WrittenFigure, _ between: Range<Int>) -> Bool {
    let before = words(before: figure)
    let words = text(before).withoutBlanks
    if text(between).withoutBlanks.holds("相比") || text(between).withoutBlanks.begins(with: "比较") {
      if ["与", "同", "和"].contains(where: words.hasPrefix) { return true }
    }
    guard let first = figures(in: before).last(where: { $0.calendarYear != nil })?.calendarYear,
      let second = figures(in: between).first(where: { $0.calendarYear != nil })?.calendarYear
    else { return false }
    return second == first + 1 && text(between).withoutBlanks.holds(anyOf: ["较上年", "比上年", "同比"])
  }
}
