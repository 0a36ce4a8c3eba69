import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b07QualitativeBand = AuditRule(
    RuleCard(
      "B07", "定性得分不在档次内", severity: .error,
      why: "定性指标先定档次，再在该档的分数范围内打分；得分落在范围之外，档次和得分必有一个不对。",
      remedy: "核对完成情况属于哪一档，再在该档范围内改正得分。",
      sources: [.evaluationMeasures("定性指标的三档得分范围"), .departmentSheet("实际完成值、得分栏")]
    ),
    method: "指标值和完成值都是文字，且完成值写明了制度规定的某一档时，比较得分占分值的比例与该档范围，端点是否包含按制度。看不出档次的不查；得分超过分值的由 A20 处理。",
    examples: [
      .passes(.indicators("social | 推进湘商回归 | 定性 | 基本完成 | 15 | 11 | 两场活动推迟，明年补办")),
      .passes(.indicators("quality | 验收情况 | 达标 | 达标 | 10 | 10 |", "social | 公众知晓 | 定性 | 部分达成 | 10 | 6 | 宣传不足")),
      .fails(
        .indicators("social | 推进湘商回归 | 定性 | 基本完成 | 15 | 14 | 两场活动推迟，明年补办"),
        .at("self/social.1/score", "推进湘商回归完成情况“基本完成”属“部分达成”，应得不低于 9、低于 12 分，现得 14 分。")),
      .fails(
        .indicators("social | 推进湘商回归 | 定性 | 基本完成 | 15 | 12 | 两场活动推迟", "quality | 建档 | 定性 | 未完成 | 10 | 8 | 缺人手"),
        .at("self/quality.1/score", "建档完成情况“未完成”属“未达成”，应得不低于 0、低于 6 分，现得 8 分。"),
        .at("self/social.1/score", "推进湘商回归完成情况“基本完成”属“部分达成”，应得不低于 9、低于 12 分，现得 12 分。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 13 | 措施未到位")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "写明档次的定性指标") { line in
      guard case .band(let low, let high, let level)? = line.advice, let points = line.points, let score = line.score,
        line.isScoreInRange,
        let share = score.rational.multiplied(by: Rational(100))?.divided(by: points.rational)
      else { return nil }
      let isEnd =
        (level.share.includesLow && score.rational == low.rational)
        || (level.share.includesHigh && score.rational == high.rational)
      guard !isEnd, !level.share.contains(share) else { return .agrees }
      let least = "\(level.share.includesLow ? "不低于" : "高于") \(low)"
      let most = "\(level.share.includesHigh ? "不高于" : "低于") \(high)"
      return .breaks(
        Finding(
          at: line.address(.score), line.address(.actual),
          message: "\(line.title)完成情况“\(line.actualText.bare)”属“\(level.label)”，应得\(least)、\(most) 分，现得 \(score) 分。",
          derivation: "\(score) ÷ \(points) ∉ \(level.share)"))
    }
  }
}
