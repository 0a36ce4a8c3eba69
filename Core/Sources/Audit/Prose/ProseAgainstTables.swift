import Evaluation
import Figures
import Reading
import Rules
import Text

/// An amount of prose that the forms give otherwise.
struct ProseDifference {
  /// The same amount of the same item, wherever prose says it.
  let statements: [AmountStatement]
  let cell: CellAddress
  let table: StatedAmount
  /// Funds that the prose leaves out can be all of the difference.
  let isOfScope: Bool

  var stated: StatedAmount { statements[0].stated }
  var places: [Place] { statements.map { .text($0.place) } + [.cell(cell)] }
}

extension Dossier {
  /// Amounts of these items that forms give otherwise; nil where prose and forms have none in common.
  func differences(of isLookedAt: (BudgetItem) -> Bool) -> [ProseDifference]? {
    var looked = false
    var found: [ProseDifference] = []
    lazy var agreeing = agreeingTotals
    lazy var explained = explainedGaps
    for statement in statements.amounts
    where statement.role != .change(isRise: true) && statement.role != .change(isRise: false) {
      let passage = statements.passage(of: statement)
      guard isLookedAt(statement.item), !statement.isApproximate, !passage.isAboutPlans, !passage.isOfGoal(statement),
        let table = TableAmounts(statement, in: self)
      else { continue }
      looked = true
      guard !table.agrees(with: statement.stated) else { continue }
      if let index = found.firstIndex(where: { $0.isSame(as: statement, in: filing.year) }) {
        found[index] = found[index].adding(statement)
      } else {
        found.append(
          ProseDifference(
            statements: [statement], cell: table.cells[0].address, table: table.cells[0].amount,
            isOfScope: isOfScope(statement, table) { agreeing } || isExplained(statement, table, by: explained)
              || isUnderScopeNote(statement, table)))
      }
    }
    return looked ? found : nil
  }

  /// What prose says of some items beside what the forms say; differences of scope are left to D06.
  func proseAgainstTables(_ items: Set<BudgetItem>) -> Verdict {
    proseAgainstTables { items.contains($0) }
  }

  func proseAgainstTables(_ isLookedAt: (BudgetItem) -> Bool) -> Verdict {
    guard let found = differences(of: isLookedAt) else { return .notCheckable(missing: ["正文与表中的同一金额"]) }
    return Verdict(found.filter { !$0.isOfScope }.map { finding($0) })
  }

  private func finding(_ difference: ProseDifference) -> Finding {
    let name = difference.statements[0].item.spoken
    let (prose, table) = (difference.stated, difference.table)
    let caption = spoken(difference.cell)
    let gap = prose.isTenThousandTimes(table) ? "差一万倍，请核对单位" : "相差 \(prose.gap(to: table).spoken)"
    return Finding(
      at: difference.places, "正文\(name) \(prose.spoken)，\(caption) \(table.spoken)，\(gap)。",
      derivation: "\(prose.digits) ≠ \(table.digits)", severity: prose.isOneStep(from: table) ? .info : nil)
  }

  /// "基础表2024年决算数"
  private func spoken(_ cell: CellAddress) -> String {
    let sheet = sheets.first { $0.id == cell.sheet }
    let caption = calculation.definition(at: cell)?.caption ?? ""
    let parts = caption.split(separator: "，").map(String.init)
    return "\(sheet?.spokenName ?? "")\(parts.last ?? caption)"
  }

  /// Less than the forms say, by no more than what comes from other funds, and nothing shows that the scope is the same.
  private func isOfScope(
    _ statement: AmountStatement, _ table: TableAmounts, beside agreeing: () -> [AmountStatement]
  ) -> Bool {
    guard [.generalBudget, .unknown].contains(statement.scope), statement.item.isOfEveryFund,
      statement.stated.relation(to: table.cells[0].amount) == .below, statement.year ?? filing.year == filing.year
    else { return false }
    // Basic or project spending under the same heading agrees with the forms of all funds.
    guard !agreeing().contains(where: { $0.item != statement.item && $0.scope == statement.scope }) else {
      return false
    }
    guard let others = otherFunds else { return statement.scope == .generalBudget }
    return statement.stated.gap(to: table.cells[0].amount).relation(to: others) != .above
  }

