import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b11Overfulfilment = AuditRule(
    RuleCard(
      "B11", "超额完成过多", severity: .warning,
      why: "完成值远超指标值，多半是指标值定得太低；不说明原因，满分没有说服力。",
      remedy: "在偏差原因栏说明超额的原因；指标值填错的，按批复的目标改正。",
      sources: [.evaluationMeasures("指标值设定偏低造成的超额完成"), .customary("超过指标值一定倍数须说明原因")]
    ),
    method: """
      越高越好的定量指标，完成值达到制度规定的倍数（通常 1.2 或 1.3）而没有填写原因，即报告；制度没有规定倍数的不查。\
      原因只写套话的由 B18 处理，不可能超过 100% 的比率由 G08 处理，得分已低于分值的由 B09、B16 处理。
      """,
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
      .passes(.indicators("quantity | 过亿项目 | ≥8个 | 19个 | 5 | 5 | 承接长三角转移项目十一个，年初未能预计")),
      .passes(.indicators("cost | 改造成本 | ≤100万元 | 40万元 | 10 | 10 |")),
      .fails(
        .indicators("quantity | 过亿项目 | ≥8个 | 19个 | 5 | 5 |"),
        .at("self/quantity.1/reason", "过亿项目完成值是指标值的 2.38 倍（指标值 ≥8个，完成 19个），达到 1.3 倍的须说明原因。")),
      .fails(
        .indicators("economic | 到位资金 | 1亿元 | 13000万元 | 15 | 15 |"),
        .at("self/economic.1/reason", "到位资金完成值是指标值的 1.3 倍（指标值 1亿元，完成 13000万元），达到 1.3 倍的须说明原因。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.flatMap { sheet in sheet.countedLines.map { (sheet, $0) } }, missing: "定量指标") {
      sheet, line in
      guard let limit = sheet.policy.scoring.overfulfilment, let ratio = TargetRatio(of: line) else { return nil }
      guard line.impossibleRates.isEmpty else { return .agrees }
      guard line.comparisonKind != .reverse, ratio.exact >= limit.share.rational, line.reason.isBlank, !line.isReduced
      else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.reason), line.address(.actual), line.address(.target),
          message: "\(line.title)完成值是指标值的 \(ratio.spoken) 倍（\(line.comparison)），达到 \(limit.share) 倍的须说明原因。",
          derivation: "\(line.actualText.bare) ÷ \(line.targetText.bare) = \(ratio.spoken) ≥ \(limit.share)",
          severity: limit.effect == .warn ? .info : nil))
    }
  }
}

extension IndicatorLine {
  /// Points have been taken off.
  var isReduced: Bool {
    guard let points, let score else { return false }
    return score < points
  }
}
