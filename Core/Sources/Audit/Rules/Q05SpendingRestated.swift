import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let q05SpendingRestated = AuditRule(
    RuleCard(
      "Q05", "指标只重复花钱", severity: .warning,
      why: "钱花了没有、花得对不对，预算执行率已经评过；拿来当产出、效益指标，就没有反映部门做了什么、有什么用。",
      remedy: "换成反映履职的指标，如办了多少事、质量如何、谁受益。",
      sources: [.evaluationMeasures("产出、效益指标反映履职的数量、质量和效果"), .departmentSheet("三级指标栏")]
    ),
    method: """
      数量、质量、效益、满意度指标的名称是预算执行、支出正确、资金使用等比率，或只是保工资、保运转、公用经费一类，即报告。\
      时效指标由 Q04 提示，成本指标本来就说钱，所在的一级、二级指标是“预算执行”“管理效率”“过程”一类的，和 10 分的“预算执行率”，都不查；补贴、补助、待遇等发放到人到户的，是工作本身，不算。
      """,
    examples: [
      .passes(
        .indicators(
          "timeliness | 支出及时率 | 100% | 100% | 10 | 10 |", "cost | 基本支出 | ≤106.2万元 | 106.2万元 | 10 | 10 |",
          "quantity | 农贸市场改造 | 1个 | 1个 | 10 | 10 |")),
      .passes(
        .indicators(
          "quality | 补贴资金支付率 | 100% | 100% | 10 | 10 |", "social | 农民工工资支付保障 | 100% | 100% | 5 | 5 |",
          "economic | 招商到位资金 | ≥3亿元 | 3.01亿元 | 5 | 5 |")),
      .fails(
        .indicators("quality | 支出正确率 | 100% | 100% | 20 | 20 |", "economic | 保工资 | 100% | 100% | 15 | 15 |"),
        .at("self/quality.1/name", "质量指标“支出正确率”只说明花钱的情况，没有反映部门履职。"),
        .at("self/economic.1/name", "经济效益指标“保工资”只说明花钱的情况，没有反映部门履职。")),
      .fails(
        .indicators("quantity | 项目预算执行率 | 100% | 100% | 10 | 10 |", on: "project-1"),
        .at("project-1/quantity.1/name", "数量指标“项目预算执行率”只说明花钱的情况，没有反映部门履职。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "三级指标") { line in
      guard ![.timeliness, .cost].contains(line.node.subject), line.restatesSpending,
        // Under 预算执行 or 管理效率 it is the table's own part for it.
        line.name.bare != line.group.label.bare, !line.isOfManagement, !line.isExecution
      else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.name), message: "\(line.node.label.withoutBlanks)“\(line.title)”只说明花钱的情况，没有反映部门履职。",
          derivation: line.name))
    }
  }
}

extension IndicatorLine {
  /// 预算执行率 with the ten points that every table gives it, where a table has no part of its own for it.
  fileprivate var isExecution: Bool {
    name.bare.isExactly(anyOf: ["预算执行率", "资金执行率", "预算执行情况"]) && points?.rational == Rational(10)
  }

  /// Its levels are about how money is managed: 预算执行, 管理效率, 过程, 投入.
  fileprivate var isOfManagement: Bool {
    [node.label, group.label].contains { $0.holds(anyOf: ["执行", "管理", "过程", "投入", "资金", "支出", "效能"]) }
  }
}
