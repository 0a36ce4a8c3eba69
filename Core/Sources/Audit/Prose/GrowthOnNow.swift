import Figures
import Reading
import Rules
import Text

/// A growth measured against what there is now instead of what there was: 上年271个，本年增加47个，增长14.78%, which are 47 of 318.
struct GrowthOnNow {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["上年", "去年"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      !percent.isNegative, percent.value.spoken(4).significantDigits >= 3,
      ["增长", "增加", "下降", "减少", "增幅", "降幅", "上升"].contains(
        passage.text(passage.words(before: figure)).withoutBlanks)
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let told = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard let last = told.last, let change = ProseQuantity(last), let turn = passage.turn(before: last),
      turn.range.upperBound == last.range.lowerBound,
      let before = told.dropLast().last, let base = ProseQuantity(before), base.unit == change.unit, !base.unit.isEmpty
    else { return nil }
    let words = passage.text(passage.words(before: before)).withoutBlanks
    guard ["上年", "去年", "上一年"].contains(where: words.begins), !words.holds(anyOf: ["比", "较", "末"]),
      let now = turn.cue == .rise
        ? base.value.exact.adding(change.value.exact) : base.value.exact.subtracting(change.value.exact), now > .zero,
      !WrittenRatio(percent: percent, part: change.value, whole: base.value).isRight,
      WrittenRatio(percent: percent, part: change.value, whole: StatedAmount(now, slack: base.value.slack)).isRight
    else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: change.value, whole: base.value),
      working: "\(passage.quote(last)) ÷ \(passage.quote(before))", ranges: [last.range, before.range]
    ).look(at: figure, in: passage).finding
  }
}
