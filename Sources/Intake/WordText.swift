import OOXML
import Reading

/// A Word document as running text: a line for each paragraph, cells led by a tab, a blank line behind each row.
///
/// What a merge from above covers is a blank cell; automatic numbers stand before their paragraphs. A line break counts
/// as the end of a paragraph. Blank lines of a cell and tabs at the beginning of a line are left out, for they would
/// mean something else.
struct WordText {
  private(set) var text = String.UnicodeScalarView()
  private(set) var origins: WordOrigins
  private var count = 0
  private var blocks: [DraftBlock] = []

  init(_ document: SourceDocument) {
    origins = WordOrigins(part: document.parts.first?.name ?? "")
    for block in document.blocks { add(block) }
  }

  /// The report, its blocks in order.
  func report(carrying traces: FileTraces? = nil) -> Report { Report(text, blocks, traces: traces) }

  private mutating func add(_ block: SourceBlock) {
    switch block {
    case .paragraph(let paragraph):
      for line in lines(of: paragraph) {
        let start = count
        write(line, of: paragraph, in: nil)
        blocks.append(.paragraph(start..<count))
        write("\n")
      }
    case .table(let table): add(table)
    case .sectionEnd: break
    }
  }

  private mutating func add(_ table: SourceTable) {
    if table.isFrame { return addFrame(table) }
    var rows = [[SourceCell]](repeating: [], count: table.rowCount)
    for cell in table.cells { for row in cell.rows { rows[row].append(cell) } }
    rows = rows.map { $0.sorted { $0.columns.lowerBound < $1.columns.lowerBound } }
    var ranges: [[Range<Int>]] = []
    var columns: [[Range<Int>]] = []
    func end() {
      if !ranges.isEmpty { blocks.append(.table(ranges, columns: columns)) }
      (ranges, columns) = ([], [])
    }
    for (number, cells) in rows.enumerated() where !cells.isEmpty {
      ranges.append(
        cells.enumerated().map { column, cell in
          add(cell.rows.lowerBound == number ? cell : nil, .init(table: table.index, row: number, column: column))
        })
      columns.append(cells.map(\.columns))
      write("\n")
      // A table in a cell comes behind the row of this cell, and what follows is the rest.
      let inner = cells.filter { $0.rows.lowerBound == number }.flatMap(\.blocks.innerTables)
      if !inner.isEmpty { end() }
      for table in inner { add(table) }
    }
    end()
  }

  /// A table that only holds others: what stands in it, one behind the other.
  private mutating func addFrame(_ table: SourceTable) {
    for block in table.cells.flatMap(\.blocks) { add(block) }
  }

  /// A cell; nil for a place that another one covers.
  private mutating func add(_ cell: SourceCell?, _ place: TextOrigin.Cell) -> Range<Int> {
    let start = count
    write("\t")
    var isFirst = true
    for paragraph in cell?.blocks.ownParagraphs ?? [] {
      for line in lines(of: paragraph) where !line.isBlank {
        if !isFirst { write("\n") }
        write(line, of: paragraph, in: place)
        isFirst = false
      }
    }
    let range = start..<count
    write("\n")
    return range
  }

  private mutating func write(_ sign: Unicode.Scalar) {
    text.append(sign)
    count += 1
  }

  private mutating func write(_ line: Line, of paragraph: SourceParagraph, in cell: TextOrigin.Cell?) {
    let start = count
    if let label = line.label { for scalar in label { write(scalar) } }
    let textStart = count
    for scalar in line.scalars { write(scalar) }
    guard count > start else { return }
    origins.add(
      WordOrigins.Stretch(
        start: start, textStart: textStart, end: count, paragraph: paragraph, offset: line.offset, cell: cell))
  }

  /// What of a paragraph stands on one line.
  private struct Line {
    /// With the blank behind it.
    var label: String.UnicodeScalarView?
    /// Where in the paragraph's text it begins, in UTF-8.
    let offset: Int
    let scalars: Substring.UnicodeScalarView

    var isBlank: Bool { label == nil && scalars.allSatisfy(\.properties.isWhitespace) }
  }

  private func lines(of paragraph: SourceParagraph) -> [Line] {
    let scalars = paragraph.text.unicodeScalars
    var lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let kept = line.drop { $0 == "\t" }
      return Line(
        offset: paragraph.text.utf8.distance(from: paragraph.text.startIndex, to: kept.startIndex),
        scalars: Substring(kept).unicodeScalars)
    }
    if let label = paragraph.numbering?.label, !label.isEmpty { lines[0].label = (label + " ").unicodeScalars }
    return lines
  }
}

extension SourceTable {
  /// Rows of several cells, not a frame around a text.
  fileprivate var isLaidOut: Bool { rowCount >= 2 && columnCount >= 2 }
  /// One column, in which whole tables stand.
  fileprivate var isFrame: Bool { columnCount == 1 && cells.contains { !$0.blocks.innerTables.isEmpty } }
}

extension [SourceBlock] {
  /// The tables in a cell, those in frames included.
  fileprivate var innerTables: [SourceTable] {
    flatMap { block -> [SourceTable] in
      guard case .table(let table) = block else { return [] }
      return table.isLaidOut ? [table] : table.cells.flatMap(\.blocks.innerTables)
    }
  }

  /// The paragraphs of a cell without those of the tables in it; a frame around a text is part of it.
  fileprivate var ownParagraphs: [SourceParagraph] {
    flatMap { block -> [SourceParagraph] in
      switch block {
      case .paragraph(let paragraph): [paragraph]
      case .table(let table): table.isLaidOut ? [] : table.cells.flatMap(\.blocks.ownParagraphs)
      case .sectionEnd: []
      }
    }
  }
}
