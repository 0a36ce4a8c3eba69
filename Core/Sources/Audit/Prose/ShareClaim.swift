import Figures
import Reading
import Rules
import Text

/// A goal in per cent that is claimed to be reached right behind a share that does not: 满意度94.27%，实现了满意度不低于95%的
/// 年度目标.
struct ShareClaim {
  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: ["目标"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let verbs = ["实现", "达到", "完成", "达成", "符合", "满足", "超过", "超额完成"]

  /// `goal` is what is claimed to be reached.
  private static func finding(on goal: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard goal.isPercent, let wanted = ProseQuantity.orGoal(goal) else { return nil }
    let clause = passage.clause(at: goal.range.lowerBound)
    let sentence = passage.sentence(at: goal.range.lowerBound)
    let behind = passage.text(clause.rest(behind: goal.range)).withoutBlanks
    let before = passage.text(clause.lowerBound..<goal.range.lowerBound).withoutBlanks
    guard behind.begins(with: "的"), behind.ends(with: "目标") || behind.ends(with: "要求"),
      behind.unicodeScalars.count <= 10,
      verbs.contains(where: before.begins) || verbs.contains(where: { before.begins(with: "均" + $0) }),
      !before.holds(anyOf: ["未", "不", "没", "接近", "基本"]),
      let actual = passage.figures(in: sentence.lowerBound..<clause.lowerBound).last(where: { $0.kind.extent != nil }),
      let reached = ProseQuantity.orShare(actual), reached.unit == "%",
      passage.semicolonPart(at: goal.range.lowerBound).contains(actual.range.lowerBound)
    else { return nil }
    let name = passage.text(passage.words(before: actual)).withoutBlanks.withoutLink
    let wish = before.withoutLink
    // 满意度不低于95% is of the share that is called so.
    guard name.unicodeScalars.count >= 2, isShare(name),
      wish.unicodeScalars.count <= 3 || wish.suffix(2) == name.suffix(2)
    else { return nil }
    let isCeiling = goal.bound == .atMost || goal.bound == .below
    guard reached.value.relation(to: wanted.value) == (isCeiling ? .above : .below) else { return nil }
    let quotes = [actual, goal].map { passage.quote($0) }
    return Finding(
      at: [actual.range, clause].map { .text(passage.passage.place($0)) },
      "写“\(passage.text(clause).droppingBlankEnds)”，而实际 \(quotes[0])，没有达到。", derivation: "\(quotes[0]), \(quotes[1])")
  }

  private static func isShare(_ name: String) -> Bool {
    (name.ends(with: "率") || name.ends(with: "度"))
      && !name.holds(anyOf: ["差错率", "逾期率", "失业率", "流失率", "死亡率", "回收率", "漏损率", "下降", "降低", "增长率"])
  }
}

extension String {
  fileprivate var withoutLink: String {
    ["达到了", "达到", "为", "达", "是"].first(where: ends).map { String(dropLast($0.count)) } ?? self
  }
}
