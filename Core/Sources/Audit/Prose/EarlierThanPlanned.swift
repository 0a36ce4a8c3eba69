import Figures
import Reading
import Rules
import Text

/// Two days of one sentence, the one that was planned and a later one on which it was done, with the word that it was
/// early: 于2024年11月20日完工，比计划的2024年10月31日提前.
struct EarlierThanPlanned {
  static let finder = PassageFinder(in: [.prose, .noPlans], holding: ["提前", "推迟", "延后", "滞后", "延迟"]) {
    read -> [Finding] in
    let passage = read.passage
    return passage.semicolonParts.compactMap { finding(in: $0, of: passage) ?? delay(in: $0, of: passage) }
  }

  private static let plans = ["计划", "要求", "合同", "约定", "规定", "目标", "原定"]

  /// Later than planned, though the day is an earlier one: 于10月28日完工，比计划的11月9日推迟12天.
  private static func delay(in sentence: Range<Int>, of passage: PassageReading) -> Finding? {
    let words = passage.text(sentence)
    guard words.holds(anyOf: ["推迟", "延后", "滞后", "延迟"]), !words.holds("提前"),
      let (plan, actual) = planAndActual(in: sentence, of: passage), isAfter(plan.1, actual.1)
    else { return nil }
    let between = passage.text(
      min(plan.0.range.upperBound, actual.0.range.upperBound)..<max(plan.0.range.lowerBound, actual.0.range.lowerBound))
    // 原定8月底，因故推迟，于…: the plan was told anew.
    guard between.unicodeScalars.count <= 16 else { return nil }
    let quotes = [actual, plan].map { passage.quote($0.0) }
    return Finding(
      at: [actual, plan].map { .text(passage.passage.place($0.0.range)) },
      "写推迟，而计划 \(quotes[1])，实际 \(quotes[0])，早于计划，请核对。", derivation: "\(quotes[0]) < \(quotes[1])")
  }

  private typealias Day = (WrittenFigure, WrittenDate)

  /// The only two days told, one of them planned.
  private static func planAndActual(in sentence: Range<Int>, of passage: PassageReading) -> (plan: Day, actual: Day)? {
    let days = passage.figures(in: sentence).compactMap { figure -> Day? in
      guard case .date(let date) = figure.kind, date.month != nil else { return nil }
      // When it was begun tells nothing of when it was to end.
      let clause = passage.text(passage.clause(at: figure.range.lowerBound))
      return clause.holds(anyOf: ["开工", "动工", "启动", "签订", "进场"]) ? nil : (figure, date)
    }
    guard days.count == 2 else { return nil }
    let planned = days.filter { isPlanned($0.0, in: passage) }
    guard planned.count == 1, let plan = planned.first, let actual = days.first(where: { $0.0 != plan.0 }) else {
      return nil
    }
    return (plan, actual)
  }

  /// Without years, both are of one.
  private static func isAfter(_ one: WrittenDate, _ other: WrittenDate) -> Bool {
    if one.isAfter(other) { return true }
    guard one.year == nil, other.year == nil, let month = one.month, let day = one.day, let second = other.month,
      let last = other.day
    else { return false }
    return (month, day) > (second, last)
  }

  private static func finding(in sentence: Range<Int>, of passage: PassageReading) -> Finding? {
    let words = passage.text(sentence)
    guard words.holds("提前"), !words.holds(anyOf: ["提前谋划", "提前介入", "提前下达", "提前开展", "提前准备", "未提前", "没有提前"]) else {
      return nil
    }
    guard let (plan, actual) = planAndActual(in: sentence, of: passage), isAfter(actual.1, plan.1) else { return nil }
    let quotes = [actual, plan].map { passage.quote($0.0) }
    let claim = claimOfEarliness(behind: [actual, plan].map(\.0), in: sentence, of: passage)
    return Finding(
      at: ([actual, plan].map(\.0.range) + claim).map { .text(passage.passage.place($0)) },
      "写提前完成，而计划 \(quotes[1])，实际 \(quotes[0])，晚于计划，请核对。", derivation: "\(quotes[0]) > \(quotes[1])")
  }

  /// The clause that says it was early, where it stands behind both days.
  private static func claimOfEarliness(
    behind days: [WrittenFigure], in sentence: Range<Int>, of passage: PassageReading
  ) -> [Range<Int>] {
    guard let end = days.map(\.range.upperBound).max(), end < sentence.upperBound else { return [] }
    return passage.clauses.filter { clause in
      sentence.contains(clause.lowerBound) && clause.lowerBound >= end && passage.text(clause).holds("提前")
    }
  }

  private static func isPlanned(_ figure: WrittenFigure, in passage: PassageReading) -> Bool {
    let clause = passage.clause(at: figure.range.lowerBound)
    return passage.text(clause.lowerBound..<figure.range.lowerBound).holds(anyOf: plans)
  }
}
