/// How a cell's text is set, by the halves of a character that it has room for.
struct MeasuredCell {
  struct Setting {
    let lines: Int
    /// The lines, and more where the last one holds a single character or a figure is torn.
    let effort: Int
  }

  let row: Int
  /// 1 where the row in which it begins must hold it.
  let rowSpan: Int
  let columns: Range<Int>
  let least: Int
  /// From no room on; the last is what every wider cell has.
  private let settings: [Setting]

  /// What flaws count, in lines.
  private static let (lonely, torn) = (2, 12)
  /// No cell on a page has room for more.
  private static let widest = 130

  init(_ cell: FittedColumns.Cell, least: Int) {
    row = cell.row
    rowSpan = cell.isHeld ? 1 : cell.rowSpan
    columns = cell.columns
    self.least = least
    let (pieces, count) = (TextPieces.safe(cell.text), cell.text.unicodeScalars.count)
    let none = Setting(lines: count * 2, effort: count * 4)
    var settings = [Setting](repeating: none, count: cell.indent + 2)
    while let last = settings.last, last.lines > 1, settings.count < Self.widest {
      let width = (settings.count - cell.indent) * 4
      let lines = pieces.lines(width)
      let flaws = (pieces.endsLonely(width) ? Self.lonely : 0) + (pieces.widest > width ? Self.torn : 0)
      settings.append(Setting(lines: lines, effort: lines + flaws))
    }
    self.settings = settings
  }

  func setting(at halves: Int) -> Setting { settings[min(max(halves, 0), settings.count - 1)] }
}
