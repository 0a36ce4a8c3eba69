import Reading
import Rules

extension AuditRule {
  static let c08OperatingWithinBasic = arithmetic(
    RuleCard(
      "C08", "公用经费超过基本支出", severity: .error,
      why: "公用经费是基本支出的一部分，不可能多于基本支出。",
      remedy: "核对公用经费与基本支出的本年决算数；用项目经费开支的不计入公用经费。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "说明：公用经费填报基本支出中的一般商品和服务支出")]
    ),
    method: "比较本年决算数；预算数一栏各地填法不一，不比较。任一数空白则无法核对。",
    examples: [
      .passes(["base/operatingExpense/final": "221.98", "base/basicExpenditure/final": "471.83"]),
      .passes(["base/operatingExpense/final": "80.87", "base/basicExpenditure/final": "80.87"]),
      .fails(
        ["base/operatingExpense/final": "221.98", "base/basicExpenditure/final": "174.1"],
        .at("base/operatingExpense/final", "公用经费 221.98 万元，超过基本支出 174.1 万元，相差 47.88 万元。")),
      .fails(
        ["base/operatingExpense/final": "808700", "base/basicExpenditure/final": "174.1"],
        .at("base/operatingExpense/final", "公用经费 808700 万元，超过基本支出 174.1 万元，相差 808525.9 万元。")),
      .cannotLook(["base/operatingExpense/final": "221.98"]),
    ]
  ) { dossier in
    guard let base = dossier.base else { return ArithmeticChecks(missing: "公用经费和基本支出的本年决算数") }
    return ArithmeticChecks(
      [
        .within(
          .filled(base.address("operatingExpense", "final"), "公用经费"),
          .sum("基本支出", [base.address("basicExpenditure", "final")]))
      ], missing: "公用经费和基本支出的本年决算数")
  }
}
