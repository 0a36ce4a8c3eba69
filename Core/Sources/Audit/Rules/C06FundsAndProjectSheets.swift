import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let c06FundsAndProjectSheets = AuditRule(
    RuleCard(
      "C06", "专项资金与项目自评表不对应", severity: .warning,
      why: "一个专项一行、一个专项一张自评表，名称和金额须对得上，否则无法知道哪笔钱做了哪件事。",
      remedy: "核对名称和金额；基础数据表漏列的专项请添加一行，不属专项资金的项目请说明经费来源。",
      sources: [
        LegalSource("部门整体支出绩效评价基础数据表", clause: "专项资金下一个专项一行"),
        LegalSource("项目支出绩效自评表", clause: "项目名称、年度资金总额行的全年执行数"),
      ]
    ),
    method: """
      名称比较时不计空白、标点、全角半角、年度和“专项资金”一类的词尾。同名的比较本年决算数与全年执行数；名称不同而金额相同且唯一的，只报名称不一致。\
      多出的项目自评表，能由业务工作、运行维护和自行添加的项目支出容下的不报。没有自评表的专项由 C07 报告。
      """,
    examples: [
      .passes([
        "base/specialFunds.1/name": "农贸市场改造专项资金", "base/specialFunds.1/final": "77.7",
        "project-1/project/name": "农贸市场改造", "project-1/total/executed": "77.70",
      ]),
      .passes([
        "base/businessWork/final": "27", "base/specialFunds.1/name": "以旧换新", "base/specialFunds.1/final": "28.5",
        "project-1/project/name": "2024年以旧换新补助资金", "project-1/total/executed": "28.5",
        "project-2/project/name": "招商引资工作经费", "project-2/total/executed": "26.4",
      ]),
      .fails(
        [
          "base/specialFunds.1/name": "企业入规奖补", "base/specialFunds.1/final": "97.3",
          "project-1/project/name": "企业入规奖补", "project-1/total/executed": "20.06",
        ],
        .at("base/specialFunds.1/final", "专项资金“企业入规奖补” 97.3 万元，项目支出自评表全年执行数 20.06 万元，相差 77.24 万元。")),
      .fails(
        [
          "base/specialFunds.1/name": "农贸市场改造专项资金", "base/specialFunds.1/final": "77.7",
          "project-1/project/name": "城北农贸市场升级", "project-1/total/executed": "77.7",
          "project-2/project/name": "冷链物流", "project-2/total/executed": "125",
        ],
        .at("project-1/project/name", "项目“城北农贸市场升级”与专项资金“农贸市场改造专项资金”金额同为 77.7 万元，名称不一致。"),
        .at("project-2/project/name", "项目“冷链物流”全年执行数 125 万元，基础数据表的专项资金中没有这一项。")),
      .cannotLook(["base/specialFunds.1/name": "农贸市场改造专项资金", "base/specialFunds.1/final": "77.7"]),
      .cannotLook([
        "base/specialFunds/final": "218", "project-1/project/name": "冷链物流", "project-1/total/executed": "125",
      ]),
    ]
  ) { dossier in
    guard let base = dossier.base else { return .notCheckable(missing: ["基础数据表"]) }
    let matching = FundMatching(dossier, base: base)
    guard !matching.funds.isEmpty, !matching.projects.isEmpty else {
      return .notCheckable(missing: ["专项资金各行和项目支出自评表"])
    }
    let renamed = matching.renamed.map { Look.breaks($0.project.otherName(than: $0.fund)) }
    let looks =
      matching.pairs.map { $0.fund.compared(with: $0.project) } + renamed + dossier.surplus(matching, in: base)
    return Verdict(over: looks, missing: "专项资金决算数和项目全年执行数") { $0 }
  }
}

extension NamedAmount {
  fileprivate func compared(with project: NamedAmount) -> Look? {
    guard let fund = named("专项资金\(spoken)"), let executed = project.named("项目支出自评表全年执行数") else { return nil }
    return fund.mustEqual(executed)
  }

  fileprivate func otherName(than fund: NamedAmount) -> Finding {
    return Finding(
      at: cell, fund.cell, message: "项目\(spoken)与专项资金\(fund.spoken)金额同为 \(spokenAmount)，名称不一致。",
      derivation: "\(name.key) ≠ \(fund.name.key)")
  }
}

extension Dossier {
  /// Projects beyond the funds: fine as far as other project spending can hold them.
  fileprivate func surplus(_ matching: FundMatching, in base: SheetReading) -> [Look] {
    let projects = matching.lonelyProjects.filter(\.isPositive)
    guard let surplus = sum("", projects.map(\.amountCell)) else { return [] }
    let others = parts(of: "projectExpenditure", on: base.id).filter { $0 != "specialFunds" }
    let room = sum("", others.map { base.address($0, "final") })
    if let room, let gap = surplus.sum.gap(to: room.sum), !gap.isExcess || gap.isRounding { return [.agrees] }
    return projects.map { project in
      .breaks(
        Finding(
          at: project.cell, project.amountCell,
          message: "项目\(project.spoken)全年执行数 \(project.spokenAmount)，基础数据表的专项资金中没有这一项。",
          derivation: "\(surplus.sum.working) > \(room?.sum.figure.description ?? "0")"))
    }
  }
}
