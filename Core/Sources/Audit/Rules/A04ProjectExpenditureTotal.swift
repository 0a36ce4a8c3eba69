import Reading
import Rules

extension AuditRule {
  static let a04ProjectExpenditureTotal = arithmetic(
    RuleCard(
      "A04", "项目支出合计不符", severity: .error,
      why: "项目支出包括业务工作经费、运行维护经费、专项资金和单位自行添加的项目；合计不等于各类之和，与自评表也就对不上。",
      remedy: "核对各类项目支出与合计；有未列出的项目支出，请添加一行。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "项目支出及其各类，说明：填报基本支出以外的所有项目支出")]
    ),
    method: "按列比较，单位自行添加的行也计入；空白的一类按未发生处理，专项资金合计空白时取其各行之和，各类全空则无法核对。差额小于各数末位一半之和时视为四舍五入。",
    examples: [
      .passes([
        "base/projectExpenditure/final": "245", "base/businessWork/final": "27", "base/specialFunds/final": "218",
      ]),
      .passes([
        "base/projectExpenditure/final": "63.4", "base/businessWork/final": "20.62", "base/maintenance/final": "12.78",
        "base/projectExpenditure.1/name": "招商引资", "base/projectExpenditure.1/final": "30",
      ]),
      .fails(
        [
          "base/projectExpenditure/final": "245", "base/businessWork/final": "27", "base/maintenance/final": "9.5",
          "base/specialFunds/final": "218",
        ],
        .at("base/projectExpenditure/final", "项目支出 245 万元，各项之和 254.5 万元，相差 9.5 万元。")),
      .fails(
        [
          "base/projectExpenditure/budget": "74", "base/businessWork/budget": "74",
          "base/specialFunds.1/name": "冷链建设资金",
          "base/specialFunds.1/budget": "120",
        ],
        .at("base/projectExpenditure/budget", "项目支出 74 万元，各项之和 194 万元，相差 120 万元。")),
      .cannotLook(["base/projectExpenditure/final": "245"]),
    ]
  ) { dossier in
    dossier.totals(of: "projectExpenditure", named: "项目支出")
  }
}
