import Figures
import Reading
import Text

/// A goal with a number and the number behind it that does not reach it: 目标≥70%，实际65%.
struct MissedGoal {
  let passage: PassageReading
  let goal: WrittenFigure
  let actual: WrittenFigure

  /// Every one that prose tells of.
  static let finder = PassageFinder(in: [.noPlans, .twoFigures]) { $0.passage.missedGoals }

  /// "目标 ≥70%，实际 65%"
  var spoken: String { "目标 \(passage.quote(goal))，实际 \(passage.quote(actual))" }
}

extension PassageReading {
  fileprivate var missedGoals: [MissedGoal] {
    passage.figures.compactMap { goal in
      if let missed = shareOfGoal(goal) { return missed }
      let sentence = sentence(at: goal.range.lowerBound)
      let behind = figures(in: sentence.rest(behind: goal.range))
      guard let actual = behind.first(where: { $0.kind.extent != nil }), isActual(actual),
        let wanted = ProseQuantity.orGoal(goal), let reached = ProseQuantity.orShare(actual),
        // 8个县，实际完成7个.
        wanted.unit == reached.unit || reached.unit == "个" && wanted.unit.begins(with: "个"), !wanted.unit.isEmpty,
        isGoal(goal, reachedBy: actual)
      else { return nil }
      let isPartOfYear =
        text(sentence).holds(anyOf: ["季度", "半年", "中期", "监控"])
        || figures(in: sentence).contains {
          if case .date(let date) = $0.kind { (date.month ?? 12) < 12 } else { false }
        }
      guard !isPartOfYear else { return nil }
      let relation = reached.value.relation(to: wanted.value)
      guard relation == (goal.isCeiling ? .above : .below) else { return nil }
      return MissedGoal(passage: self, goal: goal, actual: actual)
    }
  }

  /// 58.4平方公里，为目标60平方公里的97.33%: what was done stands before the goal, less than all of it behind.
  private func shareOfGoal(_ goal: WrittenFigure) -> MissedGoal? {
    let words = text(words(before: goal)).withoutBlanks
    guard words.begins(with: "为") || words.begins(with: "占") || words.begins(with: "是") || words.begins(with: "完成"),
      words.unicodeScalars.count <= 8, Self.goals.contains(where: words.ends), goal.isUnbounded
    else { return nil }
    let sentence = sentence(at: goal.range.lowerBound)
    let figures = figures(in: sentence).filter { $0.kind.extent != nil }
    guard let place = figures.firstIndex(of: goal), place > 0, place + 1 < figures.count,
      case .percent(.number(let percent)) = figures[place + 1].kind, percent.value < Rational(100),
      text(goal.range.upperBound..<figures[place + 1].range.lowerBound).withoutBlanks == "的",
      let wanted = ProseQuantity(goal), let done = ProseQuantity(figures[place - 1]), done.unit == wanted.unit,
      done.value.relation(to: wanted.value) == .below,
      // 治理水土流失面积 is better more, 水土流失面积 alone is not.
      text(self.words(before: done.figure)).holds("治理")
        || !text(self.words(before: done.figure)).holds(anyOf: Self.betterLow)
    else { return nil }
    return MissedGoal(passage: self, goal: goal, actual: done.figure)
  }

  /// Words for goals before it, or a bound that 实际 goes on from.
  private func isGoal(_ figure: WrittenFigure, reachedBy actual: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    guard !words.holds(anyOf: ["上年", "去年", "同期", "实际", "较"]) else { return false }
    if figure.bound != nil, figure.bound != .exactly {
      return words.holds(anyOf: Self.goals) || text(self.words(before: actual)).withoutBlanks.begins(with: "实际")
    }
    // Without a bound more is better, if nothing tells that less is.
    guard words.holds(anyOf: Self.goals), let unit = ProseQuantity.orGoal(figure)?.unit,
      !["元", "天", "日", "个工作日", "工作日", "小时", "分钟"].contains(unit)
    else { return false }
    var start = figure.range.lowerBound
    while start > 0, !scalars[start - 1].isSemicolonOrStop { start -= 1 }
    return !text(start..<actual.range.lowerBound).holds(anyOf: Self.betterLow)
  }

  private func isActual(_ figure: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    return words.holds(anyOf: ["实际", "完成", "达到", "实现"]) && !words.holds(anyOf: Self.goals + ["上年", "去年"])
  }

  fileprivate static let goals = ["目标", "指标值", "计划", "任务", "预期"]
  private static let betterLow = [
    "成本", "投诉", "事故", "死亡", "伤亡", "损失", "能耗", "排放", "受害", "下降", "降低", "压减", "控制", "时限", "工期", "火灾", "发案", "案件", "不良",
    "偏差", "费用", "失业", "流失", "差错", "误差", "经费",
  ]
}

extension WrittenFigure {
  /// The most that may be.
  fileprivate var isCeiling: Bool { bound == .atMost || bound == .below }
}

extension Unicode.Scalar {
  fileprivate var isSemicolonOrStop: Bool { [";", "。", "!", "?", "\n"].contains(self) }
}
