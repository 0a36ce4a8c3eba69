import OOXML

/// What a sheet shows, cut at blank rows that no lines are drawn around: rows of cells from the first to the last that is filled.
///
/// A cell that is merged to the right stands once, what a merge from above covers is a blank cell, hidden rows and
/// columns are not there.
struct ShownSheet {
  struct Cell {
    let place: SheetPlace
    /// nil for a blank one.
    let text: String?
    /// The columns of the sheet that it covers.
    let columns: Range<Int>
  }

  private(set) var tables: [[[Cell]]] = []

  init(_ sheet: SourceSheet) {
    let merges = Merges(sheet.merges)
    var rows: [(number: Int, cells: [SheetCell])] = []
    for cell in sheet.cells where !sheet.hides(cell.place) {
      if rows.last?.number != cell.place.row { rows.append((cell.place.row, [])) }
      rows[rows.count - 1].cells.append(cell)
    }
    var (parts, last) = ([[(number: Int, cells: [SheetCell])]](), -1)
    for row in rows {
      // Rows between two that are shown do not part them where they are hidden, covered, or blank rows of a table.
      let isNext =
        last >= 0
        && (last + 1..<row.number).allSatisfy {
          sheet.hiddenRows.contains($0) || merges.cover($0) || sheet.framedRows.contains($0)
        }
      if isNext { parts[parts.count - 1].append(row) } else { parts.append([row]) }
      last = row.number
    }
    tables = parts.map { Self.table($0, of: sheet, merges) }
  }

  private static func table(
    _ rows: [(number: Int, cells: [SheetCell])], of sheet: SourceSheet, _ merges: Merges
  ) -> [[Cell]] {
    let first = rows.flatMap { $0.cells }.map(\.place.column).min() ?? 0
    let last = rows.flatMap { $0.cells }.map(\.place.column).max() ?? 0
    return rows.map { row in
      let texts = Dictionary(row.cells.map { ($0.place.column, $0.text) }, uniquingKeysWith: { first, _ in first })
      var cells: [Cell] = []
      var column = first
      while column <= last {
        let place = SheetPlace(row: row.number, column: column)
        let merge = merges.range(at: place)
        let end = merge?.columns.upperBound ?? column + 1
        if !(column..<end).allSatisfy({ sheet.hiddenColumns.contains($0) }) {
          // Only the corner of a merge shows its text.
          let isShown = merge.map { $0.rows.lowerBound == row.number && $0.columns.lowerBound == column } ?? true
          cells.append(Cell(place: place, text: isShown ? texts[column] : nil, columns: column..<end))
        }
        column = end
      }
      return cells
    }
  }
}

/// The merged stretches of a sheet by their rows.
private struct Merges {
  private var byRow: [Int: [SheetRange]] = [:]

  /// A merge over more rows than a report has is left out.
  init(_ ranges: [SheetRange]) {
    for range in ranges where range.rows.count <= 2_000 {
      for row in range.rows { byRow[row, default: []].append(range) }
    }
  }

  func range(at place: SheetPlace) -> SheetRange? { byRow[place.row]?.first { $0.columns.contains(place.column) } }
  /// A row without text that a merge from above reaches.
  func cover(_ row: Int) -> Bool { byRow[row]?.contains { $0.rows.lowerBound < row } ?? false }
}
