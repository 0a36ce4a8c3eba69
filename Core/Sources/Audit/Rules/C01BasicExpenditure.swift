import Reading
import Rules

extension AuditRule {
  static let c01BasicExpenditure = arithmetic(
    RuleCard(
      "C01", "两表基本支出不一致", severity: .error,
      why: "同一单位同一年的基本支出只有一个决算数，自评表与基础数据表不同，必有一处填错。",
      remedy: "以决算数为准，改正自评表或基础数据表。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "按支出性质分：基本支出"),
        LegalSource("部门整体支出绩效评价基础数据表", clause: "部门基本支出预算调整行的本年决算数"),
      ]
    ),
    method: "自评表的基本支出（全年执行数）与基础数据表的本年决算数比较，须写同一个数；任一处空白则无法核对。",
    examples: [
      .passes(["self/spending/basic": "471.83", "base/basicExpenditure/final": "471.83"]),
      .passes(["self/spending/basic": "174.1", "base/basicExpenditure/final": "174.10"]),
      .fails(
        ["self/spending/basic": "452.72", "base/basicExpenditure/final": "471.83"],
        .at("self/spending/basic", "自评表基本支出 452.72 万元，基础数据表本年决算数 471.83 万元，相差 19.11 万元。")),
      .fails(
        ["self/spending/basic": "174.1", "base/basicExpenditure/final": "174.11"],
        .at("self/spending/basic", "自评表基本支出 174.1 万元，基础数据表本年决算数 174.11 万元，相差 0.01 万元。")),
      .cannotLook(["self/spending/basic": "471.83", "base/basicExpenditure/budget": "264.01"]),
    ]
  ) { dossier in
    dossier.sameInBothForms("basic", named: "自评表基本支出", as: "basicExpenditure")
  }
}

extension Dossier {
  /// Compares a part of executed spending in 自评表 with this year's final in 基础数据表.
  func sameInBothForms(_ part: String, named name: String, as row: String) -> ArithmeticChecks {
    guard let base, let sheet = departmentSheet else { return ArithmeticChecks(missing: name, "基础数据表本年决算数") }
    return ArithmeticChecks(
      [
        .equal(
          .filled(sheet.address("spending", part), name), .filled(base.address(row, "final"), "基础数据表本年决算数"))
      ], missing: name, "基础数据表本年决算数")
  }
}
