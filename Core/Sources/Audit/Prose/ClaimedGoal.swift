import Figures
import Reading
import Rules
import Text

/// A quantity and, right behind it, words that it reached its goal, whatever the goal is and wherever it is told:
/// 恢复时间36分钟，达到目标要求; 满意度94.43%，高于目标值.
struct ClaimedGoal {
  let passage: PassageReading
  let name: String
  let quantity: ProseQuantity
  let claim: Range<Int>
  /// The goal, where the sentence itself tells it before: 目标为不超过1.5%，实际1.68%.
  let told: ProseQuantity?

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: ["目标"]) { read -> [ClaimedGoal] in
    let passage = read.passage
    return passage.figures.compactMap { ClaimedGoal($0, in: passage) }
  }

  private static let verbs = ["达到", "完成", "实现", "高于", "优于", "符合", "控制在", "满足", "超过", "控制到", "达成"]
  private static let ends = [
    "目标", "目标值", "目标要求", "目标以内", "目标范围内", "目标范围以内", "目标之内", "目标任务", "目标值以内", "目标内",
  ]
  private static let limits = ["未", "不", "没", "基本", "接近", "除", "拟", "将", "应", "力争", "确保", "各项", "全部", "所有", "总体"]

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard let quantity = ProseQuantity.orShare(figure), !["", "元"].contains(quantity.unit) else { return nil }
    let end = figure.range.upperBound
    let sentence = passage.sentence(at: figure.range.lowerBound)
    guard end + 1 < sentence.upperBound, passage.scalars[end] == "," else { return nil }
    let claim = passage.clause(at: end + 1)
    var words = passage.text(claim).withoutBlanks
    if let lead = ["均", "已", "总体", "全面", "顺利", "如期"].first(where: words.begins) { words.removeFirst(lead.count) }
    guard Self.verbs.contains(where: words.begins), Self.ends.contains(where: words.ends),
      words.unicodeScalars.count <= 14, !words.holds(anyOf: Self.limits),
      passage.figures(in: claim).allSatisfy({ $0.kind.extent == nil })
    else { return nil }
    let range = passage.words(before: figure)
    guard !passage.marks(in: range).contains(where: { [.rise, .fall, .comparison].contains($0.cue) }) else {
      return nil
    }
    let own = passage.text(range).withoutBlanks
    let isActual = ["实际", "实际为", "实际值", "实际达到", "实际完成", "实际值为"].contains(own)
    let before = isActual ? passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).last : nil
    told = before.flatMap { goal in
      passage.text(passage.clause(at: goal.range.lowerBound)).holds(anyOf: ["目标", "不超过", "不低于", "不少于"])
        && goal.bound != nil ? ProseQuantity.orGoal(goal) : nil
    }
    name = passage.name(before: figure)
    guard told != nil || (name.unicodeScalars.count >= 3 || name == "满意") && !isActual else { return nil }
    (self.passage, self.quantity, self.claim) = (passage, quantity, claim)
  }

  /// On the wrong side of the goal.
  fileprivate func misses(_ goal: ProseQuantity, isBetterMore: Bool) -> Bool {
    switch goal.figure.bound {
    case .atMost?, .below?: quantity.value.relation(to: goal.value) == .above
    case .atLeast?, .above?: quantity.value.relation(to: goal.value) == .below
    default: isBetterMore && quantity.value.relation(to: goal.value) == .below
    }
  }

  fileprivate func finding(_ goal: String, at place: Place) -> Finding {
    let quoted = passage.quote(quantity.figure)
    let said = passage.text(claim).droppingBlankEnds
    return Finding(
      at: [.text(passage.passage.place(claim)), .text(passage.passage.place(quantity.figure.range)), place],
      "写“\(said)”，而目标 \(goal)，实际 \(quoted)，没有达到。", derivation: "\(quoted), \(goal)")
  }
}

extension Dossier {
  /// Claims that one goal was reached which the goal told under that name belies.
  var wrongClaimsOfGoals: [Finding] {
    let claims = found(in: ClaimedGoal.finder)
    guard !claims.isEmpty else { return [] }
    let goals = found(in: GoalComparison.goals)
    return claims.prefix(60).compactMap { claim -> Finding? in
      if let told = claim.told {
        guard told.unit == claim.quantity.unit, claim.misses(told, isBetterMore: false) else { return nil }
        return claim.finding(
          claim.passage.quote(told.figure), at: .text(claim.passage.passage.place(told.figure.range)))
      }
      let alike = goals.filter {
        $0.annex == claim.passage.passage.annex && $0.quantity.unit == claim.quantity.unit
          && ($0.name == claim.name || $0.name.ends(with: claim.name))
      }
      let exact = alike.filter { $0.name == claim.name }
      let meant = exact.isEmpty ? alike : exact
      // Several goals that end alike may each be meant.
      guard meant.count == 1, let goal = meant.first, let place = goal.place,
        place != .text(claim.passage.passage.place(claim.quantity.figure.range)),
        claim.misses(
          goal.quantity,
          isBetterMore: !goal.name.holds(anyOf: [
            "成本", "投诉", "事故", "死亡", "损失", "能耗", "排放", "下降", "降低", "时限", "差错", "费用", "时间",
          ]))
      else { return nil }
      return claim.finding(goal.text, at: place)
    }
  }
}
