import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let b21AllFullMarks = AuditRule(
    RuleCard(
      "B21", "指标全部满分", severity: .info,
      why: "每条指标都得满分并不多见，复核时往往首先抽查。",
      remedy: "逐条核对完成值和佐证材料；确实全部达到的不必修改。",
      sources: [.customary("自评全部满分的列为重点复核对象")]
    ),
    method: "一张表的三级指标分值和得分都已填，分值合计等于制度规定的指标总分，且每条得分等于分值，即提示一次。",
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |", "social | 政策知晓率 | ≥90% | 85% | 30 | 28.33 | 宣传不足",
          "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |")),
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |", "social | 政策知晓率 | ≥90% | 92% | 30 | 30 |",
          "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |"),
        .at("self/sum/score", "自评表 3 条指标全部得满分，共 90 分，请再次核对。")),
      .fails(
        .indicators(
          "quantity | 改造市场 | 1个 | 1个 | 50 | 50 |", "ecological | 无 | 无 | 无 | 0 | 0 |",
          "economic | 摊位增收 | ≥5% | 6% | 30 | 30 |", "satisfaction | 商户满意度 | ≥90% | 95% | 10 | 10 |",
          on: "project-1", and: ["project-1/project/name": "农贸市场改造"]),
        .at("project-1/sum/score", "项目“农贸市场改造” 3 条指标全部得满分，共 90 分，请再次核对。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |", "social | 政策知晓率 | ≥90% | 92% | 30")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets, missing: "各指标的分值和得分") { sheet in
      guard let scores = IndicatorScores(of: sheet) else { return nil }
      guard scores.points == Rational(Int64(sheet.policy.scoring.indicatorPoints)),
        scores.lines.allSatisfy({ $0.score?.rational == $0.points?.rational })
      else { return .agrees }
      return .breaks(
        Finding(
          at: [.cell(sheet.address("sum", "score"))] + scores.lines.map { .cell($0.address(.score)) },
          "\(sheet.spokenName) \(scores.lines.count) 条指标全部得满分，共 \(scores.score.spoken(2)) 分，请再次核对。",
          derivation: "\(scores.score.spoken(2)) = \(scores.points.spoken(2))"))
    }
  }
}
