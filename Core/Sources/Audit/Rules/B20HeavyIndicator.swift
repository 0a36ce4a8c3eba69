import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b20HeavyIndicator = AuditRule(
    RuleCard(
      "B20", "单个指标分值过重", severity: .warning,
      why: "一条指标占去三成以上的总分，其余工作几乎不起作用，总分不能反映整体绩效。",
      remedy: "把该指标拆成几条可以分别衡量的指标，重新分配分值。",
      sources: [.evaluationMeasures("各级指标按重要程度分配权重"), .customary("单个三级指标不超过总分三成")]
    ),
    method: "总分为制度规定的预算执行分值与指标分值之和；三级指标分值超过总分的 30% 即报告，正好 30% 的不报。",
    examples: [
      .passes(.indicators("quality | 支出正确率 | 100% | 100% | 20 | 20 |")),
      .passes(.indicators("ecological | 环保评审合格 | 100% | 100% | 30 | 30 |", on: "project-1")),
      .fails(
        .indicators(
          "quantity | 社会消费品零售总额 | 53.46亿元 | 50.29亿元 | 50 | 45 | 退出企业基数较大", on: "project-1",
          and: ["project-1/project/name": "社零工作经费"]),
        .at("project-1/quantity.1/points", "社会消费品零售总额分值 50，占总分 100 的 50%，超过 30%，请拆分。")),
      .fails(
        .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 30.5 | 30.5 |"),
        .at("self/quantity.1/points", "新签约项目分值 30.5，占总分 100 的 30.5%，超过 30%，请拆分。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.flatMap { sheet in sheet.countedLines.map { (sheet, $0) } }, missing: "指标的分值") {
      sheet, line in
      // A summary by level is no list of indicators.
      guard line.name.bare != line.group.label.bare, line.name.bare != line.node.label.bare || !line.targetText.isBlank
      else { return nil }
      let total = sheet.policy.scoring.executionPoints + sheet.policy.scoring.indicatorPoints
      guard let points = line.points, let share = points.rational.divided(by: Rational(Int64(total))),
        let percent = share.multiplied(by: Rational(100))
      else { return nil }
      guard percent > Rational(30) else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.points),
          message: "\(line.title)分值 \(points)，占总分 \(total) 的 \(percent.spoken(2))%，超过 30%，请拆分。",
          derivation: "\(points) ÷ \(total) > 30%"))
    }
  }
}
