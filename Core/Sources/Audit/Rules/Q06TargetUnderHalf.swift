import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let q06TargetUnderHalf = AuditRule(
    RuleCard(
      "Q06", "指标值不到上年实际的一半", severity: .warning,
      why: "指标值不到上年实际完成的一半，等于没有目标；完成得再多也说明不了绩效。",
      remedy: "参照上年实际完成情况重新设定；任务确实减半的，说明原因。",
      sources: [.customary("指标值应参照历史水平设定"), .evaluationMeasures("指标值设定的合理性")]
    ),
    method: "按二级指标和三级指标名称对应本年和上年的指标，越高越好的定量指标，指标值低于上年实际完成值的 50% 即报告；不同单位的、同名的不止一条的不比较。",
    examples: [
      .passes(
        ExampleFiling.indicators("quantity | 新签约项目 | ≥50个 | 84个 | 5 | 5 |").after(
          .indicators("quantity | 新签约项目 | ≥70个 | 100个 | 5 | 5 |"))),
      .passes(
        ExampleFiling.indicators(
          "quantity | 投诉件数 | ≤3件 | 1件 | 5 | 5 |", "quantity | 改造市场 | 2个 | 2个 | 5 | 5 |"
        ).after(
          .indicators("quantity | 投诉件数 | ≤10件 | 9件 | 5 | 5 |", "quantity | 改造市场 | 2个 | 2个 | 5 | 5 |"))),
      .fails(
        ExampleFiling.indicators("quantity | 过亿项目 | ≥8个 | 19个 | 5 | 5 |").after(
          .indicators("quantity | 过亿项目 | ≥8个 | 19个 | 5 | 5 |")),
        .at("self/quantity.1/target", "过亿项目指标值 ≥8个，不到上年实际完成 19个 的一半（42.1%），请说明原因。")),
      .fails(
        ExampleFiling.indicators("social | 培训人次 | 400人次 | 1000人次 | 5 | 5 |").after(
          .indicators("social | 培训人次 | 300人次 | 0.1万人次 | 5 | 5 |")),
        .at("self/social.1/target", "培训人次指标值 400人次，不到上年实际完成 0.1万人次 的一半（40%），请说明原因。")),
      .cannotLook(
        ExampleFiling.indicators("quantity | 过亿项目 | ≥8个 | 19个 | 5 | 5 |").after(
          .indicators("quantity | 签约项目 | ≥8个 | 19个 | 5 | 5 |"))),
    ]
  ) { dossier in
    Verdict(targetsOf: dossier) { target in
      guard target.percent < Rational(50) else { return nil }
      return target.finding(
        "\(target.line.title)指标值 \(target.line.targetText.bare)，不到上年实际完成 \(target.actual) 的一半（\(target.percent.spoken(1))%），请说明原因。"
      )
    }
  }
}
