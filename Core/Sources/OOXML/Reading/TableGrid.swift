/// Rows of cells as the file has them, put together into merged cells.
struct TableGrid {
  private struct Cell {
    var rows: Range<Int>
    var columns: Range<Int>
    /// Without what was merged from the right.
    let ownColumns: Range<Int>
    let blocks: [SourceBlock]
  }

  private var list: [Cell] = []
  /// By first column: the cell of the row above that may go on.
  private var openAbove: [Int: Int] = [:]
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  /// Text in cells that another one covers, with the number of its paragraph.
  private(set) var coveredTexts: [(text: String, paragraph: Int)] = []

  mutating func add(_ row: [PartReader.PhysicalCell]) {
    var open: [Int: Int] = [:]
    var left: Int?
    for cell in row where !cell.columns.isEmpty {
      columnCount = max(columnCount, cell.columns.upperBound)
      if cell.horizontal == .continue, let left, list[left].columns.upperBound >= cell.columns.lowerBound {
        let columns = list[left].columns
        list[left].columns = columns.lowerBound..<max(columns.upperBound, cell.columns.upperBound)
        cover(cell.blocks)
      } else if cell.vertical == .continue, let above = openAbove[cell.columns.lowerBound],
        list[above].ownColumns == cell.columns
      {
        list[above].rows = list[above].rows.lowerBound..<(rowCount + 1)
        open[cell.columns.lowerBound] = above
        left = above
        cover(cell.blocks)
      } else {
        list.append(
          Cell(
            rows: rowCount..<(rowCount + 1), columns: cell.columns, ownColumns: cell.columns, blocks: cell.blocks))
        left = list.count - 1
        if cell.vertical != .none { open[cell.columns.lowerBound] = list.count - 1 }
      }
    }
    openAbove = open
    rowCount += 1
  }

  private mutating func cover(_ blocks: [SourceBlock]) {
    for paragraph in blocks.paragraphs where !paragraph.text.isEmpty {
      coveredTexts.append((paragraph.text, paragraph.index))
    }
  }

  func cells() -> [SourceCell] {
    list.map { SourceCell(rows: $0.rows, columns: $0.columns, blocks: $0.blocks) }
  }
}
