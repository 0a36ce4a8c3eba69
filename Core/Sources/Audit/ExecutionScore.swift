import Evaluation
import Figures
import Reading

/// The points written for budget execution, and what the policy's formula gives.
struct ExecutionScore {
  let score: Figure
  let right: Figure
  /// The least and most that the formula gives within the rounding of its inputs.
  let least: Figure
  let most: Figure
  /// "119.34 ÷ 119.34"
  let working: String
  let cells: [CellAddress]

  /// More than can be earned at all.
  let isAboveFull: Bool

  /// What is written may stand for what the formula gives.
  var isRight: Bool {
    guard let low = least.rational.subtracting(score.halfStep), let high = most.rational.adding(score.halfStep) else {
      return true
    }
    return score.rational >= low && score.rational <= high
  }
}

extension Dossier {
  /// nil where the score, the budget or what was spent is missing, or there is nothing to divide by.
  func executionScore(of sheet: SheetReading) -> ExecutionScore? {
    let cells = BudgetExecution(of: sheet)
    guard let score = calculation.figure(at: cells.score), !score.isNegative else { return nil }
    let full = Rational(Int64(sheet.policy.scoring.executionPoints))
    let isAboveFull = score.rational > calculation.figure(at: cells.points)?.rational ?? full
    return fromAmounts(score, isAboveFull, cells, executionBase(of: sheet))
      ?? fromRate(score, isAboveFull, cells, sheet)
  }

  private func fromAmounts(_ score: Figure, _ isAboveFull: Bool, _ cells: BudgetExecution, _ base: CellAddress?)
    -> ExecutionScore?
  {
    guard let base, let part = sum(at: cells.executed), let whole = sum(at: base), whole.exact > .zero else {
      return nil
    }
    func given(_ part: Rational?, _ whole: Rational?) -> Figure? {
      guard let part, let whole, whole > .zero else { return nil }
      return calculation.proposal(at: cells.score, assuming: [cells.executed: part, base: whole])
    }
    guard let right = given(part.exact, whole.exact),
      let least = given(part.exact.subtracting(part.slack), whole.exact.adding(whole.slack))
    else { return nil }
    let most = given(part.exact.adding(part.slack), whole.exact.subtracting(whole.slack)) ?? right
    return ExecutionScore(
      score: score, right: right, least: min(least, right), most: max(most, right),
      working: "\(part.figure) ÷ \(whole.figure)", cells: [cells.score, cells.executed, base],
      isAboveFull: isAboveFull)
  }

  /// Where the amounts are not filled in, the rate as it is written says enough.
  private func fromRate(_ score: Figure, _ isAboveFull: Bool, _ cells: BudgetExecution, _ sheet: SheetReading)
    -> ExecutionScore?
  {
    guard let rate = calculation.figure(at: cells.rate), !rate.isNegative else { return nil }
    let full = Int64(sheet.policy.scoring.executionPoints)
    func given(_ rate: Rational?) -> Figure? {
      rate.flatMap { min($0, Rational(100)).multiplied(by: Rational(full))?.divided(by: Rational(100)) }?
        .rounded(decimals: sheet.policy.rounding.scoreDecimals, sheet.policy.rounding.mode)?.trimmed
    }
    guard let right = given(rate.rational), let least = given(rate.rational.subtracting(rate.halfStep)),
      let most = given(rate.rational.adding(rate.halfStep))
    else { return nil }
    return ExecutionScore(
      score: score, right: right, least: least, most: most, working: "执行率 \(rate)%", cells: [cells.score, cells.rate],
      isAboveFull: isAboveFull)
  }
}
