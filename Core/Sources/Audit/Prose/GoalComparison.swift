import Evaluation
import Figures
import Reading
import Text

/// What was done set against a goal that its sentence does not name: 带动4862人，超任务15.7%.
struct GoalComparison {
  let passage: PassageReading
  /// The percentage, or by how many it is more or less.
  let stated: WrittenFigure
  let kind: Kind
  let actual: NamedQuantity
  let figure: WrittenFigure

  enum Kind {
    /// 完成年度任务的112%.
    case share(WrittenNumber)
    /// 超任务15.7%.
    case excess(WrittenNumber)
    /// 比目标多84人.
    case difference(ProseQuantity)
  }

  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures]) { $0.passage.goalComparisons }

  /// The goals that prose tells of under their names.
  static let goals = PassageFinder(in: .figure) { $0.passage.toldGoals }

  /// It fits a goal.
  func isRight(for goal: ProseQuantity) -> Bool {
    let (x, y) = (actual.quantity.value, goal.value)
    switch kind {
    case .share(let percent): return WrittenRatio(percent: percent, part: x, whole: y).isRight
    case .excess(let percent):
      return WrittenRatio(percent: percent, part: gap(to: y), whole: y).isRight
        || WrittenRatio(percent: percent, part: x, whole: y).isRight
    case .difference(let stated): return gap(to: y).relation(to: stated.value) == .agree
    }
  }

  /// What should be written beside a goal.
  func right(for goal: ProseQuantity) -> String {
    let gap = gap(to: goal.value)
    switch kind {
    case .share(let percent):
      return WrittenRatio(percent: percent, part: actual.quantity.value, whole: goal.value).right + "%"
    case .excess(let percent): return WrittenRatio(percent: percent, part: gap, whole: goal.value).right + "%"
    case .difference(let stated): return gap.exact.spoken(2) + stated.unit
    }
  }

  private func gap(to goal: StatedAmount) -> StatedAmount {
    actual.quantity.value.gap(to: goal).with(actual.quantity.value.slack, goal.slack)
  }
}

extension PassageReading {
  fileprivate var goalComparisons: [GoalComparison] {
    passage.figures.compactMap { figure in
      guard figure.isUnbounded, !figure.isApproximate, let kind = comparison(figure) else { return nil }
      let sentence = sentence(at: figure.range.lowerBound)
      let before = figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
      guard let last = before.last, let quantity = ProseQuantity.orShare(last), !quantity.unit.isEmpty,
        !marks(in: words(before: last)).contains(where: { [.target, .rise, .fall, .comparison].contains($0.cue) }),
        // The goal itself in the sentence is D08's own matter.
        !before.contains(where: { has(.target, in: words(before: $0)) })
      else { return nil }
      if case .difference(let stated) = kind, stated.unit != quantity.unit { return nil }
      let name = name(before: last)
      guard name.unicodeScalars.count >= 4 else { return nil }
      return GoalComparison(
        passage: self, stated: figure, kind: kind,
        actual: NamedQuantity(
          name: name, quantity: quantity, text: quote(last), place: .text(passage.place(last.range))),
        figure: last)
    }
  }

  /// 完成年度任务的, 超任务, 比目标多 right before a figure.
  private func comparison(_ figure: WrittenFigure) -> GoalComparison.Kind? {
    let range = words(before: figure)
    let words = text(range).withoutBlanks
    guard words.unicodeScalars.count <= 14, words.holds(anyOf: Self.goalWords), !words.holds(anyOf: ["上年", "去年"])
    else { return nil }
    if case .percent(.number(let percent)) = figure.kind {
      if words.begins(with: "超"), !words.ends(with: "的") { return .excess(percent) }
      let isShare =
        words.ends(with: "的") && words.holds("完成") || words.begins(with: "为") && words.ends(with: "的")
        || words.begins(with: "完成") && !words.ends(with: "率") && !words.holds("超")
      return isShare ? .share(percent) : nil
    }
    guard words.begins(with: "比") || words.begins(with: "较") || words.begins(with: "超"),
      let quantity = ProseQuantity(figure), !quantity.unit.isEmpty,
      ["多", "少", "低", "高", "超", "超出", "超过", "多出", "增加", "减少", "节约", "低于"].contains(where: words.ends)
    else { return nil }
    return .difference(quantity)
  }

