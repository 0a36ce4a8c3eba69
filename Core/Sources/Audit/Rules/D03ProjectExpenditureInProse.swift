import Reading
import Rules

extension AuditRule {
  static let d03ProjectExpenditureInProse = AuditRule(
    RuleCard(
      "D03", "正文项目支出与表不一致", severity: .warning,
      why: "项目支出及其分类在正文和表上各写一个数，说明至少有一处没有按决算填写。",
      remedy: "以决算数为准，改正正文或表；口径不同的，在正文写明。",
      sources: [.reportOutline("一般公共预算支出情况：项目支出"), .baseSheet("项目支出各行"), .departmentSheet("按支出性质分：项目支出")]
    ),
    method: "取正文中说到的本年项目支出、业务工作经费、运行维护经费、专项资金，与基础表、自评表比较，方法与 D01 相同。",
    examples: [
      .passes(
        .prose(
          "2024年项目支出共计245万元，其中业务工作经费27万元，专项资金218万元。",
          and: [
            "base/projectExpenditure/final": "245", "base/businessWork/final": "27", "base/specialFunds/final": "218",
          ])),
      .passes(.prose("项目支出245万元，其中年中追加项目支出20万元。", and: ["base/projectExpenditure/final": "245"])),
      .fails(
        .prose("2024年度项目支出共计⟦471.83万元⟧。", and: ["self/spending/project": "245"]),
        .at("⟦471.83万元⟧", "正文项目支出 471.83 万元，自评表项目支出 245 万元，相差 226.83 万元。")),
      .fails(
        .prose(
          "项目支出245万元，其中业务工作经费⟦37万元⟧。", and: ["base/projectExpenditure/final": "245", "base/businessWork/final": "27"]),
        .at("⟦37万元⟧", "正文业务工作经费 37 万元，基础表2024年决算数 27 万元，相差 10 万元。")),
      .passes(
        .prose(
          "以下为一般公共预算口径，不含其他收入安排的支出20万元。", "2024年项目支出225万元。",
          and: ["self/spending/project": "245", "self/spending/basic": "471.83"])),
      .passes(
        .prose(
          "二、支出情况", "以下两项仅反映一般公共预算安排的支出，与附件口径不同。", "（一）基本支出471.83万元。", "（二）项目支出225万元。",
          and: [
            "self/spending/project": "245", "self/spending/basic": "471.83", "self/income/generalBudget": "600",
            "self/income/other": "30",
          ])),
      .cannotLook([:]),
    ]
  ) { dossier in
    dossier.proseAgainstTables([.projectExpenditure, .businessWork, .maintenance, .specialFunds])
  }
}
