import Figures
import Reading
import Text

extension PlainTable {
  /// A project's row, its budget and what was spent of it in 元.
  struct ProjectRow {
    let name: String
    let budget: (value: StatedAmount, cell: TextPart)
    let spent: (value: StatedAmount, cell: TextPart)
  }

  /// Every row under 项目名称 with one column of budgets and one of spending in 万元 or 元.
  var projectRows: [ProjectRow] {
    let columns = Array(0..<rows[0].cells.count)
    let captions = columns.map { caption($0) }
    let names = columns.filter { captions[$0].holds("项目名称") }
    let budgets = columns.filter { captions[$0].holds("预算") && !captions[$0].holds("率") }
    let spent = columns.filter { captions[$0].holds(anyOf: ["执行数", "支出", "决算"]) && !captions[$0].holds("率") }
    guard let name = names.first, names.count == 1, let budget = budgets.first, budgets.count == 1,
      let out = spent.first,
      spent.count == 1, let unit = unit(captions[budget]), unit == self.unit(captions[out])
    else { return [] }
    func amount(_ row: Row, _ column: Int) -> (StatedAmount, TextPart)? {
      guard let figure = row.numbers[column], let value = figure.rational.multiplied(by: unit),
        let slack = figure.halfStep.multiplied(by: unit)
      else { return nil }
      return (StatedAmount(value, slack: slack), row.cells[column])
    }
    return rows.compactMap { row in
      guard !row.isTotal, let first = amount(row, budget), let second = amount(row, out) else { return nil }
      return ProjectRow(name: row.cells[name].text.folded, budget: first, spent: second)
    }
  }

  private func unit(_ caption: String) -> Rational? {
    caption.holds("万元") ? Rational(10_000) : caption.holds("亿") ? nil : caption.holds("元") ? .one : nil
  }
}
