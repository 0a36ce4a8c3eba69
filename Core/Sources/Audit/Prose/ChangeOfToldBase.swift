import Figures
import Reading
import Rules
import Text

/// A change and its rate beside two quantities of the paragraph that lie so far apart, wherever they stand in it:
/// 支出480万元。…比上年减少20万元，下降4%。上年支出500万元.
struct ChangeOfToldBase {
  let finding: Finding
  /// This year's, as it follows; nil where the paragraph tells it as well.
  let now: Rational?
  let unit: String

  static let finder = PassageFinder(in: [.prose, .threeFigures]) { read -> [ChangeOfToldBase] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  /// nil where its sentence tells a quantity of that unit before it: other ways of looking know what to do then.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> ChangeOfToldBase? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate else {
      return nil
    }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count == 1, let change = ProseQuantity(before[0]), !["", "㎡"].contains(change.unit),
      passage.isChangeAlone(change.figure.range.upperBound..<figure.range.lowerBound),
      let turn = passage.turn(before: change.figure),
      passage.marks(in: sentence.lowerBound..<turn.range.lowerBound).contains(where: { $0.cue == .comparison })
    else { return nil }
    let bases = passage.figures.filter { !sentence.contains($0.range.lowerBound) }.compactMap(
      ProseQuantity.init
    )
    .filter { $0.unit == change.unit && $0.value.exact > change.value.exact && passage.isOfLastYear($0.figure) }
    guard bases.count == 1, let base = bases.first,
      let now = turn.cue == .rise
        ? base.value.exact.adding(change.value.exact) : base.value.exact.subtracting(change.value.exact)
    else { return nil }
    let told = passage.figures.compactMap(ProseQuantity.init).contains {
      $0.unit == change.unit && $0.value.exact == now
    }
    let finding = FoundRatio(
      ratio: WrittenRatio(percent: percent, part: change.value, whole: base.value),
      working: "\(passage.quote(change.figure)) ÷ \(passage.quote(base.figure))",
      ranges: [change.figure.range, base.figure.range]
    ).look(at: figure, in: passage).finding
    return finding.map { ChangeOfToldBase(finding: $0, now: told ? nil : now, unit: change.unit) }
  }
}

extension Dossier {
  /// Those whose own year's amount the report tells somewhere.
  var changesOfToldBases: [Finding] {
    found(in: ChangeOfToldBase.finder).compactMap { told in
      guard let now = told.now else { return told.finding }
      return told.unit == "元" && statements.amounts.contains { $0.amount.value == now } ? told.finding : nil
    }
  }
}

extension PassageReading {
  /// 上年, or a year other than that of what stands around, is told before it.
  fileprivate func isOfLastYear(_ figure: WrittenFigure) -> Bool {
    let clause = clause(at: figure.range.lowerBound).lowerBound..<figure.range.lowerBound
    return text(clause).holds(anyOf: ["上年", "去年"]) || figures(in: clause).contains { $0.year != nil }
  }
}
