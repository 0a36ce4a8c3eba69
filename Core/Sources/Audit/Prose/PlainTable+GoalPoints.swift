import Figures
import Reading
import Rules
import Text

extension PlainTable {
  /// Rows that say what a goal is worth, 年度目标2（50分）, over indicators whose points make up something else.
  var wrongGoalPoints: [Finding] {
    let goals = table.indices.compactMap { index in Goal(table[index]).map { (index: index, goal: $0) } }
    guard goals.count >= 2 else { return [] }
    let sums = goals.enumerated().map { number, goal in
      points(below: goal.index, upTo: number + 1 < goals.count ? goals[number + 1].index : table.count)
    }
    // Only where another one comes out is the worth that of the indicators below.
    guard zip(goals, sums).contains(where: { $0.goal.worth == $1?.sum }) else { return [] }
    return zip(goals, sums).compactMap { goal, told in
      guard let told, told.sum != goal.goal.worth else { return nil }
      return Finding(
        at: ([goal.goal.cell] + told.cells).map { .text(TextPlace(.file, $0.place)) },
        "“\(goal.goal.cell.text.withoutBlanks)”下各指标分值合计 \(told.sum.spoken(2)) 分。",
        derivation: "\(told.sum.spoken(2)) ≠ \(goal.goal.worth.spoken(2))")
    }
  }

  private struct Goal {
    let cell: TextPart
    let worth: Rational

    /// nil for a row of something else.
    init?(_ row: [TextPart]) {
      guard let cell = row.first(where: { !$0.isEmpty }),
        cell.text.bare.begins(with: "年度目标") || cell.text.bare.begins(with: "绩效目标"),
        let worth = cell.text.bare.pointsInBracket.flatMap({ try? Figure(reading: $0) })
      else { return nil }
      (self.cell, self.worth) = (cell, worth.rational)
    }
  }

  /// What stands under 分值 in the rows behind the captions there; nil where a cell holds no number.
  private func points(below start: Int, upTo end: Int) -> (sum: Rational, cells: [TextPart])? {
    guard let captions = (start + 1..<end).first(where: { table[$0].contains { $0.text.bare == "分值" } }),
      let column = table[captions].firstIndex(where: { $0.text.bare == "分值" })
    else { return nil }
    let below = table[(captions + 1)..<end].prefix { $0.count == table[captions].count && !$0[column].isEmpty }
      .map { $0[column] }
    let numbers = below.compactMap { try? Figure(reading: $0.text.bare) }
    guard numbers.count >= 2, numbers.count == below.count else { return nil }
    return (numbers.reduce(Rational.zero) { $0.adding($1.rational) ?? $0 }, below)
  }
}

extension String {
  /// 50 of 年度目标2(50分).
  fileprivate var pointsInBracket: String? {
    guard let open = unicodeScalars.lastIndex(of: "("), let end = unicodeScalars.lastIndex(of: "分"), open < end else {
      return nil
    }
    return String(unicodeScalars[unicodeScalars.index(after: open)..<end])
  }
}
