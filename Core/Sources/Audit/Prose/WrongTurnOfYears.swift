import Figures
import Reading
import Rules
import Text

/// A rise that is a fall, or the other way round, of a quantity whose number of the year before stands somewhere before
/// it in the paragraph: 受理5,214件，2022年为5,630件，同比增长7.39%. That the numbers come out and only the word is wrong
/// shows that they are meant.
struct WrongTurnOfYears {
  /// Nobody looks further back, in characters.
  private static let reach = 600

  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent),
      passage.marks.contains(where: { $0.cue == .rise || $0.cue == .fall })
    else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage, of: read.year) }
  }

  private static let mostBefore = 12

  private static func finding(on figure: WrittenFigure, in passage: PassageReading, of year: Int) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      !percent.isNegative, percent.exponent <= -2, percent.value.spoken(2).significantDigits >= 3,
      let turn = passage.turn(before: figure), turn.range.upperBound == figure.range.lowerBound
    else { return nil }
    let clause = passage.clause(at: figure.range.lowerBound)
    let words = passage.text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    guard words.holds(anyOf: ["同比", "较上年", "比上年", "较去年", "比去年"]), !words.holds("预算") else { return nil }
    let before = passage.figures(in: max(0, clause.lowerBound - Self.reach)..<clause.lowerBound).suffix(mostBefore)
      .compactMap(ProseQuantity.init)
    let bases = before.filter { !$0.unit.isEmpty && passage.isOfYearBefore($0.figure, year) }
    guard bases.count == 1, let base = bases.first else { return nil }
    let others = before.filter { $0.unit == base.unit && $0.figure != base.figure }
    let isRise = turn.cue == .rise
    func gives(_ now: ProseQuantity) -> Bool {
      WrittenRatio(
        percent: percent, part: now.value.gap(to: base.value).with(now.value.slack, base.value.slack),
        whole: base.value
      ).isRight
    }
    let giving = others.filter { $0.value.relation(to: base.value) != .agree && gives($0) }
    let wrong: StatedAmount.Relation = isRise ? .below : .above
    guard let now = giving.last, giving.allSatisfy({ $0.value.relation(to: base.value) == wrong }) else { return nil }
    let quotes = [now, base].map { passage.quote($0.figure) }
    return Finding(
      at: [turn.range, now.figure.range, base.figure.range].map { .text(passage.passage.place($0)) },
      "写\(passage.text(turn.range))，\(quotes[0]) 比 \(quotes[1]) \(isRise ? "少" : "多")，方向相反。",
      derivation: "\(quotes[0]) \(isRise ? "<" : ">") \(quotes[1])")
  }
}

extension PassageReading {
  /// 上年为5,630件, 2022年为5,630件, 2023年事业收入为18,310.26万元: nothing is set against it there.
  fileprivate func isOfYearBefore(_ figure: WrittenFigure, _ year: Int) -> Bool {
    let clause = clause(at: figure.range.lowerBound)
    let words = text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    guard !words.holds(anyOf: ["比", "较", "末"]), words.unicodeScalars.count <= 16 else { return false }
    if words.holds(anyOf: ["上年", "去年", "上一年"]) { return true }
    let years = figures(in: clause.lowerBound..<figure.range.lowerBound).compactMap { $0.year?.number(in: year) }
    return years.last.map { $0 == year - 1 } ?? false
  }
}
