import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b18StockReason = AuditRule(
    RuleCard(
      "B18", "偏差大而原因是套话", severity: .warning,
      why: "完成值与指标值相差很大却写“无偏差”，说明原因栏没有认真填。",
      remedy: "写明偏差的具体原因和改进措施；指标值或完成值填错的，改正填错的一个。",
      sources: [.departmentSheet("偏差原因分析及改进措施栏"), .customary("完成值超出指标值一成以上或三成以上须说明")]
    ),
    method: """
      原因栏只写“无”“无偏差”之类，而越高越好的指标完成值达到制度规定的倍数（制度没有规定的按 1.3 倍），或成本指标比控制金额节约一成以上，即报告。\
      未达到指标值的由 B10、B16 处理。
      """,
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 | 无偏差")),
      .passes(.indicators("cost | 改造成本 | ≤100万元 | 96.5万元 | 10 | 10 | 无偏差")),
      .passes(.indicators("quality | 安全事故 | ≤3起 | 0起 | 10 | 10 | 无偏差")),
      .fails(
        .indicators("quantity | 过亿项目 | ≥8个 | 19个 | 5 | 5 | 无偏差"),
        .at("self/quantity.1/reason", "过亿项目完成值是指标值的 2.38 倍（指标值 ≥8个，完成 19个），原因只写“无偏差”。")),
      .fails(
        .indicators("cost | 改造成本 | ≤100万元 | 61.5万元 | 10 | 10 | 无。"),
        .at("self/cost.1/reason", "改造成本完成值是指标值的 0.62 倍（指标值 ≤100万元，完成 61.5万元），原因只写“无”。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 | 无偏差")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.flatMap { sheet in sheet.countedLines.map { (sheet, $0) } }, missing: "定量指标") {
      sheet, line in
      guard let ratio = TargetRatio(of: line) else { return nil }
      guard line.impossibleRates.isEmpty else { return .agrees }
      let isFar =
        line.comparisonKind == .reverse
        ? line.hasMoneyTarget && ratio.exact < Rational(9, over: 10) ?? .zero
        : ratio.exact >= sheet.overfulfilmentShare.rational
      guard isFar, line.hasStockReason, !line.reason.isBlank, !line.isReduced else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.reason), line.address(.actual), line.address(.target),
          message: "\(line.title)完成值是指标值的 \(ratio.spoken) 倍（\(line.comparison)），原因只写“\(line.reason.bare)”。",
          derivation: "\(line.actualText.bare) ÷ \(line.targetText.bare) = \(ratio.spoken)"))
    }
  }
}
