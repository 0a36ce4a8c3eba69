import Figures
import Reading
import Rules
import Text

/// What prose tells that was spent on something a table has a row for: 档案数字化项目支出178.4万元.
struct NamedRowAmount {
  let passage: PassageReading
  let quantity: ProseQuantity
  /// The words before it up to 支出, folded.
  let name: String

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: ["支出"]) { read -> [NamedRowAmount] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard let quantity = ProseQuantity(figure), quantity.unit == "元" else { return nil }
      let range = passage.words(before: figure)
      let words = passage.text(range).bare
      guard let end = ["实际支出", "全年支出", "支出"].first(where: words.ends), words.unicodeScalars.count <= 24 else {
        return nil
      }
      let clause = passage.clause(at: figure.range.lowerBound)
      let isOther =
        passage.marks(in: range).contains { [.rise, .fall, .comparison].contains($0.cue) }
        || passage.figures(in: clause).contains { $0.year?.number(in: read.year).map { $0 != read.year } ?? false }
      let name = String(words.dropLast(end.count)).folded
      return isOther || name.isEmpty ? nil : NamedRowAmount(passage: passage, quantity: quantity, name: name)
    }
  }
}

extension Dossier {
  /// Amounts of prose that the row of the same name gives otherwise.
  var wrongNamedAmounts: [Finding] {
    guard !tables.isEmpty else { return [] }
    let spent = allTables.flatMap { $0.spentRows(isInTenThousand: tellsInTenThousand) }
    let told = spent.isEmpty ? [] : found(in: NamedRowAmount.finder)
    return told.compactMap { told in
      let own = spent.filter { row in
        row.name.unicodeScalars.count >= 4 && (told.name == row.name || told.name == row.name + "项目")
      }
      guard own.count == 1, let row = own.first, told.quantity.value.relation(to: row.value) != .agree else {
        return nil
      }
      let quoted = told.passage.quote(told.quantity.figure)
      return Finding(
        at: [.text(told.passage.passage.place(told.quantity.figure.range)), .text(TextPlace(.file, row.cell.place))],
        "正文“\(row.name)”支出 \(quoted)，表中为 \(row.cell.text.bare)。", derivation: "\(quoted) ≠ \(row.cell.text.bare)")
    }
  }

  /// Prose tells the total of a column in 万元.
  private func tellsInTenThousand(_ total: Figure) -> Bool {
    guard let value = total.rational.multiplied(by: Rational(10_000)) else { return false }
    return statements.amounts.contains { $0.amount.value == value }
  }
}

extension PlainTable {
  fileprivate typealias SpentRow = (name: String, value: StatedAmount, cell: TextPart)

  /// Every row with a name and one column of what was spent; without a unit above it, prose must tell its total.
  fileprivate func spentRows(isInTenThousand: (Figure) -> Bool) -> [SpentRow] {
    let columns = Array(0..<rows[0].cells.count)
    let captions = columns.map { caption($0) }
    let names = columns.filter { captions[$0].holds(anyOf: ["项目名称", "项目", "名称"]) && !captions[$0].holds("支出") }
    let spent = columns.filter {
      captions[$0].holds(anyOf: ["执行数", "支出", "决算"]) && !captions[$0].holds(anyOf: ["率", "预算数", "占比", "项目"])
    }
    guard let name = names.first, let out = spent.first, spent.count == 1 else { return [] }
    let above = captions[out]
    let total = rows.last { $0.isTotal }?.numbers[out] ?? nil
    let told =
      above.holds("万元")
      ? Rational(10_000) : above.holds("元") ? .one : total.map(isInTenThousand) == true ? Rational(10_000) : nil
    guard let unit = told else { return [] }
    return rows.compactMap { row in
      guard !row.isTotal, let figure = row.numbers[out], let value = figure.rational.multiplied(by: unit),
        let slack = figure.halfStep.multiplied(by: unit)
      else { return nil }
      return (row.cells[name].text.folded, StatedAmount(value, slack: slack), row.cells[out])
    }
  }

  /// Shares of the total that one column gives in most rows and does not give in one.
  var wrongShares: [Slip] {
    let width = rows[0].cells.count
    return (0..<width).filter { caption($0).holds(anyOf: ["占比", "比重", "占总"]) }.flatMap { column -> [Slip] in
      var best: (slips: [Slip], right: Int) = ([], 0)
      for part in 0..<width where part != column {
        let found = shares(column, of: part)
        if found.right > best.right { best = found }
      }
      return best.right >= 3 && best.slips.count == 1 ? best.slips : []
    }
  }

  private func shares(_ column: Int, of part: Int) -> (slips: [Slip], right: Int) {
    guard let last = rows.last(where: \.isTotal), let total = last.numbers[part], !total.isZero else { return ([], 0) }
    var (slips, right) = ([Slip](), 0)
    for row in rows where !row.isTotal {
      guard let share = row.numbers[column], let number = row.numbers[part],
        let quotient = number.rational.divided(by: total.rational)?.multiplied(by: Rational(100)),
        let gap = quotient.subtracting(share.rational)?.magnitude, let step = share.halfStep.adding(share.halfStep)
      else { continue }
      if gap <= step {
        right += 1
      } else {
        slips.append(
          Slip(cell: row.cells[column], name: row.label, right: quotient, from: [row.cells[part], last.cells[part]]))
      }
    }
    return (slips, right)
  }
}
