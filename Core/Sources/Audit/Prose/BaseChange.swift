import Figures
import Reading
import Text

/// A change told beside what there was before alone: 支出比上年的 y 增加 d，增长 p%.
struct BaseChange {
  let base: ProseQuantity
  let change: ProseQuantity

  /// nil where the words tell of something else.
  init?(before figure: WrittenFigure, in passage: PassageReading) {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count >= 2, let change = ProseQuantity(before[before.count - 1]),
      let base = ProseQuantity(before[before.count - 2]), base.unit == change.unit, !base.unit.isEmpty,
      passage.isChangeAlone(change.figure.range.upperBound..<figure.range.lowerBound),
      passage.isChangeAlone(base.figure.range.upperBound..<change.figure.range.lowerBound)
    else { return nil }
    let words = passage.text(passage.words(before: base.figure)).withoutBlanks
    let isOfYear = passage.figures(in: passage.words(before: base.figure)).contains { $0.calendarYear != nil }
    guard words.holds("比") || words.holds("较") || words.holds("与"),
      isOfYear || words.holds(anyOf: ["上年", "去年", "上一年", "同期"]),
      !words.holds(anyOf: ["增", "减", "升", "降"])
    else { return nil }
    (self.base, self.change) = (base, change)
  }

  /// The stated percentage beside the change.
  func ratio(_ percent: WrittenNumber) -> WrittenRatio {
    WrittenRatio(percent: percent, part: change.value, whole: base.value)
  }
}
