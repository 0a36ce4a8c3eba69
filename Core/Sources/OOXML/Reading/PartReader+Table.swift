extension PartReader {
  /// A cell as the file has it, before merged cells are put together.
  struct PhysicalCell {
    enum Merge { case none, restart, `continue` }

    let columns: Range<Int>
    let vertical: Merge
    let horizontal: Merge
    let blocks: [SourceBlock]
  }

  /// More than any program allows; spans are cut to it.
  static let columnLimit = 256
  /// Places of the grid of one table, covered or not.
  static let placeLimit = 4 << 20

  /// `<w:tbl>`
  mutating func readTable() throws(XMLDefect) -> SourceTable {
    let index = tableCount
    tableCount += 1
    var grid = TableGrid()
    let start = xml.eventStart
    try readRows(into: &grid)
    guard grid.rowCount * grid.columnCount <= Self.placeLimit else { throw .excessive(start) }
    for text in grid.coveredTexts { traces.hiddenTexts.append(.init(text: text.text, place: place(text.paragraph))) }
    return SourceTable(index: index, rowCount: grid.rowCount, columnCount: grid.columnCount, cells: grid.cells())
  }

  private mutating func readRows(into grid: inout TableGrid) throws(XMLDefect) {
    while true {
      switch try xml.next() {
      case .end, .finished: return
      case .text: break
      case .start:
        switch xml.namespace == .word ? WordElement(xml.name) : nil {
        case .tr: grid.add(try readRow())
        case .sdt, .sdtContent, .customXml: try readRows(into: &grid)
        case .tblPr: try readTableProperties()
        case .bookmarkStart: try readBookmark(paragraph: nil)
        default: try xml.skip()
        }
      }
    }
  }

  private mutating func readRow() throws(XMLDefect) -> [PhysicalCell] {
    var cells: [PhysicalCell] = []
    var column = 0
    try readCells(into: &cells, &column)
    return cells
  }

  private mutating func readCells(into cells: inout [PhysicalCell], _ column: inout Int) throws(XMLDefect) {
    while true {
      switch try xml.next() {
      case .end, .finished: return
      case .text: break
      case .start:
        switch xml.namespace == .word ? WordElement(xml.name) : nil {
        case .tc:
          let cell = try readCell(at: column)
          column = cell.columns.upperBound
          cells.append(cell)
        case .sdt, .sdtContent, .customXml: try readCells(into: &cells, &column)
        case .trPr: column = min(try readRowProperties(), Self.columnLimit)
        case .bookmarkStart: try readBookmark(paragraph: nil)
        default: try xml.skip()
        }
      }
    }
  }

  /// `<w:tc>`
  private mutating func readCell(at column: Int) throws(XMLDefect) -> PhysicalCell {
    var span = 1
    var vertical = PhysicalCell.Merge.none
    var horizontal = PhysicalCell.Merge.none
    var blocks: [SourceBlock] = []
    while true {
      switch try xml.next() {
      case .end, .finished:
        let end = min(column + max(span, 1), Self.columnLimit)
        return PhysicalCell(
          columns: min(column, end)..<end, vertical: vertical, horizontal: horizontal, blocks: blocks)
      case .text: break
      case .start:
        if xml.namespace == .word, WordElement(xml.name) == .tcPr {
          try readCellProperties(&span, &vertical, &horizontal)
        } else {
          try readBlock(into: &blocks)
        }
      }
    }
  }

  private mutating func readCellProperties(
    _ span: inout Int, _ vertical: inout PhysicalCell.Merge, _ horizontal: inout PhysicalCell.Merge
  ) throws(XMLDefect) {
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .word else { continue }
      switch WordElement(xml.name) {
      case .gridSpan: span = min(xml.number(.val, .word) ?? 1, Self.columnLimit)
      case .vMerge: vertical = xml.equals(.val, .word, "restart") ? .restart : .continue
      case .hMerge: horizontal = xml.equals(.val, .word, "restart") ? .restart : .continue
      case .cellIns: try noteChange(.insertion, paragraph: nil)
      case .cellDel: try noteChange(.deletion, paragraph: nil)
      case .tcPrChange: try noteChange(.formatting, paragraph: nil)
      default: break
      }
    }
  }

  /// `<w:trPr>`: how many columns of the grid stay free before the first cell.
  private mutating func readRowProperties() throws(XMLDefect) -> Int {
    var before = 0
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .word else { continue }
      switch WordElement(xml.name) {
      case .gridBefore: before = max(xml.number(.val, .word) ?? 0, 0)
      case .ins: try noteChange(.insertion, paragraph: nil)
      case .del: try noteChange(.deletion, paragraph: nil)
      case .trPrChange: try noteChange(.formatting, paragraph: nil)
      default: break
      }
    }
    return before
  }

  private mutating func readTableProperties() throws(XMLDefect) {
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .word else { continue }
      if WordElement(xml.name) == .tblPrChange { try noteChange(.formatting, paragraph: nil) }
    }
  }
}
