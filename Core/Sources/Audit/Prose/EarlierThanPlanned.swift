import Figures
import Reading
import Rules
import Text

/// Two days of one sentence, the one that was planned and a later one on which it was done, with the word that it was
/// early: 于2024年11月20日完工，比计划的2024年10月31日提前.
struct EarlierThanPlanned {
  static let finder = PassageFinder(in: [.prose, .noPlans]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds("提前") else { return [] }
    return passage.sentences.compactMap { finding(in: $0, of: passage) }
  }

  private static let plans = ["计划", "要求", "合同", "约定", "规定", "目标", "原定"]

  private static func finding(in sentence: Range<Int>, of passage: PassageReading) -> Finding? {
    let words = passage.text(sentence)
    guard words.holds("提前"), !words.holds(anyOf: ["提前谋划", "提前介入", "提前下达", "提前开展", "提前准备", "未提前", "没有提前"]) else {
      return nil
    }
    let days = passage.figures(in: sentence).compactMap { figure -> (WrittenFigure, WrittenDate)? in
      guard case .date(let date) = figure.kind, date.month != nil else { return nil }
      return (figure, date)
    }
    guard days.count == 2 else { return nil }
    let planned = days.filter { isPlanned($0.0, in: passage) }
    let done = days.filter { !isPlanned($0.0, in: passage) }
    guard let plan = planned.first, let actual = done.first, planned.count == 1, actual.1.isAfter(plan.1) else {
      return nil
    }
    let quotes = [actual, plan].map { passage.quote($0.0) }
    return Finding(
      at: [actual, plan].map { .text(passage.passage.place($0.0.range)) },
      "写提前完成，而计划 \(quotes[1])，实际 \(quotes[0])，晚于计划，请核对。", derivation: "\(quotes[0]) > \(quotes[1])")
  }

  private static func isPlanned(_ figure: WrittenFigure, in passage: PassageReading) -> Bool {
    let clause = passage.clause(at: figure.range.lowerBound)
    return passage.text(clause.lowerBound..<figure.range.lowerBound).holds(anyOf: plans)
  }
}
