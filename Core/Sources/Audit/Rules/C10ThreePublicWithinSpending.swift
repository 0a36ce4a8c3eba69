import Reading
import Rules

extension AuditRule {
  static let c10ThreePublicWithinSpending = arithmetic(
    RuleCard(
      "C10", "三公经费超过公用与项目支出", severity: .info,
      why: "三公经费从公用经费或项目经费中开支，多于两者之和说明有一个数填错或口径不同。",
      remedy: "核对三公经费、公用经费和项目支出的本年决算数。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "三公经费、公用经费和项目支出行")]
    ),
    method: "比较本年决算数；项目支出空白按未发生处理，公用经费空白则无法核对。",
    examples: [
      .passes([
        "base/threePublic/final": "7.96", "base/operatingExpense/final": "80.87",
        "base/projectExpenditure/final": "20.62",
      ]),
      .passes(["base/threePublic/final": "0.31", "base/operatingExpense/final": "221.98"]),
      .fails(
        [
          "base/threePublic/final": "116.4", "base/operatingExpense/final": "80.87",
          "base/projectExpenditure/final": "20.62",
        ],
        .at("base/threePublic/final", "三公经费 116.4 万元，超过公用经费与项目支出之和 101.49 万元，相差 14.91 万元。")),
      .fails(
        ["base/threePublic/final": "96.1", "base/operatingExpense/final": "80.87"],
        .at("base/threePublic/final", "三公经费 96.1 万元，超过公用经费与项目支出之和 80.87 万元，相差 15.23 万元。")),
      .cannotLook(["base/threePublic/final": "7.96", "base/projectExpenditure/final": "20.62"]),
    ]
  ) { dossier in
    guard let base = dossier.base else { return ArithmeticChecks(missing: "三公经费和公用经费的本年决算数") }
    let operating = base.address("operatingExpense", "final")
    return ArithmeticChecks(
      [
        .within(
          .sum("三公经费", [base.address("threePublic", "final")]),
          .where([operating], .sum("公用经费与项目支出之和", [operating, base.address("projectExpenditure", "final")])))
      ], missing: "三公经费和公用经费的本年决算数")
  }
}
