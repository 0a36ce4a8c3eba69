import Reading
import Rules

extension AuditRule {
  static let a07BuildingAreaRate = arithmetic(
    RuleCard(
      "A07", "规模控制率算错", severity: .error,
      why: "规模控制率等于实际规模除以批复规模；算错会遮住超规模建设。",
      remedy: "核对批复规模和实际规模，按“实际规模 ÷ 批复规模”改正规模控制率。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "楼堂馆所控制情况的规模控制率栏")]
    ),
    method: "逐个完工项目重算；所写比率和面积末位的四舍五入不算差错。缺任一数，或批复规模为零，则该项目无法核对。",
    examples: [
      .passes([
        "base/buildings.1/approvedArea": "1200", "base/buildings.1/actualArea": "1180",
        "base/buildings.1/areaRate": "98.33",
      ]),
      .passes([
        "base/buildings.1/approvedArea": "860.50", "base/buildings.1/actualArea": "860.50",
        "base/buildings.1/areaRate": "100",
      ]),
      .fails(
        [
          "base/buildings.1/approvedArea": "1200", "base/buildings.1/actualArea": "1350",
          "base/buildings.1/areaRate": "100",
        ],
        .at("base/buildings.1/areaRate", "规模控制率 100%，1350 ÷ 1200 应为 112.5%，相差 12.5 个百分点。")),
      .fails(
        [
          "base/buildings.1/approvedArea": "1200", "base/buildings.1/actualArea": "1180",
          "base/buildings.1/areaRate": "98.33",
          "base/buildings.2/approvedArea": "600", "base/buildings.2/actualArea": "580",
          "base/buildings.2/areaRate": "103.45",
        ],
        .at("base/buildings.2/areaRate", "规模控制率 103.45%，580 ÷ 600 应为 96.67%，相差 6.78 个百分点。")),
      .cannotLook(["base/buildings.1/approvedArea": "1200", "base/buildings.1/actualArea": "1180"]),
    ]
  ) { dossier in
    dossier.buildingRates("规模控制率", column: "areaRate", of: "actualArea", in: "approvedArea")
  }
}

extension Dossier {
  /// Compares a control rate of every completed building with the quotient of its two columns.
  func buildingRates(_ name: String, column rate: String, of part: String, in whole: String)
    -> ArithmeticChecks
  {
    guard let base else { return ArithmeticChecks(missing: "基础数据表") }
    let checks = base.lines(under: "buildings").map { line in
      ArithmeticCheck.rate(
        WrittenRate(
          name: name, rate: base.address(line, rate), part: base.address(line, part),
          whole: [base.address(line, whole)]))
    }
    return ArithmeticChecks(checks, missing: "完工项目的\(name)和两项数据")
  }
}
