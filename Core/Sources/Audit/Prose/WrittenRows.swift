import Figures
import Reading
import Rules
import Text

/// Rows of a table that became one line: 软件开发 预算180 执行171 执行率95%；硬件购置 预算220 执行209 执行率95%；合计 ….
struct WrittenRows {
  private struct Row {
    let text: String
    let budget: LabelledQuantity
    let spent: LabelledQuantity
    let rate: WrittenFigure?
  }

  /// Of their rates.
  static let rates = PassageFinder(in: [.prose, .threeFigures], holding: ["执行"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds("预算") else { return [] }
    let rows = passage.semicolonParts.prefix(mostRows).compactMap { row(in: $0, of: passage) }
    return rows.compactMap { wrongRate($0, in: passage) }
  }

  /// Of what the row 合计 says.
  static let totals = PassageFinder(in: [.prose, .threeFigures], holding: ["执行", "得分"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: ["合计", "总计"]) else { return [] }
    return wrongTotals(passage.semicolonParts.prefix(mostRows).compactMap { row(in: $0, of: passage) }, in: passage)
  }

  private static let mostRows = 60

  private static let columns = [
    (wholes: ["预算", "预算数"], parts: ["执行", "执行数", "支出", "实际支出"]),
    (wholes: ["分值", "满分", "权重"], parts: ["得分", "自评得分", "实得"]),
  ]

  /// nil for a part that tells of anything else, or in a unit: that is told in sentences.
  private static func row(in part: Range<Int>, of passage: PassageReading) -> Row? {
    let told = passage.labelledQuantities(in: part)
    let rates = passage.figures(in: part).filter(\.isPercent)
    guard told.count == 2, told.allSatisfy({ $0.unit.isEmpty }), rates.count <= 1,
      columns.contains(where: { column in
        column.wholes.contains(where: told[0].label.ends) && column.parts.contains(where: told[1].label.ends)
      }), told[0].value.exact > .zero
    else { return nil }
    return Row(text: passage.text(part).withoutBlanks, budget: told[0], spent: told[1], rate: rates.first)
  }

  private static func wrongRate(_ row: Row, in passage: PassageReading) -> Finding? {
    guard let figure = row.rate, case .percent(.number(let percent)) = figure.kind, figure.isUnbounded,
      passage.label(of: figure).ends(with: "率") || passage.label(of: figure).ends(with: "进度"),
      figure.range.lowerBound > row.spent.figure.range.lowerBound
    else { return nil }
    func exact(_ one: LabelledQuantity) -> StatedAmount { StatedAmount(one.value.exact, slack: .zero) }
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: exact(row.spent), whole: exact(row.budget)),
      working: "\(passage.quote(row.spent.figure)) ÷ \(passage.quote(row.budget.figure))",
      ranges: [row.budget.figure.range, row.spent.figure.range]
    ).look(at: figure, in: passage).finding
  }

  /// One column of the row 合计 comes out and the other one does not.
  private static func wrongTotals(_ rows: [Row], in passage: PassageReading) -> [Finding] {
    guard rows.count >= 3, let last = rows.last, ["合计", "总计"].contains(where: last.text.begins) else { return [] }
    let parts = rows.dropLast()
    func sum(_ column: (Row) -> LabelledQuantity) -> Rational? {
      parts.reduce(Optional(Rational.zero)) { $0?.adding(column($1).value.exact) }
    }
    guard let budget = sum(\.budget), let spent = sum(\.spent) else { return [] }
    let isRight = (budget == last.budget.value.exact, spent == last.spent.value.exact)
    guard isRight.0 != isRight.1 else { return [] }
    let wrong = isRight.0 ? last.spent : last.budget
    let right = (isRight.0 ? spent : budget).spoken(4)
    return [
      Finding(
        at: ([wrong] + parts.map { isRight.0 ? $0.spent : $0.budget }).map {
          .text(passage.passage.place($0.figure.range))
        },
        "前面各项之和 \(right)，所写合计 \(passage.quote(wrong.figure))。", derivation: "\(right) ≠ \(passage.quote(wrong.figure))")
    ]
  }
}
