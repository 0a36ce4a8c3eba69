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

  static let finder = PassageFinder(in: [.prose, .twoFigures]) { read -> [RowAmount] in
    let passage = read.passage
    let title = passage.passage.headings.last?.title.folded ?? ""
    var found: [RowAmount] = []
    for figure in passage.figures {
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

extension Dossier {
  /// Amounts of a project's own paragraph that its row in a table of projects gives otherwise.
  var wrongRowAmounts: [Finding] {
    let rows = tables(captioned: ["项目名称"]).flatMap(\.projectRows)
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
