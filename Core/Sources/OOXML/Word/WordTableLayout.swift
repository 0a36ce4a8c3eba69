/// A cell with its place in the grid of a table.
public struct PlacedWordCell: Hashable, Sendable {
  /// From 0.
  public var row: Int
  /// From 0.
  public var column: Int
  /// 1 at least.
  public var rowSpan: Int
  /// 1 at least.
  public var columnSpan: Int
  /// Its own column span and vertical merge do not count.
  public var cell: WordCell

  public init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, _ cell: WordCell) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.cell = cell
  }
}

extension WordTable {
  /// Why placed cells do not make a table.
  public enum LayoutDefect: Error, Hashable, Sendable {
    case overlap(row: Int, column: Int)
    case outside(row: Int, column: Int)
  }

  /// The rows that placed cells make; places that nobody covers take the filler.
  public static func rows(
    _ rowCount: Int, columns: Int, cells: [PlacedWordCell], filler: WordCell = WordCell("")
  ) throws(LayoutDefect) -> [WordRow] {
    var owners = [Int?](repeating: nil, count: rowCount * columns)
    for (index, placed) in cells.enumerated() {
      guard placed.row >= 0, placed.column >= 0, placed.rowSpan > 0, placed.columnSpan > 0,
        placed.row + placed.rowSpan <= rowCount, placed.column + placed.columnSpan <= columns
      else { throw .outside(row: placed.row, column: placed.column) }
      for row in placed.row..<(placed.row + placed.rowSpan) {
        for column in placed.column..<(placed.column + placed.columnSpan) {
          guard owners[row * columns + column] == nil else { throw .overlap(row: row, column: column) }
          owners[row * columns + column] = index
        }
      }
    }
    return (0..<rowCount).map { row in
      WordRow(rowCells(row, owners[(row * columns)..<((row + 1) * columns)], cells, filler))
    }
  }

  private static func rowCells(
    _ row: Int, _ owners: ArraySlice<Int?>, _ cells: [PlacedWordCell], _ filler: WordCell
  ) -> [WordCell] {
    var result: [WordCell] = []
    var position = owners.startIndex
    while position < owners.endIndex {
      guard let owner = owners[position] else {
        result.append(filler)
        position += 1
        continue
      }
      let placed = cells[owner]
      var cell = placed.cell
      cell.columnSpan = placed.columnSpan
      cell.verticalMerge = placed.rowSpan == 1 ? .none : placed.row == row ? .restart : .continue
      if cell.verticalMerge == .continue { cell.blocks = [] }
      result.append(cell)
      position += placed.columnSpan
    }
    return result
  }
}
