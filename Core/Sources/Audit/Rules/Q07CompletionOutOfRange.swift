import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let q07CompletionOutOfRange = AuditRule(
    RuleCard(
      "Q07", "完成比例过高或过低", severity: .warning,
      why: "完成值是指标值的两倍以上，或花的钱不到控制数的三成，不是指标值定得离谱，就是数或单位填错了。",
      remedy: "核对指标值、完成值和单位；没有错的，在偏差原因栏说明。",
      sources: [.evaluationMeasures("指标值设定偏低造成的超额完成"), .customary("完成比例超过两倍或不足三成的须核实")]
    ),
    method: """
      越高越好的指标完成值超过指标值的两倍，成本等控制金额只花了不到三成，没有扣分也没有填原因，即报告。\
      制度规定了超额多少须说明的，超额由 B11 处理；原因只写套话的由 B18、没有达到指标值的由 B10 和 B16、不可能超过 100% 的由 G08 处理。
      """,
    examples: [
      .passes(.indicators("quantity | 改造摊位 | ≥40个 | 80个 | 10 | 10 |", on: "project-1")),
      .passes(
        .indicators(
          "quantity | 改造摊位 | ≥40个 | 96个 | 10 | 10 | 新并入的两个市场一起改造", "cost | 改造成本 | ≤100万元 | 22万元 | 10 | 10 | 利用原有棚架，未新建",
          "quality | 安全事故 | ≤4起 | 0起 | 5 | 5 |", on: "project-1")),
      .fails(
        .indicators(
          "quantity | 改造摊位 | ≥40个 | 96个 | 10 | 10 |", "cost | 改造成本 | ≤100万元 | 22万元 | 10 | 10 |", on: "project-1"),
        .at("project-1/quantity.1/actual", "改造摊位完成值是指标值的 2.4 倍（指标值 ≥40个，完成 96个），请核对，没有错的说明原因。"),
        .at("project-1/cost.1/actual", "改造成本完成值是指标值的 0.22 倍（指标值 ≤100万元，完成 22万元），请核对，没有错的说明原因。")),
      .fails(
        .indicators("cost | 项目总成本 | ≤0.5亿元 | 500万元 | 10 | 10 |"),
        .at("self/cost.1/actual", "项目总成本完成值是指标值的 0.1 倍（指标值 ≤0.5亿元，完成 500万元），请核对，没有错的说明原因。")),
      .passes(.indicators("cost | 项目总成本 | ≤90万元 | 90 | 10 | 10 |")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |")),
    ]
  ) { dossier in
    dossier.completionRatios { line, ratio, sheet in
      let isFar =
        line.comparisonKind == .reverse
        ? line.hasMoneyTarget && ratio.exact < .lowestSpending
        : sheet.policy.scoring.overfulfilment == nil && ratio.exact > .highestCompletion
      guard isFar else { return nil }
      return "\(line.title)完成值是指标值的 \(ratio.spoken) 倍（\(line.comparison)），请核对，没有错的说明原因。"
    }
  }
}

extension Rational {
  /// Above this multiple of its target an actual value is hardly true.
  static let highestCompletion = Rational(2)
  /// Below this share of its limit spending is hardly true.
  static let lowestSpending = Rational(3, over: 10) ?? .zero
}

extension Dossier {
  /// One verdict over all indicators whose completion can be counted, is fully paid in points and not explained.
  /// `message` says what is wrong with a ratio, nil for nothing.
  func completionRatios(message: (IndicatorLine, TargetRatio, SheetReading) -> String?) -> Verdict {
    Verdict(over: scoredSheets.flatMap { sheet in sheet.countedLines.map { (sheet, $0) } }, missing: "定量指标") {
      sheet, line in
      guard let ratio = TargetRatio(of: line) else { return nil }
      guard line.impossibleRates.isEmpty, line.reason.isBlank, !line.isReduced,
        let message = message(line, ratio, sheet)
      else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.actual), line.address(.target), message: message,
          derivation: "\(line.actualText.bare) ÷ \(line.targetText.bare) = \(ratio.spoken)"))
    }
  }
}
