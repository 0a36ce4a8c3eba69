import Reading
import Rules

extension AuditRule {
  static let a12ProjectFunds = arithmetic(
    RuleCard(
      "A12", "项目资金总额不符", severity: .error,
      why: "年度资金总额由当年财政拨款、上年结转资金和其他资金组成；不等则有一笔资金多算或漏算。",
      remedy: "核对各来源的金额与年度资金总额，留意小数点和数字颠倒。",
      sources: [LegalSource("项目支出绩效自评表", clause: "项目资金的年度资金总额行及其中各行")]
    ),
    method: "每张项目支出自评表按列（年初预算、全年预算、全年执行）比较；空白的来源按没有处理，总额空白的由 A13 处理。差额小于各数末位一半之和时视为四舍五入。",
    examples: [
      .passes([
        "project-1/project/name": "县级储备粮", "project-1/total/budget": "666.59", "project-1/fiscal/budget": "646.26",
        "project-1/otherFunds/budget": "20.33",
      ]),
      .passes(["project-1/total/initial": "52.75", "project-1/fiscal/initial": "52.75"]),
      .fails(
        [
          "project-1/project/name": "县级储备粮", "project-1/total/budget": "666.59", "project-1/fiscal/budget": "646.26",
          "project-1/otherFunds/budget": "202.33",
        ],
        .at("project-1/total/budget", "项目“县级储备粮”全年预算数 666.59 万元，各来源之和 848.59 万元，相差 182 万元。")),
      .fails(
        [
          "project-1/project/name": "农贸市场改造", "project-1/total/initial": "80", "project-1/fiscal/initial": "60",
          "project-1/total/executed": "77.7", "project-1/fiscal/executed": "60", "project-1/carryOver/executed": "12.7",
        ],
        .at("project-1/total/initial", "项目“农贸市场改造”年初预算数 80 万元，各来源之和 60 万元，相差 20 万元。"),
        .at("project-1/total/executed", "项目“农贸市场改造”全年执行数 77.7 万元，各来源之和 72.7 万元，相差 5 万元。")),
      .cannotLook(["project-1/project/name": "县级储备粮", "project-1/total/budget": "666.59"]),
    ]
  ) { dossier in
    let totals = dossier.projectSheets.flatMap { sheet in
      FundColumn.allCases.map { FundTotal(of: sheet, in: $0, dossier: dossier) }
    }
    return ArithmeticChecks(
      totals.map { .equal(.stated($0.name, $0.address), .sum("各来源之和", $0.sources)) }, missing: "项目资金总额及其各来源")
  }
}
