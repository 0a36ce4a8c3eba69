import Figures
import Reading
import Rules
import Text

/// What a paragraph under a project's own heading tells of its budget and of what was spent.
struct RowAmount {
  let passage: PassageReading
  let figure: WrittenFigure
  let isSpent: Bool
  let value: StatedAmount
  /// The heading's title, empty without one.
  let title: String

  static let finder = PassageFinder { read -> [RowAmount] in
    let passage = read.passage
    guard passage.passage.role != .cell, passage.passage.figures.count >= 2 else { return [] }
    let title = passage.passage.headings.last?.title.folded ?? ""
    var found: [RowAmount] = []
    for figure in passage.passage.figures {
      guard let quantity = ProseQuantity(figure), quantity.unit == "元" else { continue }
      let words = passage.text(passage.words(before: figure)).withoutBlanks
      let isSpent = spent.contains(words)
      guard isSpent || budgets.contains(words), !found.contains(where: { $0.isSpent == isSpent }) else { continue }
      found.append(
        RowAmount(
          passage: passage, figure: figure, isSpent: isSpent, value: quantity.value, title: title))
    }
    // A budget beside it shows that what was spent is of the whole project.
    return found.count == 2 ? found : []
  }

  private static let spent: Set<String> = ["支出", "实际支出", "全年支出", "执行", "实际执行", "全年执行", "执行数"]
  private static let budgets: Set<String> = ["项目预算", "预算", "年初预算", "全年预算", "预算数", "项目预算数"]
}

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

extension Dossier {
  /// Amounts of a project's own paragraph that its row in a table of projects gives otherwise.
  var wrongRowAmounts: [Finding] {
    let rows = tables.filter { $0.rows.prefix(3).joined().contains { $0.text.holds("项目名称") } }
      .compactMap { PlainTable($0.rows) }.flatMap(\.projectRows)
    let told = rows.isEmpty ? [] : found(in: RowAmount.finder)
    let passages = told.isEmpty ? [] : narrative.passages
    return told.compactMap { told in
      // 2.5 网络舆情服务 on a line of its own is a heading as well.
      let place = passages.firstIndex { $0.place == told.passage.passage.place } ?? 0
      let above = place > 0 ? passages[place - 1].text.folded.drop { $0.isNumber } : ""
      func named(_ title: String) -> [PlainTable.ProjectRow] {
        rows.filter { $0.name.unicodeScalars.count >= 4 && (title == $0.name || title == $0.name + "项目") }
      }
      let nearest = named(String(above))
      let own = nearest.isEmpty ? named(told.title) : nearest
      guard own.count == 1, let row = own.first else { return nil }
      let right = told.isSpent ? row.spent : row.budget
      guard told.value.relation(to: right.value) != .agree else { return nil }
      let quoted = told.passage.quote(told.figure)
      return Finding(
        at: [.text(told.passage.passage.place(told.figure.range)), .text(TextPlace(.file, right.cell.place))],
        "正文“\(row.name)”\(told.isSpent ? "支出" : "预算") \(quoted)，表中为 \(right.cell.text.bare)。",
        derivation: "\(quoted) ≠ \(right.cell.text.bare)")
    }
  }
}
