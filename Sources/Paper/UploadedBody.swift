import OOXML
import Reading
import Text

/// The text of a report that was read from a file, set as this system sets reports.
struct UploadedBody {
  let content: ReportContent
  /// What stands above it already.
  let title: String

  func blocks() throws(WordTable.LayoutDefect) -> [WordBlock] {
    var blocks: [WordBlock] = []
    for block in content.blocks {
      switch block {
      case .title(let text):
        if text.bare != title.bare { blocks.append(.paragraph(Self.centred(text))) }
      case .heading(let text, let level):
        blocks.append(.paragraph(WordParagraph(text, style: .heading(min(max(level, 1), 3)))))
      case .paragraph(let text): blocks.append(.paragraph(WordParagraph(text, style: .bodyText)))
      case .table(let table):
        // Two tables without anything between would become one.
        if case .table? = blocks.last { blocks.append(.paragraph(WordParagraph("", style: .tableText))) }
        blocks.append(.table(try Self.table(table)))
      }
    }
    // A word processor wants a paragraph behind a table that ends a section.
    if case .table? = blocks.last { blocks.append(.paragraph(WordParagraph("", style: .tableText))) }
    return blocks
  }

  private static func centred(_ text: String) -> WordParagraph {
    WordParagraph(text, format: WordParagraphFormat(alignment: .center))
  }

  private static func table(_ table: ReportContent.Table) throws(WordTable.LayoutDefect) -> WordTable {
    let cells = table.rows.enumerated().flatMap { row, cells in
      cells.map { cell in
        PlacedWordCell(
          row: row, column: cell.columns.lowerBound, columnSpan: cell.columns.count,
          WordCell(cell.text.isEmpty ? "" : cell.text, style: .tableText))
      }
    }
    var rows = try WordTable.rows(table.rows.count, columns: table.columnCount, cells: cells, filler: filler)
    for index in rows.indices { rows[index].breaksAcrossPages = true }
    let widths = ColumnWidths(of: table).shared(WordPage.officialPortrait.textWidth)
    return WordTable(columnWidths: widths, rows: rows, cellMargins: FormTable.cellMargins)
  }

  private static let filler = WordCell("", style: .tableText)
}
