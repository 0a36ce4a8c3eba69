import Reading
import Rules

extension AuditRule {
  static let a08BuildingInvestmentRate = arithmetic(
    RuleCard(
      "A08", "投资概算控制率算错", severity: .error,
      why: "投资概算控制率等于实际投资除以预算投资；算错会遮住超概算。",
      remedy: "核对预算投资和实际投资，按“实际投资 ÷ 预算投资”改正投资概算控制率。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "楼堂馆所控制情况的投资概算控制率栏")]
    ),
    method: "逐个完工项目重算；所写比率和金额末位的四舍五入不算差错。缺任一数，或预算投资为零，则该项目无法核对。",
    examples: [
      .passes([
        "base/buildings.1/budgetInvestment": "386", "base/buildings.1/actualInvestment": "379.52",
        "base/buildings.1/investmentRate": "98.32",
      ]),
      .passes([
        "base/buildings.1/budgetInvestment": "150", "base/buildings.1/actualInvestment": "162.3",
        "base/buildings.1/investmentRate": "108",
      ]),
      .fails(
        [
          "base/buildings.1/budgetInvestment": "386", "base/buildings.1/actualInvestment": "412.6",
          "base/buildings.1/investmentRate": "98.32",
        ],
        .at("base/buildings.1/investmentRate", "投资概算控制率 98.32%，412.6 ÷ 386 应为 106.89%，相差 8.57 个百分点。")),
      .fails(
        [
          "base/buildings.1/budgetInvestment": "150", "base/buildings.1/actualInvestment": "162.3",
          "base/buildings.1/investmentRate": "1.08",
        ],
        .at("base/buildings.1/investmentRate", "投资概算控制率 1.08%，162.3 ÷ 150 应为 108.2%，相差 107.12 个百分点。")),
      .cannotLook(["base/buildings.1/actualInvestment": "379.52", "base/buildings.1/investmentRate": "98.32"]),
    ]
  ) { dossier in
    dossier.buildingRates("投资概算控制率", column: "investmentRate", of: "actualInvestment", in: "budgetInvestment")
  }
}
