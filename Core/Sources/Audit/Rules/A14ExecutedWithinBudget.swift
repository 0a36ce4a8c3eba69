import Reading
import Rules

extension AuditRule {
  static let a14ExecutedWithinBudget = arithmetic(
    RuleCard(
      "A14", "执行数超过预算数", severity: .warning,
      why: "支出须在预算之内；执行数大于全年预算数，多半是预算调整没有填，或金额填错。",
      remedy: "有调整的按调整后数填写全年预算数；确属超预算执行的，说明原因和依据。",
      sources: [LegalSource("部门整体支出绩效自评表", clause: "全年预算数(A)栏与全年执行数(B)栏，超预算的处理以当地制度为准", isVerified: false)]
    ),
    method: "自评表和每张项目支出自评表的年度资金总额行都查；全年预算数空白时与年初预算数比较。",
    examples: [
      .passes(["self/total/budget": "716.83", "self/total/executed": "716.83"]),
      .passes(["project-1/total/initial": "400", "project-1/total/executed": "119.34"]),
      .fails(
        ["self/total/initial": "264.01", "self/total/budget": "690", "self/total/executed": "716.83"],
        .at("self/total/executed", "自评表全年执行数 716.83 万元，超过全年预算数 690 万元，相差 26.83 万元。")),
      .fails(
        ["project-1/project/name": "农贸市场改造", "project-1/total/initial": "60", "project-1/total/executed": "77.7"],
        .at("project-1/total/executed", "项目“农贸市场改造”全年执行数 77.7 万元，超过年初预算数 60 万元，相差 17.7 万元。")),
      .cannotLook(["self/total/budget": "716.83"]),
    ]
  ) { dossier in
    let checks = dossier.scoredSheets.map { sheet in
      ArithmeticCheck.within(
        .sum("\(sheet.spokenName)全年执行数", [BudgetExecution(of: sheet).executed]), .wholeYearBudget(of: sheet))
    }
    return ArithmeticChecks(checks, missing: "全年预算数和全年执行数")
  }
}
