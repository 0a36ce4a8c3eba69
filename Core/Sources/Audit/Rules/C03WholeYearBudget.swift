import Figures
import Reading
import Rules

extension AuditRule {
  static let c03WholeYearBudget = AuditRule(
    RuleCard(
      "C03", "全年预算与基本、项目预算不符", severity: .warning,
      why: "部门的全年预算数包括各项目的全年预算和基本支出预算；部分不能大于整体，口径相同时两者相等。",
      remedy: "核对自评表的全年预算数、各项目支出自评表的全年预算数和基础数据表的预算数；口径不同的说明原因。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "年度资金总额行的全年预算数"),
        LegalSource("项目支出绩效自评表", clause: "年度资金总额行的全年预算数"),
      ]
    ),
    method: """
      各项目支出自评表的全年预算之和不得超过部门全年预算数。基础数据表的项目支出预算数等于各项目全年预算之和、而不等于年初预算之和时，\
      说明该表填的是调整后预算，这时再加上基本支出预算数须等于部门全年预算数；不能断定口径的不比较。
      """,
    examples: [
      .passes([
        "self/total/budget": "716.83", "project-1/total/budget": "77.7", "project-2/total/budget": "97.3",
      ]),
      .passes([
        "self/total/budget": "194.72", "base/basicExpenditure/budget": "174.1",
        "base/projectExpenditure/budget": "20.62",
        "project-1/total/initial": "15", "project-1/total/budget": "20.62",
      ]),
      .passes([
        "self/total/budget": "716.83", "base/basicExpenditure/budget": "264.01", "base/projectExpenditure/budget": "74",
        "project-1/total/initial": "74", "project-1/total/budget": "245",
      ]),
      .passes([
        "self/total/budget": "214.72", "base/basicExpenditure/budget": "174.1",
        "base/projectExpenditure/budget": "20.62", "project-1/total/initial": "20.62",
        "project-1/total/budget": "20.62",
      ]),
      .fails(
        ["self/total/budget": "150", "project-1/total/budget": "77.7", "project-2/total/budget": "97.3"],
        .at("self/total/budget", "各项目全年预算之和 175 万元，超过全年预算数 150 万元，相差 25 万元。")),
      .fails(
        [
          "self/total/budget": "214.72", "base/basicExpenditure/budget": "174.1",
          "base/projectExpenditure/budget": "20.62",
          "project-1/total/initial": "15", "project-1/total/budget": "20.62",
        ],
        .at("self/total/budget", "全年预算数 214.72 万元，各项目全年预算与基本支出预算之和 194.72 万元，相差 20 万元。")),
      .cannotLook(["self/total/budget": "716.83", "base/basicExpenditure/budget": "264.01"]),
    ]
  ) { dossier in
    guard let sheet = dossier.departmentSheet, let whole = dossier.wholeYearBudget(of: sheet) else {
      return .notCheckable(missing: ["全年预算数"])
    }
    let budgets = dossier.projectSheets.compactMap { dossier.wholeYearBudget(of: $0)?.cells }.flatMap { $0 }
    guard let projects = dossier.sum("各项目全年预算之和", budgets) else {
      return .notCheckable(missing: ["项目支出自评表的全年预算数"])
    }
    let look = projects.mustNotExceed(whole)
    guard case .agrees? = look, let basic = dossier.adjustedBasicBudget(projects) else {
      return Verdict(look, missing: "全年预算数")
    }
    let parts = dossier.sum("各项目全年预算与基本支出预算之和", projects.cells + basic.cells)
    return Verdict(parts.flatMap { whole.mustEqual($0) }, missing: "全年预算数")
  }
}

extension Dossier {
  /// 基本支出 of the budget column of 基础数据表 where that column surely holds adjusted budgets: it agrees with the
  /// projects' whole-year budgets and not with their initial ones.
  fileprivate func adjustedBasicBudget(_ projects: NamedSum) -> NamedSum? {
    guard let base, let basic = sum("基本支出预算数", [base.address("basicExpenditure", "budget")]),
      let stated = sum("项目支出预算数", [base.address("projectExpenditure", "budget")]),
      let initial = sum("各项目年初预算之和", projectSheets.map { BudgetExecution(of: $0).initial }),
      stated.sum.gap(to: projects.sum)?.isRounding == true, stated.sum.gap(to: initial.sum)?.isRounding == false
    else { return nil }
    return basic
  }
}
