import Figures
import Reading
import Rules

extension AuditRule {
  static let c04InitialBudget = AuditRule(
    RuleCard(
      "C04", "年初预算与基本、项目预算不符", severity: .warning,
      why: "部门的年初预算由基本支出预算和项目支出预算组成；漏掉一块，执行率和预算调整都无从说起。",
      remedy: "核对自评表的年初预算数与基础数据表的预算数，补上漏掉的一块；口径不同的说明原因。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "年度资金总额行的年初预算数"),
        LegalSource("部门整体支出绩效评价基础数据表", clause: "项目支出行和部门基本支出预算调整行的本年预算数"),
      ]
    ),
    method: """
      自评表的年初预算数与基础数据表的基本支出预算数、项目支出预算数之和比较；项目支出预算数空白按没有安排处理，基本支出预算数空白则无法核对。\
      两数之和恰等于全年预算数时，基础数据表填的多半是调整后预算，只作提示。差额小于各数末位一半之和时视为四舍五入。
      """,
    examples: [
      .passes([
        "self/total/initial": "338.01", "base/basicExpenditure/budget": "264.01",
        "base/projectExpenditure/budget": "74",
      ]),
      .passes(["self/total/initial": "174.1", "self/total/budget": "180.5", "base/basicExpenditure/budget": "174.10"]),
      .fails(
        [
          "self/total/initial": "264.01", "self/total/budget": "716.83", "base/basicExpenditure/budget": "264.01",
          "base/projectExpenditure/budget": "74",
        ],
        .at("self/total/initial", "年初预算数 264.01 万元，基础数据表基本支出与项目支出预算数之和 338.01 万元，相差 74 万元。")),
      .fails(
        [
          "self/total/initial": "124.08", "self/total/budget": "194.72", "base/basicExpenditure/budget": "174.1",
          "base/projectExpenditure/budget": "20.62",
        ],
        .at(
          "self/total/initial",
          "年初预算数 124.08 万元，基础数据表基本支出与项目支出预算数之和 194.72 万元，相差 70.64 万元；与全年预算数相同，基础数据表可能填了调整后预算。")),
      .cannotLook(["self/total/initial": "338.01", "base/projectExpenditure/budget": "74"]),
    ]
  ) { dossier in
    guard let base = dossier.base, let sheet = dossier.departmentSheet,
      let initial = dossier.sum("年初预算数", [sheet.address("total", "initial")]),
      dossier.isFilled(base.address("basicExpenditure", "budget")),
      let parts = dossier.sum(
        "基础数据表基本支出与项目支出预算数之和",
        [base.address("basicExpenditure", "budget"), base.address("projectExpenditure", "budget")])
    else { return .notCheckable(missing: ["年初预算数", "基础数据表的基本支出预算数"]) }
    let isAdjusted = dossier.sum("全年预算数", [sheet.address("total", "budget")]).map {
      $0.sum.gap(to: parts.sum)?.isRounding == true
    }
    let look =
      isAdjusted == true
      ? initial.mustEqual(parts, hint: "；与全年预算数相同，基础数据表可能填了调整后预算", severity: .info) : initial.mustEqual(parts)
    return Verdict(look, missing: "年初预算数")
  }
}
