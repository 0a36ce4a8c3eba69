import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let c09BasicExpenditureParts = AuditRule(
    RuleCard(
      "C09", "人员经费加公用经费不等于基本支出", severity: .error,
      why: "基本支出只有人员经费和公用经费两部分；加起来不等，说明三个数不是同一口径或写错了一个。",
      remedy: "按决算核对基本支出、人员经费、公用经费三个数，统一口径后改正。",
      sources: [.reportOutline("一般公共预算支出情况：基本支出"), .baseSheet("公用经费行、部门基本支出预算调整行")]
    ),
    method: """
      正文写了基本支出和其中的人员经费、公用经费的，两项之和与基本支出比较；三个数分写在几段的，年度、阶段、口径都相同才比。\
      正文只写人员经费的，与基础表的公用经费、基本支出的本年决算数比较，正文限于一般公共预算而单位有其他资金的不比。约数、写法精度内的差不报，列有第三项的由 D13 核对。
      """,
    examples: [
      .passes(.prose("2024年基本支出共计452.72万元，其中人员经费249.85万元，公用经费202.87万元。")),
      .passes(
        .prose(
          "（一）基本支出情况", "2024年基本支出决算452.7万元。", "1.人员经费决算249.85万元。", "2.公用经费决算202.87万元，比上年减少5万元。",
          "2025年人员经费预算300万元。")),
      .fails(
        .prose("基本支出⟦452.72万元⟧，其中人员经费⟦249.85万元⟧，公用经费⟦212.87万元⟧。"),
        .at("⟦452.72万元⟧", "所列各项之和 462.72 万元，大于总数 452.72 万元，相差 10 万元。")),
      .fails(
        .prose("2024年基本支出⟦452.72万元⟧。", "2024年人员经费⟦249.85万元⟧。", "2024年日常公用经费⟦2128700元⟧。"),
        .at("⟦452.72万元⟧", "所列各项之和 462.72 万元，大于总数 452.72 万元，相差 10 万元。")),
      .fails(
        .prose(
          "全年人员经费⟦230万元⟧。",
          and: ["base/operatingExpense/final": "221.98", "base/basicExpenditure/final": "471.83"]),
        .at("⟦230万元⟧", "正文人员经费 230 万元加基础表公用经费 221.98 万元为 451.98 万元，基础表基本支出 471.83 万元，相差 19.85 万元。")),
      .cannotLook(.prose("基本支出452.72万元，其中人员经费249.85万元。")),
      .cannotLook(
        .prose(
          "二、一般公共预算支出情况", "人员经费230万元。",
          and: [
            "base/operatingExpense/final": "221.98", "base/basicExpenditure/final": "471.83",
            "self/income/governmentFund": "20",
          ])),
    ]
  ) { dossier in
    let statements = dossier.statements
    let lists = (statements.lists + statements.looseLists).filter {
      statements.amounts[$0.total].item == .basicExpenditure && statements.isPartition($0)
    }
    let looks = lists.compactMap { statements.look(at: $0, isWhole: true) }
    let others =
      looks.isEmpty ? dossier.scatteredBasicExpenditure.compactMap { statements.look(at: $0, isWhole: true) } : looks
    let all = others.isEmpty ? [dossier.lookAtPersonnelExpense].compactMap { $0 } : others
    return Verdict(over: all, missing: "基本支出、人员经费和公用经费") { $0 }
  }
}

extension Dossier {
  /// The three amounts where each stands in a passage of its own, all of the same year, stage and scope.
  fileprivate var scatteredBasicExpenditure: [PartList] {
    let items: [BudgetItem] = [.basicExpenditure, .personnelExpense, .operatingExpense]
    var found: [PartList] = []
    let indices = statements.amounts.indices.filter {
      items.contains(statements.amounts[$0].item) && statements.amounts[$0].role == .level
    }
    for total in indices where statements.amounts[total].item == .basicExpenditure {
      let alike = indices.filter { statements.amounts[$0].isLike(statements.amounts[total], in: filing.year) }
      let groups = items.map { item in alike.filter { statements.amounts[$0].item == item } }
      // Named twice with two values an item is another rule's matter.
      guard groups[0].first == total, groups.allSatisfy({ statements.isOneAmount($0) }) else { continue }
      found.append(PartList(total: total, parts: [groups[1][0], groups[2][0]]))
    }
    return found
  }

  /// Prose gives personnel alone, the base table the two others.
  fileprivate var lookAtPersonnelExpense: Look? {
    let ours = statements.amounts.filter { ($0.year ?? filing.year) == filing.year && $0.role == .level }
    guard
      let personnel = ours.first(where: { $0.item == .personnelExpense && $0.stage != .budget && !$0.isApproximate }),
      !ours.contains(where: { $0.item == .operatingExpense || $0.item == .basicExpenditure }),
      personnel.scope != .generalBudget || hasOneBudgetOnly,
      let operating = final(of: .operatingExpense), let basic = final(of: .basicExpenditure),
      let cell = cell("final", of: .basicExpenditure), let other = self.cell("final", of: .operatingExpense),
      let sum = StatedAmount(sumOf: [personnel.stated, operating])
    else { return nil }
    guard sum.relation(to: basic) != .agree else { return .agrees }
    return .breaks(
      Finding(
        at: [.text(personnel.place), .cell(cell), .cell(other)],
        "正文人员经费 \(personnel.stated.spoken)加基础表公用经费 \(operating.spoken)为 \(sum.spoken)，基础表基本支出 \(basic.spoken)，相差 \(sum.gap(to: basic).spoken)。",
        derivation: "\(personnel.stated.digits) + \(operating.digits) = \(sum.digits) ≠ \(basic.digits)"))
  }

  /// 自评表 names no money beside the general public budget.
  private var hasOneBudgetOnly: Bool {
    guard let sheet = departmentSheet else { return false }
    return ["governmentFund", "specialAccount", "other"].allSatisfy { sheet.figure("income", $0)?.isZero ?? true }
  }
}

extension Statements {
  /// All say the same sum, one at least.
  fileprivate func isOneAmount(_ indices: [Int]) -> Bool {
    guard let first = indices.first else { return false }
    return indices.allSatisfy { amounts[$0].stated.relation(to: amounts[first].stated) == .agree }
  }
}

extension AmountStatement {
  /// Of the same year, stage and scope.
  fileprivate func isLike(_ other: AmountStatement, in year: Int) -> Bool {
    (self.year ?? year) == (other.year ?? year) && stage == other.stage && scope == other.scope
  }
}
