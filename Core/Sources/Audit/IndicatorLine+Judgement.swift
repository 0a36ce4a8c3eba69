import Evaluation
import Figures
import Reading
import Text

extension IndicatorLine {
  /// Blank where the form asks for one, or words that say there is no deviation.
  var hasNoReason: Bool { takesReasons && (reason.isEmpty || hasStockReason) }
  /// Filled in with words that explain nothing.
  var hasStockReason: Bool { Self.stockReasons.contains(reason.bare) }
  private static let stockReasons: Set<String> = [
    "无", "无偏差", "没有偏差", "不存在偏差", "无明显偏差", "偏差无", "无原因", "无说明", "暂无", "不涉及", "/", "-", "—", "——", "",
  ]

  /// The points that the policy's rule gives; nil where it gives none.
  var proposal: ScoreProposal? {
    if case .points(let proposal)? = advice { proposal } else { nil }
  }
  /// The rule gives full points.
  var isMet: Bool {
    proposal.map { proposal in points.map { proposal.points.rational == $0.rational } ?? false } ?? false
  }
  /// The score lies between nothing and full points, both written.
  var isScoreInRange: Bool {
    guard let points, let score else { return false }
    return !score.isNegative && score <= points && !points.isZero
  }

  /// "指标值 ≥80个，完成 84个"
  var comparison: String { "指标值 \(targetText.bare)，完成 \(actualText.bare)" }
}
