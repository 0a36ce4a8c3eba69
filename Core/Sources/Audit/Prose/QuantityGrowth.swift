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
      passage.isComparison(earlier.range.upperBound..<last.range.lowerBound)
    else { return nil }
    (self.now, self.base) = (now, base)
  }

  /// The stated percentage beside the change.
  func ratio(_ percent: WrittenNumber) -> WrittenRatio {
    WrittenRatio(
      percent: percent, part: now.value.gap(to: base.value).with(now.value.slack, base.value.slack), whole: base.value)
  }
}

extension PassageReading {
  /// 增长 and no other words.
  fileprivate func isChangeAlone(_ range: Range<Int>) -> Bool {
    let marks = marks(in: range).filter { $0.cue == .rise || $0.cue == .fall }
    guard marks.count == 1, let mark = marks.first else { return false }
    let rest = scalars[range.lowerBound..<mark.range.lowerBound] + scalars[mark.range.upperBound..<range.upperBound]
    return rest.allSatisfy { $0.isBlank || ["了", "约"].contains($0) }
  }

  /// ，比上年的 or ，较去年: one quantity set against the other.
  fileprivate func isComparison(_ range: Range<Int>) -> Bool {
    let words = text(range).bare
    guard words.unicodeScalars.count <= 12, words.holds("比") || words.holds("较") else { return false }
    return words.holds(anyOf: ["上年", "去年", "同期", "上一年", "年"])
  }
}
