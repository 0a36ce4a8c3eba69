import Evaluation
import Reading
import Text

/// The cells of the forms that an amount of prose may repeat, the likeliest first.
struct TableAmounts {
  let cells: [(address: CellAddress, amount: StatedAmount)]

  /// nil where the forms have nothing on it.
  init?(_ statement: AmountStatement, in dossier: Dossier) {
    let addresses = dossier.cells(for: statement)
    cells = addresses.compactMap { cell in dossier.stated(at: cell).map { (cell, $0) } }
    if cells.isEmpty { return nil }
  }

  /// One of them can stand for the same sum. What is ten thousand times as much stands in 亿元 for 万元; what is that
  /// much less lacks its 万, which G02 finds.
  func agrees(with amount: StatedAmount) -> Bool {
    cells.contains { amount.relation(to: $0.amount) == .agree && !amount.isTenThousandTimes($0.amount) }
  }
}

extension Dossier {
  fileprivate func cells(for statement: AmountStatement) -> [CellAddress] {
    let year = filing.year
    let isOurs = statement.year ?? year == year
    switch statement.item {
    case .named(let name): return isOurs ? cells(ofFund: name, statement.stage) : []
    case .governmentFund:
      guard isOurs, !(statement.words.holds("支出") && isIncomeOfBudgetAlone) else { return [] }
      return [departmentSheet?.address("income", "governmentFund")].compactMap { $0 }
    case .totalExpenditure, .totalIncome: return isOurs ? totals(statement) : []
    default: break
    }
    guard let row = statement.item.baseRow else { return [] }
    if !isOurs {
      let isLastFinal = statement.stage == .executed || statement.role == .base && statement.stage != .budget
      return statement.year == year - 1 && isLastFinal ? [base?.address(row, "last")].compactMap { $0 } : []
    }
    let executed = [base?.address(row, "final"), departmentSheet?.address("spending", statement.item.spendingColumn)]
    let budget = [base?.address(row, "budget")]
    switch statement.stage {
    case .executed: return executed.compactMap { $0 }
    case .budget:
      // Where the forms have no budget of it, what was spent says nothing of one.
      let known = budget.compactMap { $0 }
      return statement.words.isInitial || known.isEmpty ? known : known + executed.compactMap { $0 }
    case .adjusted: return []
    case .unknown: return (executed + budget).compactMap { $0 }
    }
  }

  /// The form splits what was budgeted, of which not all was spent: what was spent of a fund stands nowhere on it.
  private var isIncomeOfBudgetAlone: Bool {
    guard let sheet = departmentSheet,
      let income = StatedAmount(sumOf: splitParts("income", of: sheet).compactMap { stated(at: $0) }),
      let budget = stated(at: BudgetExecution(of: sheet).budget),
      let executed = stated(at: BudgetExecution(of: sheet).executed)
    else { return false }
    return income.relation(to: budget) == .agree && income.relation(to: executed) != .agree
  }

  private func totals(_ statement: AmountStatement) -> [CellAddress] {
    guard let sheet = departmentSheet else { return [] }
    let cells = BudgetExecution(of: sheet)
    switch statement.stage {
    case .executed:
      return [cells.executed]
        + (statement.item == .totalIncome ? [cells.budget, sheet.address("income", "total")] : [])
    case .budget: return statement.words.isInitial ? [cells.initial] : [cells.initial, cells.budget]
    case .adjusted: return [cells.budget]
    case .unknown: return [cells.executed, cells.budget, cells.initial]
    }
  }

  /// A fund's line in the base table and its own sheet, by name.
  private func cells(ofFund text: String, _ stage: BudgetStage) -> [CellAddress] {
    let name = ProjectName(text, year: filing.year)
    guard name.key.unicodeScalars.count >= 2 else { return [] }
    let lines = (base?.lines(under: "specialFunds") ?? []).filter { line in
      base.map { ProjectName.inForm(.init($0.text(line, "name"), year: filing.year)) == name } ?? false
    }
    let sheets = projectSheets.filter {
      ProjectName.inForm(.init($0.text("project", "name"), year: filing.year)) == name
    }
    let ofSheets = sheets.map { BudgetExecution(of: $0) }
    func inBase(_ column: String) -> [CellAddress] { lines.compactMap { base?.address($0, column) } }
    switch stage {
    case .budget: return ofSheets.flatMap { [$0.initial, $0.budget] } + inBase("budget")
    case .adjusted: return ofSheets.map(\.budget)
    case .executed: return ofSheets.map(\.executed) + inBase("final")
    case .unknown:
      return ofSheets.flatMap { [$0.executed, $0.budget, $0.initial] } + inBase("final") + inBase("budget")
    }
  }
}

extension BudgetItem {
  /// Its row in 基础数据表.
  var baseRow: String? {
    switch self {
    case .basicExpenditure: "basicExpenditure"
    case .operatingExpense: "operatingExpense"
    case .projectExpenditure: "projectExpenditure"
    case .businessWork: "businessWork"
    case .maintenance: "maintenance"
    case .specialFunds: "specialFunds"
    case .threePublic: "threePublic"
    case .vehicles: "vehicles"
    case .vehiclePurchase: "vehiclePurchase"
    case .vehicleRunning: "vehicleRunning"
    case .abroad: "abroad"
    case .reception: "reception"
    case .procurement: "procurement"
    default: nil
    }
  }

  /// Its part of executed spending in 自评表; a column that no form has for any other.
  fileprivate var spendingColumn: String {
    switch self {
    case .basicExpenditure: "basic"
    case .projectExpenditure: "project"
    default: "none"
    }
  }
}

extension String {
  /// Says that it is the budget of the year's beginning.
  fileprivate var isInitial: Bool { holds(anyOf: ["年初", "批复"]) }
}

extension Dossier {
  /// Last year's final amount of an item in 基础数据表.
  func lastFinal(of item: BudgetItem) -> StatedAmount? { column("last", of: item) }
  /// This year's final amount of an item in 基础数据表.
  func final(of item: BudgetItem) -> StatedAmount? { column("final", of: item) }
  /// This year's budget of an item in 基础数据表.
  func budget(of item: BudgetItem) -> StatedAmount? { column("budget", of: item) }

  /// A cell of an item's row in 基础数据表.
  func cell(_ column: String, of item: BudgetItem) -> CellAddress? {
    item.baseRow.flatMap { row in base?.address(row, column) }
  }
  private func column(_ column: String, of item: BudgetItem) -> StatedAmount? {
    cell(column, of: item).flatMap { stated(at: $0) }
  }
}
