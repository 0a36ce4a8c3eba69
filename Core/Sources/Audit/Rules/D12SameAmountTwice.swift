import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d12SameAmountTwice = AuditRule(
    RuleCard(
      "D12", "同一数量前后不同", severity: .warning,
      why: "同一年、同一口径的同一个数在报告里写成两个，至少有一个是错的。",
      remedy: "核对后统一；确是不同的数，写明各自的口径或时点。",
      sources: [.reportOutline("一般公共预算支出情况")]
    ),
    method: "比较正文中名称、年度、阶段（预算或决算）、口径都相同的金额；没有写明阶段的与决算比，与其中任何一个阶段相同即可。只看收支、三公经费、政府采购等固定名称；约数、增减额、写法精度内的差不看。每个名称提示一次。",
    examples: [
      .passes(.prose("2024年基本支出471.83万元。", "其中：2023年基本支出504.19万元。")),
      .passes(.prose("2024年部门总收入986.4万元，其中：财政拨款951.4万元，其他收入35万元。")),
      .passes(.prose("二、一般公共预算支出情况", "2024年项目支出139.26万元。", "三、其他", "2024年项目支出245万元。")),
      .passes(.prose("2024年度总收入986.52万元，总支出986.52万元。", "本年收入924.16万元，年初结转62.36万元。", "本年支出951.18万元，年末结转35.34万元。")),
      .fails(
        .prose("2024年公务接待费支出⟦5.17万元⟧。", "本年公务接待费支出⟦5.71万元⟧，均按标准。"),
        .at("⟦5.17万元⟧", "公务接待费前后不一：5.17 万元、5.71 万元。")),
      .fails(
        .prose("安排2024年度项目支出共计⟦471.83万元⟧，其中人员经费249.85万元，公用经费221.98万元，项目支出共计⟦245万元⟧。"),
        .at("⟦471.83万元⟧", "项目支出前后不一：471.83 万元、245 万元。")),
      .fails(
        .prose("2024年决算总支出5000.25万元，其中项目支出⟦1850.1万元⟧。", "2024年项目支出合计⟦1805.1万元⟧。"),
        .at("⟦1850.1万元⟧", "项目支出前后不一：1850.1 万元、1805.1 万元。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    var groups: [(key: StatementKey, statements: [AmountStatement])] = []
    let parts = dossier.statements.partsNamedLikeTotals
    for (index, statement) in dossier.statements.amounts.enumerated()
    where statement.item.name == nil && statement.role == .level && !statement.isApproximate && !parts.contains(index)
      && !dossier.statements.passage(of: statement).isAboutPlans
    {
      let key = StatementKey(statement, year: dossier.filing.year)
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].statements.append(statement)
      } else {
        groups.append((key, [statement]))
      }
    }
    return Verdict(
      groups.compactMap { group in
        let statements = group.statements.conflict
        guard statements.count > 1 else { return nil }
        let amounts = statements.map(\.stated.spoken)
        return Finding(
          at: statements.map { .text($0.place) },
          "\(group.key.item.spoken)前后不一：\(amounts.joined(separator: "、"))。",
          derivation: amounts.joined(separator: " ≠ "))
      })
  }
}

extension Statements {
  /// 总收入x，其中：财政拨款y: the words of a part name nothing else than the total, and are still another thing.
  fileprivate var partsNamedLikeTotals: Set<Int> {
    Set(lists.flatMap { list in list.parts.filter { amounts[$0].item == amounts[list.total].item } })
  }
}

extension [AmountStatement] {
  /// Those that cannot all be right: of one stage, or without a stage beside what was spent, unlike every other.
  fileprivate var conflict: [AmountStatement] {
    var stages: [BudgetStage] = []
    for statement in self where !stages.contains(statement.stage) { stages.append(statement.stage) }
    for stage in stages {
      let different = filter { $0.stage == stage }.different
      if different.count > 1 { return different }
    }
    guard let spent = first(where: { $0.stage == .executed }),
      let other = first(where: { $0.stage == .unknown }),
      !contains(where: { $0.stage != .unknown && $0.stated.relation(to: other.stated) == .agree })
    else { return [] }
    return [spent, other].sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
  }

  /// The first of every sum.
  private var different: [AmountStatement] {
    reduce(into: []) { found, statement in
      if found.allSatisfy({ $0.stated.relation(to: statement.stated) != .agree }) { found.append(statement) }
    }
  }
}

/// What makes two amounts the same quantity.
private struct StatementKey: Hashable {
  let item: BudgetItem
  let year: Int
  let scope: FundScope
  /// 本年收入 leaves out what was carried over, which 总收入 holds.
  let isOfThisYear: Bool

  init(_ statement: AmountStatement, year: Int) {
    item = statement.item
    isOfThisYear =
      [.totalIncome, .totalExpenditure].contains(statement.item) && statement.words.holds(anyOf: ["本年收入", "本年支出"])
    self.year = statement.year ?? year
    scope = statement.scope == .all ? .unknown : statement.scope
  }
}