  /// The text tells that its figures leave out just what the form has more.
  private func isExplained(
    _ statement: AmountStatement, _ table: TableAmounts, by gaps: @autoclosure () -> [StatedAmount]
  ) -> Bool {
    statement.item.isOfEveryFund && statement.year ?? filing.year == filing.year
      && statement.stated.relation(to: table.cells[0].amount) == .below
      && gaps().contains { statement.stated.gap(to: table.cells[0].amount).relation(to: $0) == .agree }
  }

  /// A paragraph of the same section says that what follows is of the general budget alone.
  private func isUnderScopeNote(_ statement: AmountStatement, _ table: TableAmounts) -> Bool {
    guard statement.item.isOfEveryFund, statement.item.name == nil, statement.year ?? filing.year == filing.year,
      statement.stated.relation(to: table.cells[0].amount) == .below,
      otherFunds.map({ statement.stated.gap(to: table.cells[0].amount).relation(to: $0) != .above }) ?? true
    else { return false }
    let own = statements.passage(of: statement).passage
    return statements.passages[..<statement.passage].contains { other in
      other.passage.headings.first?.title == own.headings.first?.title && own.headings.first != nil
        && other.passage.text.holds("一般公共预算")
        && other.passage.text.holds(anyOf: ["仅反映", "只反映", "仅包括", "仅含", "仅为", "只包括"])
    }
  }

  /// What sentences on the scope of figures say is left out, one by one and all together: 不含其他收入安排的支出20万元.
  private var explainedGaps: [StatedAmount] {
    statements.amounts.indices.reduce(into: [(start: TextPlace, amounts: [StatedAmount])]()) { found, index in
      let amount = statements.amounts[index]
      let passage = statements.passage(of: amount)
      let sentence = passage.sentence(at: amount.range.lowerBound)
      let before = passage.text(sentence.lowerBound..<amount.range.lowerBound)
      guard before.holds(anyOf: ["口径", "不含", "不包括", "未含", "未包括"]),
        before.holds(anyOf: ["不含", "不包括", "未含", "未包括", "差额", "相差"])
      else { return }
      let start = passage.passage.place(sentence)
      if found.last?.start == start {
        found[found.count - 1].amounts.append(amount.stated)
      } else {
        found.append((start, [amount.stated]))
      }
    }
    .flatMap { $0.amounts + [StatedAmount(sumOf: $0.amounts)].compactMap(\.self) }
  }

  /// Basic or total spending of prose that agrees with the forms.
  private var agreeingTotals: [AmountStatement] {
    statements.amounts.filter { other in
      guard other.item == .basicExpenditure || other.item == .totalExpenditure, other.role == .level,
        !other.amount.isZero, let table = TableAmounts(other, in: self)
      else { return false }
      return table.agrees(with: other.stated)
    }
  }

  /// What 自评表 names beside the general public budget; nil where it says nothing.
  private var otherFunds: StatedAmount? {
    guard let sheet = departmentSheet else { return nil }
    return StatedAmount(
      sumOf: ["governmentFund", "specialAccount", "other"].compactMap { stated(at: sheet.address("income", $0)) })
  }
}

extension ProseDifference {
  fileprivate func isSame(as statement: AmountStatement, in year: Int) -> Bool {
    statements[0].item == statement.item && statements[0].amount == statement.amount
      && statements[0].stage == statement.stage && (statements[0].year ?? year) == (statement.year ?? year)
  }

  fileprivate func adding(_ statement: AmountStatement) -> ProseDifference {
    ProseDifference(statements: statements + [statement], cell: cell, table: table, isOfScope: isOfScope)
  }
}

extension BudgetItem {
  /// Spending that may come from any of the budgets.
  fileprivate var isOfEveryFund: Bool {
    switch self {
    case .basicExpenditure, .personnelExpense, .operatingExpense, .projectExpenditure, .businessWork, .maintenance,
      .specialFunds, .totalIncome, .totalExpenditure, .named:
      true
    default: false
    }
  }
}

extension PassageReading {
  /// What an indicator is measured with beside its goal, which may bear an item's name: 基本支出控制：指标值≤106.2万元，实际106.2万元.
  fileprivate func isOfGoal(_ statement: AmountStatement) -> Bool {
    text(sentence(at: statement.range.lowerBound)).holds(anyOf: ["指标值", "目标值"])
  }
}
