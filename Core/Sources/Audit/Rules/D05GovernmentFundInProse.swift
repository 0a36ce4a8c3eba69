import Reading
import Rules

extension AuditRule {
  static let d05GovernmentFundInProse = AuditRule(
    RuleCard(
      "D05", "正文政府性基金支出与表不一致", severity: .warning,
      why: "正文说没有而表上有数，或者两处的数不同，读者会以为漏报了一本预算。",
      remedy: "核对决算，改正正文或自评表。",
      sources: [.reportOutline("政府性基金预算支出情况"), .departmentSheet("按收入性质分：政府性基金拨款")]
    ),
    method: "取正文中说到的本年政府性基金预算支出（写“无”按 0 计），与自评表的政府性基金拨款比较。国有资本经营、社会保险基金预算表上没有，不比较。",
    examples: [
      .passes(.prose("2024年度政府性基金预算支出109.35万元。", and: ["self/income/governmentFund": "109.35"])),
      .cannotLook(
        .prose(
          "2024年度政府性基金预算支出100.2万元。",
          and: [
            "self/total/budget": "716.83", "self/total/executed": "700", "self/income/generalBudget": "607.48",
            "self/income/governmentFund": "109.35",
          ])),
      .passes(.prose("2024年度无政府性基金预算支出。", and: ["self/income/governmentFund": "0"])),
      .fails(
        .prose("2024年度⟦无政府性基金预算支出⟧。", and: ["self/income/governmentFund": "109.35"]),
        .at("⟦无政府性基金预算支出⟧", "正文政府性基金预算支出 0 万元，自评表政府性基金拨款 109.35 万元，相差 109.35 万元。")),
      .fails(
        .prose("三、政府性基金预算支出情况", "2024年本单位支出⟦190.35万元⟧。", and: ["self/income/governmentFund": "109.35"]),
        .at("⟦190.35万元⟧", "正文政府性基金预算支出 190.35 万元，自评表政府性基金拨款 109.35 万元，相差 81 万元。")),
      .cannotLook(.prose("2024年度无政府性基金预算支出。")),
    ]
  ) { dossier in
    dossier.proseAgainstTables([.governmentFund])
  }
}
