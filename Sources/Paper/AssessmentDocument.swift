public import Evaluation
public import OOXML

/// 自评工作考核评分表 of a filing as it is printed: every criterion with its points, what was given, and why.
public struct AssessmentDocument: Sendable {
  /// Ready to be written out: see `WordDocument.bytes`.
  public let word: WordDocument

  /// `marks` by the criteria's ids; what is not marked yet stays blank. `total` is printed as it is.
  public init(
    _ table: WorkAssessment, marks: [String: WorkMark], total: String, unit: String, year: Int,
    fonts: PaperFonts = .standard
  ) {
    let rows = [Self.heading] + Self.rows(table, marks) + [Self.sum(table, total)]
    let width = WordPage.officialPortrait.textWidth.twips
    let widths = Self.shares.map { Length.twips(width * $0 / 100) }
    let blocks: [WordBlock] = [
      .paragraph(WordParagraph(table.title, style: .annexTitle)),
      .paragraph(
        WordParagraph(
          "单位：\(unit)　　年度：\(year)", style: .tableNote, format: WordParagraphFormat(alignment: .left))),
      .table(WordTable(columnWidths: widths, rows: rows, cellMargins: FormTable.cellMargins)),
    ]
    word = WordDocument(
      sections: [
        WordSection(
          blocks, page: .officialPortrait, footer: .dashedPageNumbers(font: WordFont(fonts.pageNumber)),
          firstPageNumber: 1)
      ], styles: PaperStyles.all(fonts), title: table.title, fontAlternatives: fonts.alternatives)
  }

  /// The .docx file: the same marks give the same bytes.
  public func bytes() -> [UInt8] { word.bytes() }

  /// Hundredths of the text's width.
  private static let shares = [11, 14, 39, 8, 8, 20]

  private static let heading = WordRow(
    ["一级指标", "二级指标", "评分标准", "分值", "得分", "说明"].map { WordCell($0, style: .tableHeading) }, repeatsAsHeader: true)

  private static func rows(_ table: WorkAssessment, _ marks: [String: WorkMark]) -> [WordRow] {
    var before: WorkAssessment.Row?
    return table.rows.map { row in
      defer { before = row }
      let isSameFirst = before?.first == row.first
      let isSameSecond = isSameFirst && before?.second == row.second
      let mark = marks[row.id]
      return WordRow(
        [
          merged("\(row.first)（\(points(of: table) { $0.first == row.first })分）", goesOn: isSameFirst),
          merged(
            "\(row.second)（\(points(of: table) { $0.first == row.first && $0.second == row.second })分）",
            goesOn: isSameSecond),
          left(row.criterion), WordCell("\(row.points)", style: .tableText),
          WordCell(mark?.points ?? "", style: .tableText), left(mark?.reason ?? ""),
        ], breaksAcrossPages: true)
    }
  }

  private static func points(of table: WorkAssessment, where isCounted: (WorkAssessment.Row) -> Bool) -> Int {
    table.rows.filter(isCounted).reduce(0) { $0 + $1.points }
  }

  private static func sum(_ table: WorkAssessment, _ total: String) -> WordRow {
    WordRow([
      WordCell("合计", style: .tableHeading, columnSpan: 3),
      WordCell("\(points(of: table) { _ in true })", style: .tableText), WordCell(total, style: .tableText),
      WordCell("", style: .tableText),
    ])
  }

  /// One cell over all rows that say the same.
  private static func merged(_ text: String, goesOn: Bool) -> WordCell {
    WordCell(goesOn ? "" : text, style: .tableText, verticalMerge: goesOn ? .continue : .restart)
  }

  private static func left(_ text: String) -> WordCell {
    WordCell([
      .paragraph(WordParagraph(text, style: .tableText, format: WordParagraphFormat(alignment: .left)))
    ])
  }
}
