import Reading
import Rules

extension AuditRule {
  static let a06OperatingExpenseParts = arithmetic(
    RuleCard(
      "A06", "公用经费其中各项超过总数", severity: .error,
      why: "办公经费、水电差旅费、会议培训费都是公用经费的一部分；其中各项加起来不可能多于公用经费。",
      remedy: "核对公用经费和其中各项；用项目经费开支的会议、差旅等不填在这里。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "公用经费及其中各项，说明：公用经费填报基本支出中的一般商品和服务支出")]
    ),
    method: "按列比较其中各项之和与公用经费；“其中”不必列全，小于总数不算差错。超出部分小于各数末位一半之和时视为四舍五入。",
    examples: [
      .passes([
        "base/operatingExpense/final": "221.98", "base/officeExpense/final": "5.89",
        "base/utilitiesAndTravel/final": "20.07", "base/meetingsAndTraining/final": "1.71",
      ]),
      .passes([
        "base/operatingExpense/budget": "34.73", "base/officeExpense/budget": "15.78",
        "base/utilitiesAndTravel/budget": "18.56", "base/meetingsAndTraining/budget": "0.40",
      ]),
      .fails(
        [
          "base/operatingExpense/final": "34.72", "base/officeExpense/final": "15.78",
          "base/utilitiesAndTravel/final": "28.55", "base/meetingsAndTraining/final": "0.39",
        ],
        .at("base/operatingExpense/final", "其中各项之和 44.72 万元，超过公用经费 34.72 万元，相差 10 万元。")),
      .fails(
        ["base/operatingExpense/last": "18.06", "base/officeExpense/last": "180.6"],
        .at("base/officeExpense/last", "其中各项之和 180.6 万元，超过公用经费 18.06 万元，相差 162.54 万元。")),
      .cannotLook(["base/operatingExpense/final": "80.87"]),
    ]
  ) { dossier in
    guard let base = dossier.base else { return ArithmeticChecks(missing: "基础数据表") }
    let parts = dossier.parts(of: "operatingExpense", on: base.id)
    let checks = Dossier.spendingColumns.map { column in
      ArithmeticCheck.within(
        .sum("其中各项之和", parts.map { base.address($0, column) }),
        .stated("公用经费", base.address("operatingExpense", column)))
    }
    return ArithmeticChecks(checks, missing: "公用经费及其中各项")
  }
}
