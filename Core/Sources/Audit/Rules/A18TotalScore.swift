import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let a18TotalScore = arithmetic(
    RuleCard(
      "A18", "总得分不符", severity: .error,
      why: "总得分等于预算执行得分与各三级指标得分之和，等级由它而定；加错会报错等级。",
      remedy: "重新加总各项得分，改正总得分。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "总分行的得分栏"), LegalSource("项目支出绩效自评表", clause: "总分行的得分栏"),
      ]
    ),
    method: "每张表把预算执行得分与各三级指标得分相加，与总得分比较。整数得分必须相等；带小数的得分允许末位四舍五入之差。有得分空白则该表无法核对。",
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 48 | 一个项目推迟签约", "social | 政策知晓率 | ≥90% | 92% | 30 | 30 |",
          "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |", and: ["self/total/score": "10", "self/sum/score": "98"])),
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥90个 | 80个 | 50 | 44.44 | 两个项目推迟签约",
          "social | 政策知晓率 | ≥90% | 85% | 30 | 28.33 | 宣传不足", "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |",
          and: ["self/total/score": "8.62", "self/sum/score": "91.4"])),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 48 | 一个项目推迟签约", "social | 政策知晓率 | ≥90% | 92% | 30 | 30 |",
          "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |", and: ["self/total/score": "10", "self/sum/score": "99"]),
        .at("self/sum/score", "自评表总得分 99，各项得分之和 98，相差 1。")),
      .fails(
        .indicators(
          "quantity | 改造市场 | 1个 | 1个 | 50 | 45 | 验收推迟", "economic | 摊位增收 | ≥5% | 6% | 30 | 30 |",
          on: "project-1",
          and: ["project-1/project/name": "农贸市场改造", "project-1/total/score": "7.5", "project-1/sum/score": "90"]),
        .at("project-1/sum/score", "项目“农贸市场改造”总得分 90，各项得分之和 82.5，相差 7.5。")),
      .cannotLook(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 48 | 一个项目推迟签约", "social | 政策知晓率 | ≥90% | 92% | 30",
          and: ["self/total/score": "10", "self/sum/score": "58"])),
    ]
  ) { dossier in
    ArithmeticChecks(dossier.scoredSheets.map { .scores(ScoreTotal(of: $0)) }, missing: "各项得分和总得分")
  }
}