  private static let goalWords = ["任务", "目标", "计划", "指标值", "控制标准", "控制数", "控制目标", "标准"]

  /// 年度目标为新建道路42公里: what was to be done, under its name.
  fileprivate var toldGoals: [NamedQuantity] {
    guard passage.figures.contains(where: { $0.kind.extent != nil }) else { return [] }
    // 1.完成普查登记 is itself a goal, no heading on what was done.
    let above = passage.role == .headed ? passage.headings.dropLast() : passage.headings[...]
    let isHeaded =
      passage.isHeaded("目标", "任务", "计划")
      && !above.contains { $0.title.holds(anyOf: ["完成", "实施", "分析", "评价", "执行"]) }
    return passage.figures.compactMap { figure in
      guard let quantity = ProseQuantity.orGoal(figure), !quantity.unit.isEmpty else { return nil }
      let range = words(before: figure)
      let sentence = sentence(at: figure.range.lowerBound)
      let before = text(sentence.lowerBound..<figure.range.lowerBound)
      // Under a heading on goals 完成 says what is to be done.
      guard !before.holds(anyOf: ["实际", "已", "上年", "去年"]), isHeaded || !before.holds("完成"),
        isHeaded || before.holds(anyOf: ["目标", "任务", "计划"])
      else { return nil }
      let start = marks(in: range).last { $0.cue == .target }?.range.upperBound ?? range.lowerBound
      let name = name(in: start..<range.upperBound, before: figure).withoutTurn
      guard name.unicodeScalars.count >= 4 else { return nil }
      return NamedQuantity(
        name: name, quantity: quantity, text: quote(figure), place: .text(passage.place(figure.range)),
        annex: passage.annex)
    }
  }
}

extension Dossier {
  /// Comparisons with goals told elsewhere, in prose or in the rows of the indicators, that fit none of that name.
  var wrongGoalComparisons: [Finding] {
    let told = found(in: GoalComparison.finder)
    guard !told.isEmpty else { return [] }
    let prose = found(in: GoalComparison.goals)
    let lines = countedLines.compactMap { line in
      line.goal.map { (quantity: $0, place: Place.cell(line.address(.target))) }
    }
    return told.compactMap { comparison -> Finding? in
      func isMeant(_ goal: NamedQuantity) -> Bool {
        goal.quantity.unit == comparison.actual.quantity.unit && goal.isSame(as: comparison.actual)
      }
      let own = comparison.passage.passage.annex
      let goals =
        prose.filter { $0.annex == own && isMeant($0) }.compactMap { goal in goal.place.map { (goal, $0) } }
        + lines.filter { isMeant($0.quantity) }.map { ($0.quantity, $0.place) }
      guard let (goal, place) = goals.first, !goals.contains(where: { comparison.isRight(for: $0.0.quantity) }) else {
        return nil
      }
      let passage = comparison.passage
      let stated = passage.quote(comparison.stated)
      let working = "\(comparison.actual.text) 与目标 \(goal.text)"
      return Finding(
        at: [
          .text(passage.passage.place(comparison.stated.range)), .text(passage.passage.place(comparison.figure.range)),
          place,
        ],
        "所写 \(stated)，\(working)比较，应为 \(comparison.right(for: goal.quantity))。",
        derivation: "\(working) → \(comparison.right(for: goal.quantity)) ≠ \(stated)")
    }
  }
}

extension IndicatorLine {
  /// Its target under its name, where it is one number.
  fileprivate var goal: NamedQuantity? {
    let reading = PassageReading(cell: targetText)
    let found = reading.passage.figures.filter { $0.kind.extent != nil }
    guard found.count == 1, let quantity = ProseQuantity.orGoal(found[0]) else { return nil }
    // 每 before a name says nothing in prose.
    let name = name.folded.begins(with: "每") ? String(name.folded.dropFirst()) : name.folded
    return NamedQuantity(name: name, quantity: quantity, text: reading.quote(found[0]), place: nil)
  }
}

extension String {
  /// 年均浓度 of 年均浓度降至: how a goal is to be reached says nothing of what it is.
  fileprivate var withoutTurn: String {
    let turns = ["降至", "降到", "下降到", "下降至", "降低到", "控制在", "保持在", "稳定在", "提高到", "提升到", "增加到", "压减到", "压缩到", "控制"]
    return turns.first(where: ends).map { String(dropLast($0.count)) } ?? self
  }
}
