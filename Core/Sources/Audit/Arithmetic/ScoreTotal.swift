import Evaluation
import Figures
import Reading

/// The total score of a sheet, and the scores that it adds up.
struct ScoreTotal {
  let sheet: SheetReading
  let lines: [IndicatorLine]
  let stated: CellAddress
  /// Budget execution; nil where the form gives no points for it.
  let execution: CellAddress?

  init(of sheet: SheetReading) {
    self.sheet = sheet
    lines = sheet.indicators
    stated = sheet.address("sum", "score")
    execution = sheet.has("total", "score") ? sheet.address("total", "score") : nil
  }
}

extension Dossier {
  /// nil where a score is blank.
  func look(at total: ScoreTotal) -> Look? {
    let (sheet, lines) = (total.sheet, LinePoints(of: total.lines, in: .score))
    guard let stated = calculation.figure(at: total.stated), !lines.figures.isEmpty, lines.blank.isEmpty,
      total.execution.map(isFilled) ?? true,
      let sum = WrittenSum(
        scores: [total.execution.flatMap { calculation.figure(at: $0) }].compactMap { $0 } + lines.figures,
        decimals: sheet.policy.rounding.scoreDecimals)
    else { return nil }
    // The score for the budget's execution stands in another table, and can be what is missing.
    if total.execution == nil, sheet.policy.scoring.executionPoints > 0,
      let rest = stated.rational.subtracting(sum.figure.rational), rest > .zero,
      rest <= Rational(Int64(sheet.policy.scoring.executionPoints))
    {
      return nil
    }
    // A printed total of the indicators alone, as its points say.
    if sheet.policy.isAsPrinted, let points = calculation.figure(at: sheet.address("sum", "points")),
      let ofLines = WrittenSum(exactly: LinePoints(of: total.lines, in: .points).figures), ofLines.figure == points,
      points.rational == Rational(Int64(sheet.policy.scoring.indicatorPoints)),
      let scores = WrittenSum(scores: lines.figures, decimals: sheet.policy.rounding.scoreDecimals),
      scores.figure == stated
    {
      return .agrees
    }
    return sum.mustBe(
      stated, spoken: "\(sheet.spokenName)总得分 \(stated)，各项得分之和 \(sum.figure)",
      at: [total.stated] + [total.execution].compactMap { $0 } + lines.filled)
  }
}
