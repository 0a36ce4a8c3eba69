import Reading
import Rules

extension AuditRule {
  static let c02ProjectExpenditure = arithmetic(
    RuleCard(
      "C02", "两表项目支出不一致", severity: .error,
      why: "同一单位同一年的项目支出只有一个决算数，自评表与基础数据表不同，必有一处填错。",
      remedy: "以决算数为准，改正自评表或基础数据表；只填了一般公共预算的，补上其他资金安排的项目。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "按支出性质分：项目支出"),
        LegalSource("部门整体支出绩效评价基础数据表", clause: "项目支出行的本年决算数"),
      ]
    ),
    method: "自评表的项目支出（全年执行数）与基础数据表的本年决算数比较，须写同一个数；任一处空白则无法核对。",
    examples: [
      .passes(["self/spending/project": "245", "base/projectExpenditure/final": "245"]),
      .passes(["self/spending/project": "0", "base/projectExpenditure/final": "0.00"]),
      .fails(
        ["self/spending/project": "139.26", "base/projectExpenditure/final": "245"],
        .at("self/spending/project", "自评表项目支出 139.26 万元，基础数据表本年决算数 245 万元，相差 105.74 万元。")),
      .fails(
        ["self/spending/project": "206200", "base/projectExpenditure/final": "20.62"],
        .at("self/spending/project", "自评表项目支出 206200 万元，基础数据表本年决算数 20.62 万元，相差 206179.38 万元。")),
      .cannotLook(["self/spending/project": "245", "base/projectExpenditure/last": "8562.37"]),
    ]
  ) { dossier in
    dossier.sameInBothForms("project", named: "自评表项目支出", as: "projectExpenditure")
  }
}
