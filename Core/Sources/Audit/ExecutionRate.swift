import Evaluation
import Figures
import Reading

/// How much of its budget a sheet says was spent, and the cells that say so.
struct ExecutionRate {
  let percent: Rational
  let cells: [CellAddress]
}

extension Dossier {
  /// From the amounts, or as it is written where these are not filled in; nil where neither is or the budget is zero.
  func executionRate(of sheet: SheetReading) -> ExecutionRate? {
    let cells = BudgetExecution(of: sheet)
    if let base = executionBase(of: sheet), let executed = calculation.figure(at: cells.executed),
      let whole = calculation.figure(at: base)
    {
      return executed.rational.divided(by: whole.rational)?.multiplied(by: Rational(100)).map {
        ExecutionRate(percent: $0, cells: [cells.executed, base])
      }
    }
    return calculation.figure(at: cells.rate).map { ExecutionRate(percent: $0.rational, cells: [cells.rate]) }
  }
}
