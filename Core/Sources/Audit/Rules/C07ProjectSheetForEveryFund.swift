import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let c07ProjectSheetForEveryFund = AuditRule(
    RuleCard(
      "C07", "专项资金缺少项目自评表", severity: .error,
      why: "每个专项单独自评、单独打分；没有自评表，这笔钱的绩效就没有交代。",
      remedy: "把专项资金逐个列出，并为每个专项添加一张项目支出自评表。",
      sources: [
        LegalSource("部门整体支出绩效评价基础数据表", clause: "专项资金下一个专项一行"),
        LegalSource("项目支出绩效自评表", clause: "一个项目一张表，单独按 100 分评分"),
      ]
    ),
    method: """
      本年决算数大于零的专项须有同名的项目支出自评表（名称的比较办法见 C06）；名称不同而金额相同且唯一的不算缺，由 C06 报名称。\
      专项资金没有列出各专项时，各项目支出自评表的全年执行数合计须不少于专项资金。任务不含项目支出自评的，无法核对。
      """,
    examples: [
      .passes([
        "base/specialFunds.1/name": "农贸市场改造专项资金", "base/specialFunds.1/final": "77.7",
        "project-1/project/name": "农贸市场改造", "project-1/total/executed": "77.7",
      ]),
      .passes([
        "base/specialFunds.1/name": "冷链物流", "base/specialFunds.1/final": "0", "base/specialFunds.1/budget": "50",
      ]),
      .passes(["base/specialFunds/final": "0"]),
      .fails(
        ["base/specialFunds/final": "218"],
        .at("base/specialFunds/final", "专项资金 218 万元，没有列出各专项，也没有项目支出自评表。")),
      .fails(
        [
          "base/specialFunds.1/name": "农贸市场改造专项资金", "base/specialFunds.1/final": "77.7",
          "base/specialFunds.2/name": "企业入规奖补", "base/specialFunds.2/final": "97.3",
          "base/specialFunds.3/final": "14.5",
          "project-1/project/name": "农贸市场改造", "project-1/total/executed": "77.7",
        ],
        .at("base/specialFunds.2/final", "专项资金“企业入规奖补” 97.3 万元，没有项目支出自评表。"),
        .at("base/specialFunds.3/final", "专项资金（未填名称） 14.5 万元，没有项目支出自评表。")),
      .fails(
        ["base/specialFunds/final": "218", "project-1/project/name": "冷链物流", "project-1/total/executed": "125"],
        .at("base/specialFunds/final", "专项资金 218 万元，没有列出各专项，项目支出自评表只合计 125 万元，相差 93 万元。")),
      .cannotLook(["base/projectExpenditure/final": "245", "base/specialFunds.1/name": "冷链物流"]),
    ]
  ) { dossier in
    // A published report often carries no project sheets at all; a file does not tell what was handed in beside it.
    guard let base = dossier.base, dossier.filing.policies.projectForm != nil,
      !dossier.isFile || !dossier.projectSheets.isEmpty
    else {
      return .notCheckable(missing: ["基础数据表", "项目支出自评表"])
    }
    let matching = FundMatching(dossier, base: base)
    let funds = matching.funds.filter { $0.amount != nil }
    guard !funds.isEmpty else { return Verdict(dossier.unlistedFunds(matching, in: base), missing: "专项资金本年决算数") }
    return Verdict(over: funds, missing: "专项资金本年决算数") { fund in
      let isLonely = fund.isPositive && matching.lonelyFunds.contains { $0.cell == fund.cell }
      guard isLonely, let amount = fund.named("专项资金\(fund.spoken)") else { return .agrees }
      return .breaks(
        Finding(
          at: fund.amountCell, fund.cell, message: "\(amount.spoken)，没有项目支出自评表。",
          derivation: "\(amount.sum.working) > 0"))
    }
  }
}

extension Dossier {
  /// Special funds given as one amount: the projects' sheets must come to as much.
  fileprivate func unlistedFunds(_ matching: FundMatching, in base: SheetReading) -> Look? {
    let cell = base.address("specialFunds", "final")
    guard let funds = sum("专项资金", [cell]) else { return nil }
    guard funds.sum.exact > .zero else { return .agrees }
    guard let projects = sum("", matching.projects.map(\.amountCell)) else {
      let lack = matching.projects.isEmpty ? "也没有项目支出自评表" : "项目支出自评表也没有填执行数"
      return .breaks(
        Finding(at: cell, message: "\(funds.spoken)，没有列出各专项，\(lack)。", derivation: "\(funds.sum.working) > 0"))
    }
    guard let gap = funds.sum.gap(to: projects.sum) else { return nil }
    guard gap.isExcess, !gap.isRounding else { return .agrees }
    return .breaks(
      Finding(
        at: (funds.cells + projects.cells).map { .cell($0) },
        "\(funds.spoken)，没有列出各专项，项目支出自评表只合计 \(projects.amount)，相差 \(funds.unit.spoken(gap.figure))。",
        derivation: "\(funds.sum.working) > \(projects.sum.working)"))
  }
}
