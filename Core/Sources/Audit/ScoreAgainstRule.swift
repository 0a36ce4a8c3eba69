import Evaluation
import Figures
import Reading
import Rules

/// Which of the rules for comparing numbers an indicator falls under.
enum Comparison: Hashable {
  case positive, reverse, equal
}

extension IndicatorLine {
  /// nil where target and actual value are no numbers.
  var comparisonKind: Comparison? {
    switch (target, actual) {
    case (.quantity(let target), .quantity):
      if target.sign == .equal || target.figure.isZero { return .equal }
      if let sign = target.sign { return sign.isReverse ? .reverse : .positive }
      return node.subject == .cost ? .reverse : .positive
    case (.range, .quantity): return node.subject == .cost ? .reverse : .positive
    default: return nil
    }
  }

  /// The entered points beside those of the rule, where the target is missed and something is taken off.
  ///
  /// Too many is an error. Too few is a warning, and none where a reason is given: a unit may judge itself harder.
  func lookAtScore(_ kind: Comparison) -> Look? {
    guard comparisonKind == kind, let proposal, let points, let score, isScoreInRange else { return nil }
    guard !isMet, score < points, let gap = score.rational.subtracting(proposal.points.rational),
      gap.magnitude > score.halfStep, let surplus = gap.magnitude.rounded(decimals: Figure.maximumDecimals)?.trimmed
    else { return .agrees }
    let spoken = "\(title)得 \(score) 分，按规则应得 \(proposal.points) 分（\(proposal.spoken)）"
    let cells = [address(.score), address(.target), address(.actual)].map { Place.cell($0) }
    if gap > .zero {
      return .breaks(
        Finding(at: cells, "\(spoken)，多 \(surplus) 分。", derivation: "\(proposal.working) < \(score)"))
    }
    guard hasNoReason else { return .agrees }
    return .breaks(
      Finding(
        at: cells, "\(spoken)，少 \(surplus) 分，未说明原因。", derivation: "\(proposal.working) > \(score)",
        severity: .warning))
  }
}

extension Dossier {
  func scores(_ kind: Comparison, named name: String) -> Verdict {
    Verdict(over: countedLines, missing: "\(name)的指标值、完成值、分值和得分") { $0.lookAtScore(kind) }
  }
}

extension ScoreProposal {
  /// The working, or the rule where nothing is worked out.
  var spoken: String { working.contains("=") ? working : rule }
}
