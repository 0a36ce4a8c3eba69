import Figures
import Reading
import Rules
import Text

/// By how much something lies from its goal, told the wrong way round: 目标≤15分钟，实际18分钟，比目标缩短3分钟.
struct GoalTurn {
  static let finder = PassageFinder(in: .threeFigures, holding: goals) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  /// nil where the direction is right for anything told before.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let change = ProseQuantity(figure), !change.unit.isEmpty else { return nil }
    let range = passage.words(before: figure)
    let words = passage.text(range).bare
    guard let lead = ["比", "较"].first(where: words.begins), words.unicodeScalars.count <= 10, words.holds(anyOf: goals),
      let turn = turns.first(where: { words.ends(with: $0.word) }), !lead.isEmpty
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let told = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    let wanted = told.filter { one in passage.text(passage.words(before: one)).holds(anyOf: goals) }
      .compactMap(ProseQuantity.orGoal).filter { $0.unit == change.unit }
    let reached = told.filter { one in !passage.text(passage.words(before: one)).holds(anyOf: goals) }
      .compactMap { ProseQuantity($0) }.filter { $0.unit == change.unit }
    guard wanted.count == 1, reached.count == 1, let goal = wanted.first, let actual = reached.first,
      actual.value.gap(to: goal.value).with(actual.value.slack, goal.value.slack).relation(to: change.value) == .agree,
      actual.value.relation(to: goal.value) == (turn.isMore ? .below : .above)
    else { return nil }
    let quotes = [actual, goal].map { passage.quote($0.figure) }
    return Finding(
      at: [range.lowerBound..<figure.range.upperBound, actual.figure.range, goal.figure.range].map {
        .text(passage.passage.place($0))
      },
      "写\(turn.word)，\(quotes[0]) 比 \(quotes[1]) \(turn.isMore ? "少" : "多")，方向相反。",
      derivation: "\(quotes[0]), \(quotes[1])")
  }

  private static let goals = ["目标", "计划", "任务", "规定", "要求", "指标值", "承诺", "定额"]
  private static let turns: [(word: String, isMore: Bool)] = [
    ("缩短", false), ("减少", false), ("降低", false), ("少", false), ("低", false), ("提前", false), ("节约", false),
    ("下降", false),
    ("增加", true), ("超出", true), ("超", true), ("多", true), ("提高", true), ("高", true), ("延长", true), ("高出", true),
  ]
}
