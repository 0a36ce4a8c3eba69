/// A table as found, its merged cells resolved.
public struct SourceTable: Hashable, Sendable {
  /// Its number among all tables of the part, in the order in which they begin; from 0.
  public let index: Int
  public let rowCount: Int
  public let columnCount: Int
  /// By row, then by column; a merged cell stands once, where it begins.
  public let cells: [SourceCell]

  /// The cell that covers a place of the grid, nil if none does.
  public func cell(row: Int, column: Int) -> SourceCell? {
    cells.first { $0.rows.contains(row) && $0.columns.contains(column) }
  }

  /// For every place of the grid, row by row, the position in `cells` of the cell that covers it.
  public func grid() -> [Int?] {
    var grid = [Int?](repeating: nil, count: rowCount * columnCount)
    for (position, cell) in cells.enumerated() {
      for row in cell.rows { for column in cell.columns { grid[row * columnCount + column] = position } }
    }
    return grid
  }
}

/// A cell as found.
public struct SourceCell: Hashable, Sendable {
  /// From 0; more than one where cells are merged.
  public let rows: Range<Int>
  /// Of the table's grid, from 0; more than one where cells are merged.
  public let columns: Range<Int>
  /// Paragraphs, and tables inside of the cell.
  public let blocks: [SourceBlock]

  /// Its paragraphs, one a line; tables inside are left out.
  public var text: String {
    var text = ""
    var isFirst = true
    for case .paragraph(let paragraph) in blocks {
      if !isFirst { text += "\n" }
      text += paragraph.text
      isFirst = false
    }
    return text
  }
}
