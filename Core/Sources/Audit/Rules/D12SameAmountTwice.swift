import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let d12SameAmountTwice = AuditRule(
    RuleCard(
      "D12", "同一数量前后不同", severity: .warning,
      why: "同一年、同一口径的同一个数在报告里写成两个，至少有一个是错的。",
      remedy: "核对后统一；确是不同的数，写明各自的口径或时点。",
      sources: [.reportOutline("一般公共预算支出情况")]
    ),
    method: "比较正文中项目、年度、阶段（预算或决算）、口径都相同的金额，只看收支、三公经费、政府采购等固定名称；约数、增减额、写法精度内的差不看。每个名称提示一次。",
    examples: [
      .passes(.prose("2024年基本支出471.83万元。", "其中：2023年基本支出504.19万元。")),
      .passes(.prose("二、一般公共预算支出情况", "2024年项目支出139.26万元。", "三、其他", "2024年项目支出245万元。")),
      .fails(
        .prose("2024年公务接待费支出⟦5.17万元⟧。", "本年公务接待费支出⟦5.71万元⟧，均按标准。"),
        .at("⟦5.17万元⟧", "公务接待费前后不一：5.17 万元、5.71 万元。")),
      .fails(
        .prose("安排2024年度项目支出共计⟦471.83万元⟧，其中人员经费249.85万元，公用经费221.98万元，项目支出共计⟦245万元⟧。"),
        .at("⟦471.83万元⟧", "项目支出前后不一：471.83 万元、245 万元。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    var groups: [(key: StatementKey, statements: [AmountStatement])] = []
    for statement in dossier.statements.amounts
    where statement.item.name == nil && statement.role == .level && !statement.isApproximate
      && !dossier.statements.passage(of: statement).isAboutPlans
    {
      let key = StatementKey(statement, year: dossier.filing.year)
      if let index = groups.firstIndex(where: { $0.key == key }) {
        if groups[index].statements.allSatisfy({ $0.stated.relation(to: statement.stated) != .agree }) {
          groups[index].statements.append(statement)
        }
      } else {
        groups.append((key, [statement]))
      }
    }
    return Verdict(
      groups.filter { $0.statements.count > 1 }.map { group in
        let amounts = group.statements.map(\.stated.spoken)
        return Finding(
          at: group.statements.map { .text($0.place) },
          "\(group.key.item.spoken)前后不一：\(amounts.joined(separator: "、"))。",
          derivation: amounts.joined(separator: " ≠ "))
      })
  }
}

/// What makes two amounts the same quantity.
private struct StatementKey: Hashable {
  let item: BudgetItem
  let year: Int
  let stage: BudgetStage
  let scope: FundScope

  init(_ statement: AmountStatement, year: Int) {
    item = statement.item
    self.year = statement.year ?? year
    stage = statement.stage
    scope = statement.scope
  }
}
