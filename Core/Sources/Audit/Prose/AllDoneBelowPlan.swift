import Figures
import Reading
import Rules
import Text

/// Fewer than were planned, and all said to be done right behind in the same sentence:
/// 计划新增点位320个，实际安装272个，完成率85%，各项任务已按计划全部完成.
struct AllDoneBelowPlan {
  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: ["计划", "目标", "任务", "应"]), passage.passage.text.holds(anyOf: claims) else {
      return []
    }
    return passage.figures.compactMap { DonePair(goal: $0, in: passage)?.claimOfAll }
  }

  fileprivate static let claims = ["全部完成", "均已完成", "已全面完成"]
}

extension DonePair {
  /// nil where what was done reaches the goal, and where the claim leaves something out.
  fileprivate var claimOfAll: Finding? {
    guard done.value.relation(to: goal.value) == .below else { return nil }
    let end = max(done.figure.range.upperBound, goal.figure.range.upperBound)
    let sentence = passage.sentence(at: goal.figure.range.lowerBound)
    let clauses = passage.clauses.filter { $0.lowerBound >= end && $0.upperBound <= sentence.upperBound }
    let claim = clauses.first { clause in
      let words = passage.text(clause).withoutBlanks
      return words.holds(anyOf: AllDoneBelowPlan.claims) && words.holds(anyOf: ["任务", "计划", "目标"])
        && words.unicodeScalars.count <= 20 && passage.figures(in: clause).isEmpty
        && !words.holds(anyOf: ["未", "除", "其余", "其他", "基本", "将", "后", "不"])
    }
    // Another quantity in between may be what the claim is of.
    guard let claim,
      passage.figures(in: end..<claim.lowerBound).allSatisfy({ $0.isPercent || $0.kind.extent == nil })
    else { return nil }
    let quotes = [passage.quote(goal.figure), passage.quote(done.figure)]
    return Finding(
      at: [claim, done.figure.range, goal.figure.range].map { .text(passage.passage.place($0)) },
      "写“\(passage.text(claim).droppingBlankEnds)”，而计划 \(quotes[0])、完成 \(quotes[1])，请核对。",
      derivation: "\(quotes[1]) < \(quotes[0])")
  }
}
