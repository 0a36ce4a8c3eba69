import OOXML
import Reading

/// A workbook as running text, sheet by sheet: what stands alone in a row above or below a table is a paragraph, all
/// else the cells of tables; a blank row parts tables. What is not shown is left out.
struct WorkbookText {
  private(set) var origins = WorkbookOrigins()
  private var text = String.UnicodeScalarView()
  private var count = 0
  private var blocks: [DraftBlock] = []

  init(_ workbook: SourceWorkbook) {
    for sheet in workbook.sheets where !sheet.isHidden { add(ShownSheet(sheet), of: sheet) }
  }

  /// The report, its blocks in order.
  func report(carrying traces: FileTraces? = nil) -> Report { Report(text, blocks, traces: traces) }

  private mutating func add(_ shown: ShownSheet, of sheet: SourceSheet) {
    for rows in shown.tables {
      let isLone = rows.map { row in row.count { $0.text != nil } == 1 }
      let start = isLone.firstIndex(of: false) ?? rows.count
      let end = isLone.lastIndex(of: false).map { $0 + 1 } ?? rows.count
      for row in rows[..<start] { addParagraphs(row, of: sheet) }
      if start < end { addTable(rows[start..<end], of: sheet) }
      for row in rows[max(start, end)...] { addParagraphs(row, of: sheet) }
    }
  }

  private mutating func addParagraphs(_ row: [ShownSheet.Cell], of sheet: SourceSheet) {
    for cell in row {
      for line in lines(of: cell) {
        let start = count
        write(line, from: cell, of: sheet)
        blocks.append(.paragraph(start..<count))
        write("\n")
      }
    }
  }

  private mutating func addTable(_ rows: ArraySlice<[ShownSheet.Cell]>, of sheet: SourceSheet) {
    let ranges = rows.map { row -> [Range<Int>] in
      let cells = row.map { cell -> Range<Int> in
        let start = count
        write("\t")
        for (number, line) in lines(of: cell).enumerated() {
          if number > 0 { write("\n") }
          write(line, from: cell, of: sheet)
        }
        let range = start..<count
        write("\n")
        return range
      }
      write("\n")
      return cells
    }
    blocks.append(.table(ranges, columns: rows.map { $0.map(\.columns) }))
  }

  /// Blank lines and tabs at the beginning of a line are left out, for they would mean something else.
  private func lines(of cell: ShownSheet.Cell) -> [Substring.UnicodeScalarView] {
    (cell.text ?? "").unicodeScalars.split { $0 == "\n" || $0 == "\r" }
      .filter { line in !line.allSatisfy(\.properties.isWhitespace) }.map { line in line.drop { $0 == "\t" } }
  }

  private mutating func write(_ line: Substring.UnicodeScalarView, from cell: ShownSheet.Cell, of sheet: SourceSheet) {
    let start = count
    for scalar in line { write(scalar) }
    origins.add(start..<count, TextOrigin(part: sheet.part, .init(sheet: sheet.name, reference: cell.place.reference)))
  }

  private mutating func write(_ sign: Unicode.Scalar) {
    text.append(sign)
    count += 1
  }
}

/// Leads from places in the running text of a workbook back to its cells.
struct WorkbookOrigins: Sendable {
  /// In the order of the text.
  private var stretches: [(range: Range<Int>, origin: TextOrigin)] = []

  mutating func add(_ range: Range<Int>, _ origin: TextOrigin) { stretches.append((range, origin)) }

  /// One for each cell that a stretch of the text touches.
  func origins(of range: Range<Int>) -> [TextOrigin] {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return stretches[low...].prefix { $0.range.lowerBound < range.upperBound }.map(\.origin)
  }
}
