import Figures
import Reading
import Rules
import Text

/// A quantity and, right behind it, on which side of its goal it is said to lie, which it does not:
/// 处理率93.6%，高于95%的目标; 满意度93%，未达到92%的目标; 利用率38.2%，比40%的任务高1.8个百分点.
struct SetAgainstGoal {
  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures], holding: goals) { read -> [Finding] in
    let passage = read.passage
    let figures = passage.figures.filter { $0.kind.extent != nil }
    return figures.indices.dropFirst().compactMap { finding(figures[$0 - 1], figures[$0], in: passage) }
      + figures.indices.dropFirst(2).compactMap {
        finding(figures[$0 - 2], figures[$0 - 1], by: figures[$0], in: passage)
      }
  }

  private static let goals = ["目标", "任务", "要求", "标准", "承诺", "指标", "计划", "控制"]
  private static let above = ["高于", "超过", "超出", "大于", "高于了", "超过了"]
  private static let below = ["低于", "少于", "小于", "不及", "未达到", "未达", "没有达到", "未能达到"]
  /// Of which less is better, so that to reach is no more.
  private static let burdens = [
    "差错", "死亡", "投诉", "能耗", "浓度", "成本", "事故", "漏损", "损耗", "流失", "超标", "逾期", "失业", "辍学", "时限", "天", "费",
  ]

  private static func finding(_ first: WrittenFigure, _ second: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let now = ProseQuantity.orShare(first), let goal = ProseQuantity.orGoal(second), now.unit == goal.unit,
      !now.unit.isEmpty, first.range.upperBound <= second.range.lowerBound
    else { return nil }
    // 高于95% is read as a bound.
    let between = passage.text(first.range.upperBound..<second.number.lowerBound).withoutBlanks
    let behind = passage.text(
      second.range.upperBound..<min(passage.scalars.count, second.range.upperBound + 8)
    ).withoutBlanks.upToMark
    guard between.begins(with: ","), between.unicodeScalars.count <= 12,
      !between.dropFirst().unicodeScalars.contains(where: { [",", ";", "。", ":", "(", ")", "、"].contains($0) }),
      behind.holds(anyOf: goals), !between.holds(anyOf: ["上年", "去年", "其中", "含"])
    else { return nil }
    let words = String(between.dropFirst()).withoutQualifiers
    // 不低于 and 不超过 are part of the goal itself.
    let isAbove = above.contains(words)
    guard isAbove || below.contains(words) else { return nil }
    let name = passage.text(passage.sentence(at: first.range.lowerBound).lowerBound..<first.range.lowerBound)
    if words.holds("达"), name.holds(anyOf: burdens) { return nil }
    let relation = now.value.relation(to: goal.value)
    guard relation == (isAbove ? .below : .above) || !isAbove && words.holds("达") && now.value.exact == goal.value.exact
    else { return nil }
    let goalRange = second.number.lowerBound..<second.range.upperBound
    let quotes = [passage.quote(first), passage.text(goalRange)]
    return Finding(
      at: [first.range, goalRange].map { .text(passage.passage.place($0)) },
      "写“\(words)”目标 \(quotes[1])，而实际 \(quotes[0])，正好相反，请核对。",
      derivation: "\(quotes[0]) \(isAbove ? "<" : "≥") \(quotes[1])")
  }

  /// 38.2%，比市下达的40%任务高1.8个百分点.
  private static func finding(
    _ first: WrittenFigure, _ second: WrittenFigure, by third: WrittenFigure, in passage: PassageReading
  ) -> Finding? {
    guard let now = ProseQuantity.orShare(first), let goal = ProseQuantity.orGoal(second), now.unit == "%",
      goal.unit == "%", let gap = ProseQuantity.orPoints(third), gap.unit == "个百分点",
      now.value.gap(to: goal.value).exact == gap.value.exact
    else { return nil }
    let lead = passage.text(first.range.upperBound..<second.range.lowerBound).withoutBlanks
    let turn = passage.text(second.range.upperBound..<third.range.lowerBound).withoutBlanks
    guard lead.begins(with: ",比") || lead.begins(with: ",较"), lead.unicodeScalars.count <= 12,
      turn.holds(anyOf: goals), turn.unicodeScalars.count <= 10
    else { return nil }
    let isMore = ["高", "高出", "多", "提高", "超出"].contains(where: turn.ends)
    guard isMore || ["低", "少", "低了"].contains(where: turn.ends),
      now.value.relation(to: goal.value) == (isMore ? .below : .above)
    else { return nil }
    let quotes = [now, goal].map { passage.quote($0.figure) }
    return Finding(
      at: [third, first, second].map { .text(passage.passage.place($0.range)) },
      "写比目标\(isMore ? "高" : "低")，而实际 \(quotes[0])，目标 \(quotes[1])，正好相反，请核对。",
      derivation: "\(quotes[0]), \(quotes[1])")
  }
}

extension String {
  fileprivate var upToMark: String {
    String(String.UnicodeScalarView(unicodeScalars.prefix { ![",", ";", "。", ":", "、", ")", "("].contains($0) }))
  }

  /// 高于 of 高于省定, 已超过 and 高于规定的.
  fileprivate var withoutQualifiers: String {
    var words = self
    if words.begins(with: "已") || words.begins(with: "仍") || words.begins(with: "均") { words.removeFirst() }
    for end in ["省定的", "省定", "市定", "市定的", "规定的", "年度", "年初", "预期", "设定的", "上级下达的", "国家规定的", "了"]
    where words.ends(with: end) && words.count > end.count {
      words.removeLast(end.count)
    }
    return words
  }
}
