import Reading
import Rules

extension AuditRule {
  static let d01BasicExpenditureInProse = AuditRule(
    RuleCard(
      "D01", "正文基本支出与表不一致", severity: .warning,
      why: "同一年的基本支出，正文和表各写一个数，复核人和公众不知道该信哪一个。",
      remedy: "以决算数为准，改正正文或表；口径不同的，在正文写明。",
      sources: [.reportOutline("一般公共预算支出情况：基本支出"), .baseSheet("部门基本支出预算调整行"), .departmentSheet("按支出性质分：基本支出")]
    ),
    method: """
      取正文中说到的本年基本支出和总收支，与基础表、自评表的数比较：说明是决算的比决算数，说明是年初预算的比预算数，没有说明的符合其一即可。\
      约数、与指标值并列的数不看；写法精度内的差不报；把万元写成亿元的照样报；差额可以由基金等其他资金解释的，由 D06 提示口径，正文写明“不含……x元”“差额为x元”而差额正是所写的数的，不报。
      """,
    examples: [
      .passes(.prose("2024年基本支出共计471.83万元，保障了机构正常运转。", and: ["base/basicExpenditure/final": "471.83"])),
      .passes(
        .prose(
          "2024年基本支出年初预算264.01万元，决算471.8万元。",
          and: ["base/basicExpenditure/budget": "264.01", "base/basicExpenditure/final": "471.83"])),
      .passes(
        .prose("（一）收入支出总体情况。2024年收入决算812.46万元，其中财政拨款786.2万元、其他收入26.26万元。", and: ["self/total/executed": "812.46"])),
      .passes(
        .prose("2024年基本支出471.83万元。基本支出控制扣分：指标值≤106.2万元，实际106.2万元，进度不均。", and: ["base/basicExpenditure/final": "471.83"])
      ),
      .fails(
        .prose("2024年基本支出共计⟦481.83万元⟧，保障了机构正常运转。", and: ["base/basicExpenditure/final": "471.83"]),
        .at("⟦481.83万元⟧", "正文基本支出 481.83 万元，基础表2024年决算数 471.83 万元，相差 10 万元。")),
      .fails(
        .prose("2024年基本支出共计⟦471.83亿元⟧，保障了机构正常运转。", and: ["base/basicExpenditure/final": "471.83"]),
        .at("⟦471.83亿元⟧", "正文基本支出 4718300 万元，基础表2024年决算数 471.83 万元，差一万倍，请核对单位。")),
      .fails(
        .prose("上年基本支出决算⟦504.19万元⟧，本年略有减少。", and: ["base/basicExpenditure/last": "540.19"]),
        .at("⟦504.19万元⟧", "正文基本支出 504.19 万元，基础表2023年决算数 540.19 万元，相差 36 万元。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    dossier.proseAgainstTables([.basicExpenditure, .totalExpenditure, .totalIncome])
  }
}
