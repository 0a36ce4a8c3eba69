import Figures
import Reading
import Text

/// What was done beside what was to be done, in one sentence: 完成危桥改造9座，年度任务10座; 应完成10座，实际完成8座.
struct DonePair {
  let passage: PassageReading
  let goal: ProseQuantity
  let done: ProseQuantity
  /// What stands before what was done; empty where nothing names it.
  private let name: String
  private let sentence: String

  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures]) { read -> [DonePair] in
    let passage = read.passage
    return passage.figures.compactMap { DonePair(goal: $0, in: passage) }
  }

  init?(goal figure: WrittenFigure, in passage: PassageReading) {
    guard let goal = ProseQuantity.orGoal(figure), !goal.unit.isEmpty, passage.isGoalAlone(figure) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let figures = passage.figures(in: sentence).filter { $0.kind.extent != nil }
    guard let place = figures.firstIndex(of: figure) else { return nil }
    let near = [place - 1, place + 1].filter(figures.indices.contains).compactMap { ProseQuantity.orShare(figures[$0]) }
    guard
      let done = near.first(where: {
        $0.unit == goal.unit && passage.isDone($0.figure) && passage.isToldDone($0.figure, beside: figure)
      })
    else { return nil }
    (self.passage, self.goal, self.done) = (passage, goal, done)
    name = passage.name(before: done.figure)
    self.sentence = passage.text(sentence).folded
  }

  /// The same goal of the same thing, reached by another number.
  func contradicts(_ other: DonePair) -> Bool {
    passage.passage.annex == other.passage.passage.annex && goal.unit == other.goal.unit
      && goal.value.exact == other.goal.value.exact && done.value.relation(to: other.done.value) != .agree
      && (names(other) || other.names(self))
  }

  private func names(_ other: DonePair) -> Bool { name.unicodeScalars.count >= 4 && other.sentence.holds(name) }
}

extension PassageReading {
  /// 年度任务, 应完成: nothing that was.
  fileprivate func isGoalAlone(_ figure: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    return words.holds(anyOf: ["任务", "目标", "计划", "应"]) && !words.holds(anyOf: ["实际", "上年", "去年", "对应", "供应", "响应"])
  }

  /// Not itself a task that was handed out, nor a figure with a goal of something else in the bracket behind it:
  /// 康复82人（其中，辅具任务28人）.
  fileprivate func isToldDone(_ done: WrittenFigure, beside goal: WrittenFigure) -> Bool {
    if text(words(before: done)).withoutBlanks.holds(anyOf: ["完成", "实际", "已"]) { return true }
    let sentence = sentence(at: done.range.lowerBound)
    let before = text(sentence.lowerBound..<done.range.lowerBound)
    if before.holds("下达"), before.holds("任务"), before.holds(anyOf: ["即", "分别", "包括", ":"]) { return false }
    let between = scalars[done.range.upperBound..<max(done.range.upperBound, goal.range.lowerBound)]
    return between.count { $0 == "(" } <= between.count { $0 == ")" }
  }

  /// Nothing that makes it a goal, a change or what is left.
  fileprivate func isDone(_ figure: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    return !words.holds(anyOf: ["任务", "目标", "计划", "上年", "去年", "较", "比", "剩余", "还有", "尚", "未"])
      && !marks(in: self.words(before: figure)).contains { $0.cue == .rise || $0.cue == .fall }
  }
}
