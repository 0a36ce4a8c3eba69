import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let b22ScoreAboveExecution = AuditRule(
    RuleCard(
      "B22", "指标得分率高于执行得分率", severity: .warning,
      why: "钱没有花完而指标几乎全部完成，要么预算编多了，要么指标评高了，复核时会要求说明。",
      remedy: "核对指标得分；确实节约或结转的，在偏差原因或报告中说明。",
      sources: [.customary("自评得分与预算执行的偏离预警（红色）")]
    ),
    method: "指标得分率 = 各指标得分之和 ÷ 指标总分；执行得分率 = 预算执行得分 ÷ 执行分值。前者高出后者的部分超过前者的 5% 即报告。有得分未填则不查；预算执行得分算错的，按应得分计算（由 B01 报告）。",
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |", "social | 政策知晓率 | ≥90% | 92% | 40 | 40 |",
          and: ["self/total/score": "9.5"])),
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 70个 | 50 | 43.75 | 推迟签约", "social | 政策知晓率 | ≥90% | 85% | 40 | 36 | 宣传不足",
          and: ["self/total/score": "8.62"])),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |", "social | 政策知晓率 | ≥90% | 92% | 40 | 40 |",
          and: ["self/total/score": "8.62"]),
        .at("self/sum/score", "自评表指标得分率 100%（90 ÷ 90），预算执行得分率 86.2%（8.62 ÷ 10），偏离 13.8%，超过 5%。")),
      .fails(
        .indicators(
          "quantity | 改造市场 | 1个 | 1个 | 50 | 48 | 验收推迟", "economic | 摊位增收 | ≥5% | 6% | 40 | 40 |",
          on: "project-1", and: ["project-1/project/name": "农贸市场改造", "project-1/total/score": "7"]),
        .at("project-1/sum/score", "项目“农贸市场改造”指标得分率 97.78%（88 ÷ 90），预算执行得分率 70%（7 ÷ 10），偏离 28.41%，超过 5%。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets, missing: "各指标得分和预算执行得分") { sheet in
      let scoring = sheet.policy.scoring
      let hundred = Rational(100)
      guard let scores = IndicatorScores(of: sheet), let execution = dossier.rightExecutionPoints(of: sheet),
        let earned = scores.score.divided(by: Rational(Int64(scoring.indicatorPoints))),
        let spent = execution.rational.divided(by: Rational(Int64(scoring.executionPoints))),
        let gap = earned.subtracting(spent)?.divided(by: earned)?.multiplied(by: hundred),
        let earnedPercent = earned.multiplied(by: hundred), let spentPercent = spent.multiplied(by: hundred)
      else { return nil }
      guard gap > Rational(5) else { return .agrees }
      let earning = "\(scores.score.spoken(2)) ÷ \(scoring.indicatorPoints)"
      let spending = "\(execution) ÷ \(scoring.executionPoints)"
      return .breaks(
        Finding(
          at: sheet.address("sum", "score"), sheet.address("total", "score"),
          message:
            "\(sheet.spokenName)指标得分率 \(earnedPercent.spoken(2))%（\(earning)），预算执行得分率 \(spentPercent.spoken(2))%（\(spending)），偏离 \(gap.spoken(2))%，超过 5%。",
          derivation: "(\(earning) − \(spending)) ÷ (\(earning)) > 5%"))
    }
  }
}

extension Dossier {
  /// The points for budget execution as written, or as they should be where they are wrong.
  fileprivate func rightExecutionPoints(of sheet: SheetReading) -> Figure? {
    let execution = executionScore(of: sheet)
    return execution.flatMap { $0.isRight ? nil : $0.right } ?? sheet.figure("total", "score")
  }
}
