import Reading
import Rules

extension AuditRule {
  static let c05ProjectSheetsWithinTotal = arithmetic(
    RuleCard(
      "C05", "各项目执行数超过项目支出", severity: .warning,
      why: "各项目支出自评表的执行数都包含在部门的项目支出里，加起来不可能更多。",
      remedy: "核对各项目支出自评表的全年执行数和基础数据表的项目支出；重复填报的项目请删去一张。",
      sources: [
        LegalSource("项目支出绩效自评表", clause: "年度资金总额行的全年执行数"),
        LegalSource("部门整体支出绩效评价基础数据表", clause: "项目支出行的本年决算数"),
      ]
    ),
    method: "各项目支出自评表的全年执行数之和与基础数据表项目支出的本年决算数比较，只查是否超出；不是每个项目都要填表，小于不算差错，逐项相等由 C06 核对。差额小于各数末位一半之和时视为四舍五入。",
    examples: [
      .passes([
        "base/projectExpenditure/final": "245", "project-1/total/executed": "77.7", "project-2/total/executed": "97.3",
      ]),
      .passes([
        "base/projectExpenditure/final": "44.99", "project-1/total/executed": "22.25",
        "project-2/total/executed": "22.75",
      ]),
      .fails(
        [
          "base/projectExpenditure/final": "245", "project-1/total/executed": "177.7",
          "project-2/total/executed": "97.3",
        ],
        .at("base/projectExpenditure/final", "各项目全年执行数之和 275 万元，超过项目支出决算数 245 万元，相差 30 万元。")),
      .fails(
        ["base/projectExpenditure/final": "20.62", "project-1/total/executed": "206.2"],
        .at("project-1/total/executed", "各项目全年执行数之和 206.2 万元，超过项目支出决算数 20.62 万元，相差 185.58 万元。")),
      .cannotLook(["base/projectExpenditure/final": "245"]),
    ]
  ) { dossier in
    guard let base = dossier.base else { return ArithmeticChecks(missing: "项目支出决算数", "项目支出自评表的全年执行数") }
    return ArithmeticChecks(
      [
        .within(
          .sum("各项目全年执行数之和", dossier.projectSheets.map { BudgetExecution(of: $0).executed }),
          .sum("项目支出决算数", [base.address("projectExpenditure", "final")]))
      ], missing: "项目支出决算数", "项目支出自评表的全年执行数")
  }
}
