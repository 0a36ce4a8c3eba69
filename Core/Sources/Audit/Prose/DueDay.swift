import Figures
import Reading
import Rules
import Text

/// A day before which something was to be done, and a later one on which it was, told under the same name and called in
/// time: 年报于3月31日前上报 and 年报于4月8日上报，按时完成.
struct DueDay {
  fileprivate let passage: PassageReading
  fileprivate let figure: WrittenFigure
  fileprivate let date: WrittenDate
  /// What is done: the words before the day and the first behind it.
  fileprivate let name: String
  fileprivate let verb: String

  /// The days by which something was to be done.
  static let due = PassageFinder(in: [.prose, .figure]) { read in days(in: read.passage, isDue: true) }
  /// Days on which something was done that is called in time.
  static let told = PassageFinder(in: [.prose, .figure]) { read in days(in: read.passage, isDue: false) }

  private static func days(in passage: PassageReading, isDue: Bool) -> [DueDay] {
    guard passage.passage.text.holds("月"),
      isDue ? passage.passage.text.holds("前") : passage.passage.text.holds(anyOf: inTime)
    else { return [] }
    return passage.figures.compactMap { figure in
      guard case .date(let date) = figure.kind, date.month != nil else { return nil }
      let clause = passage.clause(at: figure.range.lowerBound)
      var behind = passage.text(clause.rest(behind: figure.range)).withoutBlanks
      var isBefore = passage.text(figure.range).ends(with: "前")
      if let end = ["之前", "以前", "前"].first(where: behind.begins) {
        (isBefore, behind) = (true, String(behind.dropFirst(end.count)))
      }
      guard isBefore == isDue else { return nil }
      let before = passage.text(clause.lowerBound..<figure.range.lowerBound).folded
      guard let link = ["应于", "须于", "需于", "计划于", "于", "在", "应在", "须在"].first(where: before.ends) else { return nil }
      let name = before.dropLast(link.count).drop(while: \.isNumber)
      let verb = behind.prefix { $0 != "了" }
      guard name.unicodeScalars.count >= 3, verb.unicodeScalars.count >= 2 else { return nil }
      if !isDue {
        let sentence = passage.text(passage.sentence(at: figure.range.lowerBound))
        guard sentence.holds(anyOf: inTime), !sentence.holds(anyOf: ["未", "延", "推迟", "批准", "同意"]) else { return nil }
      }
      return DueDay(passage: passage, figure: figure, date: date, name: String(name), verb: String(verb))
    }
  }

  private static let inTime = ["按时", "按期", "如期", "及时", "提前", "准时"]

  fileprivate func isSame(as other: DueDay) -> Bool {
    name.isExactly(other.name) && verb.prefix(2) == other.verb.prefix(2)
      && passage.passage.annex == other.passage.passage.annex
  }
}

extension Dossier {
  /// What was done later than it was due, though it is called in time.
  var lateDays: [Finding] {
    let told = found(in: DueDay.told)
    guard !told.isEmpty else { return [] }
    let due = found(in: DueDay.due)
    return told.compactMap { day in
      guard let goal = due.first(where: { $0.isSame(as: day) }), day.date.isAfter(goal.date) else { return nil }
      let quotes = [day, goal].map { $0.passage.quote($0.figure) }
      return Finding(
        at: [day, goal].map { .text($0.passage.passage.place($0.figure.range)) },
        "要求 \(quotes[1].ends(with: "前") ? quotes[1] : quotes[1] + "前")，实际 \(quotes[0])，晚于要求，却写按时完成，请核对。",
        derivation: "\(quotes[0]) > \(quotes[1])")
    }
  }
}
