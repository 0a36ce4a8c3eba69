import Figures
import Reading
import Text

/// A change told beside both quantities: x，比上年的 y 增加 d.
struct StatedChange {
  let now: ProseQuantity
  let base: ProseQuantity
  let change: ProseQuantity
  /// Of the same kind and told before: behind a list it may be the total that rose or fell.
  private let others: [ProseQuantity]

  /// nil for a figure that is no such change.
  init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard let change = ProseQuantity(figure), !change.unit.isEmpty else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count >= 2, let second = ProseQuantity(before[before.count - 1]), second.unit == change.unit,
      let first = ProseQuantity(before[before.count - 2]), first.unit == change.unit,
      passage.turnsAlone(second.figure.range.upperBound..<figure.range.lowerBound)
    else { return nil }
    let between = first.figure.range.upperBound..<second.figure.range.lowerBound
    if passage.leadsFromOneToOther(between) {
      (base, now) = (first, second)
    } else if passage.setsAgainst(between) {
      (now, base) = (first, second)
    } else {
      return nil
    }
    self.change = change
    others = before.dropLast(2).compactMap(ProseQuantity.init).filter { $0.unit == change.unit }
  }

  /// The change is what lies between the two, or between another one and what it is set against.
  var isRight: Bool { ([now] + others).contains { gap(of: $0).relation(to: change.value) == .agree } }

  /// The quantity right before is what it is told of, not a total that is parted first.
  var isOfNearest: Bool { others.isEmpty || gap.relation(to: change.value) == .agree }

  var gap: StatedAmount { gap(of: now) }
  private func gap(of other: ProseQuantity) -> StatedAmount {
    other.value.gap(to: base.value).with(other.value.slack, base.value.slack)
  }

  /// The stated percentage beside the change.
  func ratio(_ percent: WrittenNumber) -> WrittenRatio {
    let told = WrittenRatio(percent: percent, part: change.value, whole: base.value)
    let own = WrittenRatio(percent: percent, part: gap, whole: base.value)
    return own.isRight ? own : told
  }
}
