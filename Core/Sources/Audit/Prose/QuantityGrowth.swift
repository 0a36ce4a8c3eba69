import Figures
import Reading
import Text

/// A growth that prose states of any quantity beside last year's: x，比上年的 y 增长 p%.
struct QuantityGrowth {
  let now: ProseQuantity
  let base: ProseQuantity

  /// What the percentage is to be compared with; nil where the words tell of something else.
  init?(before figure: WrittenFigure, in passage: PassageReading) {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    guard let last = before.last(where: { $0.kind.extent != nil }), let base = ProseQuantity(last),
      passage.isChangeAlone(last.range.upperBound..<figure.range.lowerBound),
      let earlier = before.last(where: { $0.range.upperBound <= last.range.lowerBound && $0.kind.extent != nil }),
      let now = ProseQuantity(earlier), now.isLike(base), now.unit == base.unit,
      // 客运量1420万人次，日均3.88万人次，比上年的1388万人次: what falls on a day is not what is compared.
      !passage.isOfDay(earlier) || passage.text(passage.words(before: last)).holds("均")
    else { return nil }
    let between = earlier.range.upperBound..<last.range.lowerBound
    if passage.leadsFromOneToOther(between) {
      (self.now, self.base) = (base, now)
    } else {
      // 比上年减少3起 tells what went, not what there was.
      let words = passage.text(passage.words(before: last)).withoutBlanks
      // 与测算成本x相比，支出少y，节约p%: y is what lies between.
      guard passage.isComparison(between), !["少", "多", "低", "高", "节约", "节省", "超"].contains(where: words.ends),
        !passage.marks(in: between).contains(where: { $0.cue == .rise || $0.cue == .fall })
      else { return nil }
      (self.now, self.base) = (now, base)
    }
  }

  /// The stated percentage beside the change.
  func ratio(_ percent: WrittenNumber) -> WrittenRatio {
    WrittenRatio(
      percent: percent, part: now.value.gap(to: base.value).with(now.value.slack, base.value.slack), whole: base.value)
  }
}

extension PassageReading {
  /// 日均 or 月均 stands before it.
  fileprivate func isOfDay(_ figure: WrittenFigure) -> Bool {
    ["日均", "月均"].contains { text(words(before: figure)).withoutBlanks.begins(with: $0) }
  }
}
