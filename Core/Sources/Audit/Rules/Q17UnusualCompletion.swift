import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let q17UnusualCompletion = AuditRule(
    RuleCard(
      "Q17", "完成率超出常见范围", severity: .warning,
      why: "完成值比指标值高出两成以上，或花的钱比控制数少两成以上，说明指标值定得不准，下一年要调整。",
      remedy: "在偏差原因栏说明为什么相差这么多；指标值填错的，按批复的目标改正。",
      sources: [.evaluationMeasures("指标值设定偏低造成的超额完成"), .customary("完成率低于 80% 或高于 120% 的须说明")]
    ),
    method: """
      制度没有规定超额多少须说明的，越高越好的指标完成值超过指标值的 120%，没有扣分也没有填原因，即报告；\
      成本等控制金额花了不到八成的同样报告；增长率、下降率一类以百分点计的不看。超过两倍、不足三成的由 Q07，制度有规定的由 B11，没有达到指标值的由 B10、B16 处理。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 改造摊位 | ≥40个 | 48个 | 10 | 10 |", "cost | 改造成本 | ≤100万元 | 80万元 | 10 | 10 |", on: "project-1")),
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 100个 | 5 | 5 |", "timeliness | 办件时长 | ≤5个工作日 | 2个工作日 | 5 | 5 |")),
      .passes(.indicators("social | 投诉下降率 | ≥10% | 12.6% | 15 | 15 |", on: "project-1")),
      .passes(.indicators("quantity | 改造摊位 | ≥40个 | 60个 | 10 | 10 | 年中增加一个市场", on: "project-1")),
      .fails(
        .indicators("quantity | 改造摊位 | ≥40个 | 50个 | 10 | 10 |", on: "project-1"),
        .at("project-1/quantity.1/actual", "改造摊位完成率 125%（指标值 ≥40个，完成 50个），相差两成以上，请说明原因。")),
      .fails(
        .indicators("cost | 改造成本 | ≤100万元 | 64.5万元 | 10 | 10 |"),
        .at("self/cost.1/actual", "改造成本只花了控制数的 64.5%（指标值 ≤100万元，完成 64.5万元），相差两成以上，请说明原因。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |")),
    ]
  ) { dossier in
    let (most, least) = (Rational(12, over: 10) ?? .one, Rational(8, over: 10) ?? .one)
    return dossier.completionRatios { line, ratio, sheet in
      let percent = ratio.exact.multiplied(by: Rational(100))?.spoken(2) ?? "?"
      let tail = "（\(line.comparison)），相差两成以上，请说明原因。"
      if line.comparisonKind == .reverse {
        guard line.hasMoneyTarget, ratio.exact >= .lowestSpending, ratio.exact < least else { return nil }
        return "\(line.title)只花了控制数的 \(percent)%\(tail)"
      }
      // A growth of 12.6% beside one of 10% is 2.6 points more, not a quarter.
      guard sheet.policy.scoring.overfulfilment == nil, ratio.exact > most, ratio.exact <= .highestCompletion,
        !line.isGrowth
      else { return nil }
      return "\(line.title)完成率 \(percent)%\(tail)"
    }
  }
}

extension IndicatorLine {
  /// Its value is by how many per cent something rose or fell.
  fileprivate var isGrowth: Bool {
    targetText.holds(anyOf: ["%", "％"])
      && name.holds(anyOf: ["增长", "下降", "增速", "增幅", "降幅", "提高", "降低", "提升", "减少", "增收"])
  }
}
