import Evaluation
import Figures
import Reading

/// The cells that budget execution is worked out from: the total row of a scored sheet.
struct BudgetExecution {
  let initial: CellAddress
  let budget: CellAddress
  let executed: CellAddress
  let rate: CellAddress
  let points: CellAddress
  let score: CellAddress

  init(of sheet: SheetReading) {
    initial = sheet.address("total", "initial")
    budget = sheet.address("total", "budget")
    executed = sheet.address("total", "executed")
    rate = sheet.address("total", "rate")
    points = sheet.address("total", "points")
    score = sheet.address("total", "score")
  }
}

extension Dossier {
  /// 全年预算数, or 年初预算数 where the year saw no adjusted one; nil where neither is filled in.
  func wholeYearBudget(of sheet: SheetReading) -> NamedSum? {
    amount(.wholeYearBudget(of: sheet))
  }

  /// What the policy divides by: the first budget that its formula for the rate names and that is filled in.
  func executionBase(of sheet: SheetReading) -> CellAddress? { executionBases(of: sheet).first(where: isFilled) }

  /// The budgets that the policy's formula for the rate names, in its order.
  func executionBases(of sheet: SheetReading) -> [CellAddress] {
    let cells = BudgetExecution(of: sheet)
    let budgets = [cells.budget, cells.initial]
    let named = calculation.definition(at: cells.rate)?.source.formula?.expression.columns ?? []
    let bases = named.compactMap { column in budgets.first { $0.column == column } }
    return bases.isEmpty ? budgets : bases
  }
}

extension Formula.Expression {
  /// The columns it reads, in order.
  var columns: [String] { references.compactMap(\.column) }

  /// The cells it reads, in order.
  var references: [Formula.Reference] {
    switch self {
    case .number: []
    case .cell(let reference): [reference]
    case .negated(let inner): inner.references
    case .binary(_, let left, let right): left.references + right.references
    case .call(_, let arguments): arguments.flatMap(\.references)
    }
  }
}

extension SheetReading {
  /// How messages call the sheet: 自评表, or the project by its name.
  var spokenName: String {
    guard form.kind == .projectEvaluation else { return form.shortTitle }
    let name = text("project", "name")
    return name.isEmpty ? "未填名称的项目" : "项目“\(name)”"
  }
}

/// What was to be spent over the year and what was, as they stand on a scored sheet.
struct BudgetAndExecuted {
  let budget: NamedSum
  let executed: NamedSum
  /// To the last digit: no rounding is allowed for.
  var areEqual: Bool { budget.sum.exact == executed.sum.exact }
}

extension Dossier {
  /// nil where one of them is not filled in, or nothing was to be spent. 年初预算数 does not stand in for the other.
  func budgetAndExecuted(of sheet: SheetReading) -> BudgetAndExecuted? {
    let cells = BudgetExecution(of: sheet)
    guard let budget = sum("全年预算数", [cells.budget]), let executed = sum("全年执行数", [cells.executed]),
      budget.sum.exact > .zero
    else { return nil }
    return BudgetAndExecuted(budget: budget, executed: executed)
  }
}
