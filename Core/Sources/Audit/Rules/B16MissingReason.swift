import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b16MissingReason = AuditRule(
    RuleCard(
      "B16", "扣分无原因", severity: .error,
      why: "得分低于分值就是承认有偏差；没有原因和改进措施，扣分无法解释，也无从改进。",
      remedy: "补填偏差原因及改进措施，或改正得分。",
      sources: [LegalSource("部门整体支出绩效自评表", clause: "偏差原因分析及改进措施栏")]
    ),
    method: "逐条三级指标比较分值与得分；得分较低而原因为空，或只写“无”“无偏差”，即为缺原因。各条都没有指标值和完成值的得分汇总表不看；表上没有得分栏的，比较指标值与完成值，没有达到而原因为空的，须说明。",
    examples: [
      .passes(.indicators("quantity | 农贸市场改造 | ≥1个 | 1个 | 5 | 5 |")),
      .passes(.indicators("social | 政策知晓率 | ≥90% | 80% | 15 | 13 | 宣传次数不足，明年每季度入户一次")),
      .fails(
        .indicators("social | 政策知晓率 | 100% | 100% | 15 | 13 |"),
        .at("self/social.1/reason", "政策知晓率得 13 分（满分 15），未填偏差原因。")),
      .fails(
        .indicators("cost | 基本支出 | ≤106.2万元 | 106.2万元 | 10 | 8 | 无偏差", "quality | 合格率 | 100% | 100% | 20 | 20 |"),
        .at("self/cost.1/reason", "基本支出得 8 分（满分 10），原因只写“无偏差”。")),
      .cannotLook(.indicators("quantity | 农贸市场改造 | ≥1个 | 1个")),
    ]
  ) { dossier in
    // A table of scores alone, without goals, sums up what the sheet tells one by one.
    let sheets = dossier.scoredSheets.filter { sheet in
      sheet.indicators.contains { !$0.targetText.isBlank || !$0.actualText.isBlank }
    }
    let lines = sheets.flatMap(\.indicators).filter { $0.points != nil && $0.score != nil }
    let unscored = dossier.scoredSheets.filter { sheet in
      !sheet.indicators.contains { sheet.has($0.id, IndicatorColumn.score.rawValue) }
    }.flatMap(\.countedLines).filter { $0.isMissed != nil }
    guard !lines.isEmpty || !unscored.isEmpty else { return .notCheckable(missing: ["指标的分值和得分"]) }
    return Verdict(
      unscored.filter { $0.isMissed == true && $0.hasNoReason }.map { line in
        Finding(
          at: line.address(.reason), line.address(.actual), line.address(.target),
          message: "\(line.title)没有达到指标值（\(line.comparison)），未填偏差原因。", derivation: line.comparison,
          severity: .warning)
      }
        + lines.compactMap { line in
          guard let points = line.points, let score = line.score, score < points, line.hasNoReason else { return nil }
          let lack = line.reason.isBlank ? "未填偏差原因" : "原因只写“\(line.reason.bare)”"
          return Finding(
            at: line.address(.reason), line.address(.score),
            message: "\(line.title)得 \(score) 分（满分 \(points)），\(lack)。", derivation: "\(score) < \(points)")
        })
  }
}

extension IndicatorLine {
  /// Where two numbers of one kind can be compared.
  fileprivate var isMissed: Bool? {
    guard let ratio = TargetRatio(of: self), let kind = comparisonKind else { return nil }
    return kind == .reverse ? ratio.exact > .one : ratio.exact < .one
  }
}
