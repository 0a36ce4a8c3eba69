import Figures
import Reading
import Rules
import Text

/// A row of a table with a goal in words and what was done of it, less than the goal, maybe with full points or 已完成 for it.
struct GoalRow {
  let goal: (cell: TextPart, text: String)
  let actual: (cell: TextPart, text: String)
  let name: String
  /// 得满分 25 分, 写“已完成”; nil where the row admits it.
  let claim: (cell: TextPart, text: String)?

  /// nil where the row admits it.
  var finding: Finding? {
    guard let claim else { return nil }
    return Finding(
      at: [actual.cell, goal.cell, claim.cell].map { .text(TextPlace(.file, $0.place)) },
      "表中“\(name)”目标 \(goal.text)，完成 \(actual.text)，没有达到，却\(claim.text)。",
      derivation: "\(actual.text) / \(goal.text)")
  }

  /// Words elsewhere that all goals were reached.
  func denial(of words: String, at place: Place) -> Finding {
    Finding(
      at: [place] + [actual.cell, goal.cell].map { .text(TextPlace(.file, $0.place)) },
      "写“\(words)”，而表中“\(name)”目标 \(goal.text)，完成 \(actual.text)，没有达到。",
      derivation: "\(actual.text) / \(goal.text)")
  }
}

extension PlainTable {
  /// Rows below captions of goals and of what was done.
  var goalRows: [GoalRow] {
    let columns = 0..<rows[0].cells.count
    // Cells of words are no captions, however many rows there are of them.
    let captions = columns.map { rows[0].cells[$0].text.bare }
    guard
      let goal = columns.first(where: { column in
        captions[column].holds(anyOf: ["年度目标", "绩效目标", "目标任务", "主要任务", "工作任务", "目标内容", "任务内容", "主要内容"])
          && !captions[column].holds(anyOf: ["值", "率", "完成"])
      }),
      let done = columns.first(where: { captions[$0].holds("完成") && !captions[$0].holds("率") && $0 != goal })
    else { return [] }
    let score = columns.first { captions[$0].holds("得分") && !captions[$0].holds("率") }
    let worth = columns.first { captions[$0].holds(anyOf: ["权重", "分值", "满分"]) }
    return rows.flatMap { row -> [GoalRow] in
      row.isTotal ? [] : unmet(row.cells[goal], row.cells[done], claim(of: row, score, worth, goal: goal))
    }
  }

  private func claim(of row: Row, _ score: Int?, _ worth: Int?, goal: Int) -> (TextPart, String)? {
    if let score, let worth, let earned = row.numbers[score], let most = row.numbers[worth], !most.isZero {
      return earned.rational == most.rational ? (row.cells[score], "得满分 \(earned) 分") : nil
    }
    let states = ["完成", "已完成", "达标", "已达标", "全部完成", "已全部完成", "圆满完成"]
    return row.cells.indices.first { $0 != goal && states.contains(row.cells[$0].text.bare) }
      .map { (row.cells[$0], "写“\(row.cells[$0].text.bare)”") }
  }

  private func unmet(_ goal: TextPart, _ done: TextPart, _ claim: (TextPart, String)?) -> [GoalRow] {
    let (wanted, told) = (PassageReading(cell: goal.text), PassageReading(cell: done.text))
    let actuals = told.passage.figures.compactMap { figure in
      ProseQuantity.orShare(figure).map { (name: told.name(before: figure), quantity: $0, text: told.quote(figure)) }
    }
    return wanted.passage.figures.compactMap { figure -> GoalRow? in
      guard let quantity = ProseQuantity.orGoal(figure), !quantity.unit.isEmpty else { return nil }
      let name = wanted.name(before: figure).withoutGoalWord
      let isCeiling = figure.bound == .atMost || figure.bound == .below
      let same = actuals.filter { $0.name.isExactly(name) && $0.quantity.unit == quantity.unit }
      guard name.unicodeScalars.count >= 2, same.count == 1, let actual = same.first,
        actual.quantity.value.relation(to: quantity.value) == (isCeiling ? .above : .below),
        // Without a bound what is better lower cannot be told from what is better higher.
        figure.bound != nil
          || !name.holds(anyOf: ["成本", "费用", "单价", "差错", "事故", "投诉", "死亡", "能耗", "排放", "损耗", "下降", "降低"])
      else { return nil }
      return GoalRow(
        goal: (goal, wanted.quote(figure)), actual: (done, actual.text), name: name,
        claim: claim.map { (cell: $0.0, text: $0.1) })
    }
  }
}

extension String {
  /// 开放率 of 开放率达到.
  fileprivate var withoutGoalWord: String {
    ["达到", "不低于", "达", "为"].first(where: ends).map { String(dropLast($0.count)) } ?? self
  }
}
