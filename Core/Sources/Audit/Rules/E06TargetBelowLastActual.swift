import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let e06TargetBelowLastActual = AuditRule(
    RuleCard(
      "E06", "指标值明显低于上年实际", severity: .warning,
      why: "指标值比上年已经做到的低出两成以上，不用努力也能完成，审计和财政把它叫作没有压力的目标。",
      remedy: "参照上年实际完成情况重新设定，或说明任务减少的原因。",
      sources: [.customary("指标值应参照历史水平设定"), .evaluationMeasures("指标值设定的合理性")]
    ),
    method: """
      按二级指标和三级指标名称对应本年和上年的指标，越高越好的定量指标，指标值低于上年实际完成值的 80% 即报告；\
      低于一半的由 Q06 报告；越低越好的、计量单位不同的、同名的不止一条的不比较。
      """,
    examples: [
      .passes(
        ExampleFiling.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |").after(
          .indicators("quantity | 新签约项目 | ≥70个 | 100个 | 5 | 5 |"))),
      .passes(
        ExampleFiling.indicators(
          "cost | 改造成本 | ≤60万元 | 58万元 | 5 | 5 |", "quantity | 改造市场 | 2个 | 2个 | 5 | 5 |"
        ).after(
          .indicators("cost | 改造成本 | ≤100万元 | 95万元 | 5 | 5 |", "quantity | 改造市场 | 2个 | 2个 | 5 | 5 |"))),
      .passes(
        ExampleFiling.indicators("quantity | 新签约项目 | ≥30个 | 31个 | 5 | 5 |").after(
          .indicators("quantity | 新签约项目 | ≥70个 | 100个 | 5 | 5 |"))),
      .fails(
        ExampleFiling.indicators("quantity | 新签约项目 | ≥60个 | 84个 | 5 | 5 |").after(
          .indicators("quantity | 新签约项目 | ≥50个 | 84个 | 5 | 5 |")),
        .at("self/quantity.1/target", "新签约项目指标值 ≥60个，只有上年实际完成 84个 的 71.4%，请说明原因。")),
      .fails(
        ExampleFiling.indicators(
          "economic | 到位资金 | 1亿元 | 1亿元 | 5 | 5 |", on: "project-1", and: ["project-1/project/name": "2024年招商引资"]
        ).after(
          .indicators(
            "economic | 到位资金 | ≥1亿元 | 13000万元 | 5 | 5 |", on: "project-1",
            and: ["project-1/project/name": "2023年招商引资"])),
        .at("project-1/economic.1/target", "到位资金指标值 1亿元，只有上年实际完成 13000万元 的 76.9%，请说明原因。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥60个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    Verdict(targetsOf: dossier) { target in
      guard target.percent < Rational(80), target.percent >= Rational(50) else { return nil }
      return target.finding(
        "\(target.line.title)指标值 \(target.line.targetText.bare)，只有上年实际完成 \(target.actual) 的 \(target.percent.spoken(1))%，请说明原因。"
      )
    }
  }
}
