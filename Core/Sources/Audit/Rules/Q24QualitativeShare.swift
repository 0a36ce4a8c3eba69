import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let q24QualitativeShare = AuditRule(
    RuleCard(
      "Q24", "定性指标过多", severity: .warning,
      why: "一半以上的分靠文字评，打多少分都说得过去，总分缺少说服力。",
      remedy: "能用数衡量的改为定量指标；确实只能定性的，减少分值并写明分档标准。",
      sources: [.evaluationMeasures("绩效指标以定量为主、定性为辅"), .customary("定性指标分值不超过一半")]
    ),
    method: "一张表里指标值是文字（包括“定性”“达标”）的三级指标，分值合计超过制度规定的指标总分的一半即报告，正好一半不报；文字里有读不懂的数的不算定性，分值没有填的不算。",
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 45 | 45 |", "social | 推进湘商回归 | 定性 | 有效推进 | 30 | 28 | 两场活动推迟",
          "quality | 验收情况 | 达标 | 达标 | 15 | 15 |")),
      .passes(.indicators("quality | 考核名次 | 全市前3名 | 第2名 | 50 | 50 |", "social | 政策知晓率 | ≥90% | 92% | 40 | 40 |")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 35 | 35 |", "social | 推进湘商回归 | 定性 | 有效推进 | 30 | 28 | 两场活动推迟",
          "quality | 验收情况 | 达标 | 达标 | 25 | 25 |"),
        .at("self/quality.1/points", "自评表定性指标 2 条，共 55 分，占指标总分 90 分的 61.11%，超过一半。")),
      .fails(
        .indicators(
          "social | 社会稳定 | 定性 | 达成 | 45.5 | 45.5 |", "quality | 建档率 | 100% | 100% | 44.5 | 44.5 |", on: "project-1",
          and: ["project-1/project/name": "改制企业"]),
        .at("project-1/social.1/points", "项目“改制企业”定性指标 1 条，共 45.5 分，占指标总分 90 分的 50.56%，超过一半。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | | |", "quality | 建档率 | 100% | 100% | |")),
    ]
  ) { dossier in
    let sheets = dossier.scoredSheets.filter { $0.countedLines.contains { $0.points != nil } }
    return Verdict(over: sheets, missing: "各指标的分值") { sheet in
      let points = LinePoints(of: sheet.countedLines.filter(\.isQualitative), in: .points)
      let whole = sheet.policy.scoring.indicatorPoints
      guard let part = WrittenSum(exactly: points.figures)?.exact,
        let percent = part.multiplied(by: Rational(100))?.divided(by: Rational(Int64(whole))), percent > Rational(50)
      else { return .agrees }
      return .breaks(
        Finding(
          at: points.filled.map { .cell($0) },
          """
          \(sheet.spokenName)定性指标 \(points.filled.count) 条，共 \(part.spoken(2)) 分，占指标总分 \(whole) 分的 \
          \(percent.spoken(2))%，超过一半。
          """,
          derivation: "\(part.spoken(2)) ÷ \(whole) > 50%"))
    }
  }
}
