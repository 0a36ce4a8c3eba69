import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let f09CaptionYears = AuditRule(
    RuleCard(
      "F09", "表头年份与报告年度不符", severity: .error,
      why: "基础数据表比的是上年决算、本年预算和本年决算；表头年份不对，读的人不知道数是哪一年的，也可能整列就是往年的数。",
      remedy: "改正表头年份，并核对该列的数是不是那一年的。",
      sources: [.baseSheet("表头“上年决算数、本年预算数、本年决算数”")]
    ),
    method: """
      看各表中写有年份的“决算数”“预算数”表头。一行依次是决算、预算、决算的，应为上年、本年、本年，不同的逐格报告；\
      既有预算又有决算的，全文没有一个表头写本年，报告第一处。多年对比的表、报告年度不明的不看。
      """,
    examples: [
      .passes(.prose("基础数据表", "项目 | 2023年决算数 | 2024年预算数 | 2024年决算数", "公用经费 | 12 | 10 | 9")),
      .passes(
        .prose(
          "近三年收入", "项目 | 2022年决算数 | 2023年决算数 | 2024年决算数", "收入 | 12 | 10 | 9", "收支", "项目 | 2023年预算数 | 2023年决算数",
          "收入 | 8 | 9")),
      .fails(
        .prose("基础数据表", "项目 | ⟦2022年决算数⟧ | 2024年预算数 | ⟦2023年度决算数⟧", "公用经费 | 12 | 10 | 9"),
        .at("⟦2022年决算数⟧", "表头“2022年决算数”应为 2023 年。"), .at("⟦2023年度决算数⟧", "表头“2023年度决算数”应为 2024 年。")),
      .fails(
        .prose("收支情况表", "项目 | ⟦2023年预算数⟧ | 2023年决算数", "收入 | 12 | 10"),
        .at("⟦2023年预算数⟧", "表头“2023年预算数”不是报告年度 2024 年的。")),
      .cannotLook(.prose("绩效自评报告", "2022年决算数为10万元。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let year = dossier.filing.year
    let all = dossier.tables.flatMap { $0.rows.map(YearCaption.all) }
    let rows = all.filter { Set($0.map(\.kind)).count == 2 }
    guard year > 0, !rows.isEmpty else { return .notCheckable(missing: ["表头", "报告年度"]) }
    let misplaced = rows.filter { $0.map(\.kind) == [.final, .budget, .final] }.flatMap { row in
      zip(row, [year - 1, year, year]).compactMap { caption, right in
        caption.year == right
          ? nil
          : Finding(
            at: [.text(caption.place)], "表头“\(caption.words)”应为 \(right) 年。", derivation: "\(caption.year) ≠ \(right)")
      }
    }
    guard misplaced.isEmpty, let first = rows.first?.first, !all.joined().contains(where: { $0.year == year }) else {
      return Verdict(misplaced)
    }
    return .fail([
      Finding(
        at: [.text(first.place)], "表头“\(first.words)”不是报告年度 \(year) 年的。", derivation: "\(first.year) ≠ \(year)")
    ])
  }
}

/// 2024年预算数 above a column.
private struct YearCaption {
  enum Kind { case budget, final }
  let kind: Kind
  let year: Int
  let words: String
  let place: TextPlace

  /// Those of a row from left to right.
  static func all(in row: [TextPart]) -> [YearCaption] { row.compactMap(YearCaption.init) }

  private init?(_ cell: TextPart) {
    guard cell.text.holds("年") else { return nil }
    let words = cell.text.withoutBlanks
    guard words.scalarCount <= 14, words.holds("预算") != words.holds("决算"),
      let figure = WrittenFigure.found(in: words).first, figure.range.lowerBound == 0, let year = figure.calendarYear
    else { return nil }
    kind = words.holds("预算") ? .budget : .final
    self.year = year
    self.words = words
    place = TextPlace(.file, cell.place)
  }
}
