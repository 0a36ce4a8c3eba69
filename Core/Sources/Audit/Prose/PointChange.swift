import Figures
import Reading
import Text

/// A rate told beside last year's and the points between them: 99.1%，比上年的98.6%提高0.5个百分点.
struct PointChange {
  let now: WrittenFigure
  let base: WrittenFigure
  let gap: Rational
  let isRight: Bool
  /// Off by no more than rounding may leave.
  let isRounding: Bool

  /// nil for a figure that is no such change.
  init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .percentPoints(.number(let points)) = figure.kind, !figure.isApproximate else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count >= 2, case .percent(.number(let y)) = before[before.count - 1].kind,
      case .percent(.number(let x)) = before[before.count - 2].kind
    else { return nil }
    let (first, second) = (before[before.count - 2], before[before.count - 1])
    let between = first.range.upperBound..<second.range.lowerBound
    let isFromTo = passage.leadsFromOneToOther(between)
    (now, base) = isFromTo ? (second, first) : (first, second)
    guard now.isUnbounded, base.isUnbounded, !now.isApproximate, !base.isApproximate,
      passage.turnsAlone(second.range.upperBound..<figure.range.lowerBound),
      isFromTo || passage.setsAgainst(between),
      let gap = x.value.subtracting(y.value)?.magnitude, let off = gap.subtracting(points.value.magnitude)?.magnitude
    else { return nil }
    self.gap = gap
    isRight = off == .zero
    let slack = [x, y, points].map(\.halfStep).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    isRounding = off < slack
  }
}
