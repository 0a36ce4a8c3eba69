import Figures
import Reading
import Rules
import Text

/// A change and its rate beside two quantities of the paragraph that lie so far apart, wherever they stand in it:
/// 支出480万元。…比上年减少20万元，下降4%。上年支出500万元.
struct ChangeOfToldBase {
  static let finder = PassageFinder { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.figures.count >= 4, passage.passage.role != .cell else { return [] }
    return passage.passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  /// nil where its sentence tells a quantity of that unit before it: other ways of looking know what to do then.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count == 1, let change = ProseQuantity(before[0]), !["", "㎡"].contains(change.unit),
      passage.isChangeAlone(change.figure.range.upperBound..<figure.range.lowerBound),
      let turn = passage.turn(before: change.figure),
      passage.marks(in: sentence.lowerBound..<turn.range.lowerBound).contains(where: { $0.cue == .comparison })
    else { return nil }
    let others = passage.passage.figures.filter { !sentence.contains($0.range.lowerBound) }.compactMap(ProseQuantity.init)
      .filter { $0.unit == change.unit }
    var pairs: [(now: ProseQuantity, base: ProseQuantity)] = []
    for now in others {
      for base in others where now.figure != base.figure {
        let isRight = turn.cue == .rise ? now.value.exact > base.value.exact : now.value.exact < base.value.exact
        let gap = now.value.gap(to: base.value).with(now.value.slack, base.value.slack)
        if isRight, gap.relation(to: change.value) == .agree, passage.isOfLastYear(base.figure) { pairs.append((now, base)) }
      }
    }
    guard pairs.count == 1, let pair = pairs.first else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: change.value, whole: pair.base.value),
      working: "\(passage.quote(change.figure)) ÷ \(passage.quote(pair.base.figure))",
      ranges: [change.figure.range, pair.base.figure.range]
    ).look(at: figure, in: passage).finding
  }
}

extension PassageReading {
  /// 上年, or a year other than that of what stands around, is told before it.
  fileprivate func isOfLastYear(_ figure: WrittenFigure) -> Bool {
    let clause = clause(at: figure.range.lowerBound).lowerBound..<figure.range.lowerBound
    return text(clause).holds(anyOf: ["上年", "去年"]) || figures(in: clause).contains { $0.year != nil }
  }
}
