import Reading
import Rules

extension AuditRule {
  static let a11SpendingSplit = arithmetic(
    RuleCard(
      "A11", "支出性质分项合计不符", severity: .error,
      why: "全年执行数由基本支出和项目支出组成；不等则支出没有交代清楚。",
      remedy: "核对基本支出、项目支出与全年执行数。",
      sources: [LegalSource("部门整体支出绩效自评表", clause: "年度预算申请的“按支出性质分”栏")]
    ),
    method: """
      以全年执行数比较基本支出与项目支出之和，表上另写了“按支出性质分”合计的也须相符；空白的一项按未发生处理，两项全空则无法核对。\
      差额小于各数末位一半之和时视为四舍五入。
      """,
    examples: [
      .passes([
        "self/total/executed": "716.83", "self/spending/total": "716.83", "self/spending/basic": "471.83",
        "self/spending/project": "245",
      ]),
      .passes(["self/total/executed": "174.1", "self/spending/basic": "174.10"]),
      .fails(
        ["self/total/executed": "716.83", "self/spending/basic": "452.72", "self/spending/project": "245"],
        .at("self/total/executed", "全年执行数 716.83 万元，基本支出与项目支出之和 697.72 万元，相差 19.11 万元。")),
      .fails(
        [
          "self/total/executed": "194.72", "self/spending/total": "174.1", "self/spending/basic": "174.1",
          "self/spending/project": "20.62",
        ],
        .at("self/spending/total", "按支出性质分合计 174.1 万元，基本支出与项目支出之和 194.72 万元，相差 20.62 万元。")),
      .cannotLook(["self/total/executed": "716.83"]),
    ]
  ) { dossier in
    guard let sheet = dossier.departmentSheet else { return ArithmeticChecks(missing: "自评表") }
    return dossier.split(
      "spending", on: sheet, named: "按支出性质分合计", parts: "基本支出与项目支出之和",
      of: .sum("全年执行数", [BudgetExecution(of: sheet).executed]))
  }
}
