import Reading
import Rules

extension AuditRule {
  static let c13ProcurementWithinSpending = AuditRule(
    RuleCard(
      "C13", "政府采购超过总支出", severity: .warning,
      why: "政府采购是用当年支出买货物、工程和服务，多于总支出说明单位填错或口径不同。",
      remedy: "核对政府采购金额；合同金额跨年支付的，只填本年支付数，或说明原因。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "政府采购金额行")]
    ),
    method: "政府采购的本年决算数与自评表的全年执行数比较；自评表未填时与基本支出、项目支出决算数之和比较。",
    examples: [
      .passes(["base/procurement/final": "31", "self/total/executed": "716.83"]),
      .passes([
        "base/procurement/final": "20.55", "base/basicExpenditure/final": "174.1",
        "base/projectExpenditure/final": "20.62",
      ]),
      .fails(
        ["base/procurement/final": "7170", "self/total/executed": "716.83"],
        .at("base/procurement/final", "政府采购金额 7170 万元，超过全年执行数 716.83 万元，相差 6453.17 万元。")),
      .fails(
        [
          "base/procurement/final": "205.5", "base/basicExpenditure/final": "174.1",
          "base/projectExpenditure/final": "20.62",
        ],
        .at("base/procurement/final", "政府采购金额 205.5 万元，超过基本支出与项目支出之和 194.72 万元，相差 10.78 万元。")),
      .cannotLook(["base/procurement/final": "31", "base/projectExpenditure/final": "20.62"]),
    ]
  ) { dossier in
    guard let base = dossier.base, let part = dossier.sum("政府采购金额", [base.address("procurement", "final")]),
      let whole = dossier.totalSpending(in: base)
    else { return .notCheckable(missing: ["政府采购金额和总支出"]) }
    return Verdict(part.mustNotExceed(whole), missing: "政府采购金额和总支出")
  }
}

extension Dossier {
  /// All spending of the year: as 自评表 says, or else as 基础数据表 adds up.
  fileprivate func totalSpending(in base: SheetReading) -> NamedSum? {
    if let sheet = departmentSheet, let executed = sum("全年执行数", [BudgetExecution(of: sheet).executed]) {
      return executed
    }
    guard isFilled(base.address("basicExpenditure", "final")) else { return nil }
    return sum(
      "基本支出与项目支出之和", [base.address("basicExpenditure", "final"), base.address("projectExpenditure", "final")])
  }
}
