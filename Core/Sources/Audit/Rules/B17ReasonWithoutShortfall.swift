import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b17ReasonWithoutShortfall = AuditRule(
    RuleCard(
      "B17", "没有偏差却写了偏差原因", severity: .info,
      why: "完成值达到指标值、得了满分，原因栏却说没有完成，完成值、得分和原因必有一处不实。",
      remedy: "确实没有偏差的删去原因；有偏差的，改正完成值和得分。",
      sources: [.departmentSheet("实际完成值、得分、偏差原因分析及改进措施栏")]
    ),
    method: """
      完成值恰好等于指标值并得满分，而原因栏里有“未完成”“未达到”“滞后”“推迟”“不足”等说没有做到的话，即提示。\
      超额完成的说明、只写改进措施的、写明困难但仍如期完成的不报。
      """,
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 80个 | 5 | 5 | 无偏差", "quality | 合格率 | 100% | 100% | 5 | 5 |")),
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 98个 | 5 | 5 | 上年推迟的项目集中签约",
          "timeliness | 按期完成率 | 100% | 100% | 5 | 5 | 克服人手不足的困难，如期完成", "quality | 合格率 | 100% | 100% | 5 | 5 | 不存在未完成事项")
      ),
      .fails(
        .indicators("quantity | 改造市场 | 2个 | 2个 | 5 | 5 | 一个市场未完成验收，推迟到明年"),
        .at("self/quantity.1/reason", "改造市场完成值等于指标值并得满分，原因却说“未完成”。")),
      .fails(
        .indicators("social | 政策知晓率 | ≥90% | 90% | 15 | 15 | 宣传工作滞后，下年加强"),
        .at("self/social.1/reason", "政策知晓率完成值等于指标值并得满分，原因却说“滞后”。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 | 工作滞后")),
    ]
  ) { dossier in
    let shortfalls = [
      "未完成", "未达到", "未达标", "没有完成", "没有达到", "未能完成", "未能达到", "未按期", "未按时", "滞后", "推迟", "延期", "拖延", "不及预期", "低于目标", "低于预期",
      "力度不够", "重视不够", "不到位", "不足",
    ]
    let denials = ["不存在", "没有未", "无未", "克服", "如期", "按期完成", "按时完成", "仍", "已完成", "全部完成", "未发生", "避免", "防止"]
    return Verdict(over: dossier.countedLines, missing: "定量指标的完成值、得分和原因") { line in
      guard let ratio = TargetRatio(of: line), line.isMet, let points = line.points, let score = line.score else {
        return nil
      }
      let reason = line.reason.withoutBlanks
      guard score == points, ratio.exact == .one, !reason.holds(anyOf: denials),
        let word = shortfalls.first(where: { reason.holds($0) })
      else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.reason), line.address(.actual), line.address(.score),
          message: "\(line.title)完成值等于指标值并得满分，原因却说“\(word)”。", derivation: "\(line.comparison)，\(word)"))
    }
  }
}
