import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let b09PointsLostThoughMet = AuditRule(
    RuleCard(
      "B09", "达到指标值却扣分", severity: .warning,
      why: "按规则达到指标值即得满分；仍然扣分而不说原因，要么得分填错，要么另有没写出来的问题。",
      remedy: "得分填错的改正；确有其他不足的，在偏差原因栏写明。",
      sources: [.evaluationMeasures("定量指标的计分"), .departmentSheet("得分、偏差原因分析及改进措施栏")]
    ),
    method: "完成值达到指标值、按制度应得满分，而所填得分较低且没有写明原因，即报告；写明原因的不报。缺原因本身由 B16 处理。",
    examples: [
      .passes(.indicators("social | 政策知晓率 | 100% | 100% | 15 | 15 |")),
      .passes(.indicators("social | 政策知晓率 | 100% | 100% | 15 | 13 | 两个乡镇入户记录不全，明年统一格式")),
      .passes(.indicators("quantity | 过亿项目 | 5个 | 4个 | 10 | 8 |")),
      .fails(
        .indicators(
          "cost | 基本支出 | 106.2万元 | 106.2万元 | 10 | 8 |", "social | 政策知晓率 | 100% | 100% | 15 | 13 | 无"),
        .at("self/cost.1/score", "基本支出已达到指标值（指标值 106.2万元，完成 106.2万元），按规则得满分 10 分，现得 8 分。"),
        .at("self/social.1/score", "政策知晓率已达到指标值（指标值 100%，完成 100%），按规则得满分 15 分，现得 13 分。")),
      .fails(
        .indicators("timeliness | 任务完成期限 | 2024年12月31日前 | 2024年12月20日 | 10 | 9 |"),
        .at(
          "self/timeliness.1/score",
          "任务完成期限已达到指标值（指标值 2024年12月31日前，完成 2024年12月20日），按规则得满分 10 分，现得 9 分。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 13 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "可比较的指标值、完成值、分值和得分") { line in
      guard line.proposal != nil, let points = line.points, let score = line.score else { return nil }
      guard line.isScoreInRange, line.isMet, score < points, line.hasNoReason else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.score), line.address(.target), line.address(.actual),
          message: "\(line.title)已达到指标值（\(line.comparison)），按规则得满分 \(points) 分，现得 \(score) 分。",
          derivation: "\(line.targetText.bare) | \(line.actualText.bare): \(score) < \(points)"))
    }
  }
}
