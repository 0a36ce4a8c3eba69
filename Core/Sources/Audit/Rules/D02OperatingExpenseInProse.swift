import Reading
import Rules

extension AuditRule {
  static let d02OperatingExpenseInProse = AuditRule(
    RuleCard(
      "D02", "正文公用经费与表不一致", severity: .warning,
      why: "公用经费是控制运行成本的主要指标，正文与表不同，控制率就无从说起。",
      remedy: "以决算数为准，改正正文或基础数据表；口径不同的，在正文写明。",
      sources: [.reportOutline("一般公共预算支出情况：基本支出"), .baseSheet("公用经费行")]
    ),
    method: "取正文中说到的本年公用经费，与基础表的公用经费比较，方法与 D01 相同。人员经费表上没有，由 D13 核对人员经费与公用经费之和。",
    examples: [
      .passes(.prose("其中人员经费249.85万元，公用经费221.98万元。", and: ["base/operatingExpense/final": "221.98"])),
      .passes(.prose("公用经费约220万元，决算公用经费221.98万元。", and: ["base/operatingExpense/final": "221.98"])),
      .fails(
        .prose("2024年度人员经费93.08万元，公用经费⟦81.02万元⟧。", and: ["base/operatingExpense/final": "80.87"]),
        .at("⟦81.02万元⟧", "正文公用经费 81.02 万元，基础表2024年决算数 80.87 万元，相差 0.15 万元。")),
      .fails(
        .prose("日常公用经费支出⟦34万元⟧。", "公用经费⟦34万元⟧，用于办公。", and: ["base/operatingExpense/final": "30"]),
        .at("⟦34万元⟧", "正文公用经费 34 万元，基础表2024年决算数 30 万元，相差 4 万元。")),
      .cannotLook(.prose("公用经费221.98万元。")),
    ]
  ) { dossier in
    dossier.proseAgainstTables([.operatingExpense])
  }
}
