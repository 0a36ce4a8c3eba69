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
  /// The number of the columns that it stands over.
  let span: Int
  /// The least room that it is asked for.
  private let first: Int
  /// Where its settings stand among those of all cells: from that room on, the last is what every wider cell has.
  private let settings: Range<Int>

  /// What flaws count, in lines. A torn figure reads as another one, so it is worse than many rows that are higher.
  private static let (lonely, torn, tornFigure) = (2, 12, 400)
  /// No cell on a page has room for more.
  private static let widest = 130

  /// The cell and its settings, which are to stand behind so many others.
  ///
  /// - Parameter least: halves of a character; it never has less room.
  static func measured(_ cell: FittedColumns.Cell, over span: Int, least: Int, after count: Int) -> (
    MeasuredCell, [Setting]
  ) {
    let first = max(least, 0)
    let pieces = TextPieces.safe(cell.text)
    let length = cell.text.unicodeScalars.count
    let (widest, figure) = (pieces.widest, pieces.widestFigure)
    var settings: [Setting] = []
    repeat {
      let room = first + settings.count - cell.indent
      guard room >= 2 else {
        settings.append(Setting(lines: length * 2, effort: length * 4))
        continue
      }
      let lines = pieces.lines(room * 4)
      let flaws =
        (lines > 1 && pieces.endsLonely(room * 4) ? lonely : 0)
        + (figure > room * 4 ? tornFigure : widest > room * 4 ? torn : 0)
      settings.append(Setting(lines: lines, effort: lines + flaws))
    } while settings[settings.count - 1].lines > 1 && first + settings.count < Self.widest
    let measured = MeasuredCell(
      row: cell.row, rowSpan: cell.isHeld ? 1 : cell.rowSpan, span: span, first: first,
      settings: count..<count + settings.count)
    return (measured, settings)
  }

  /// Where the setting for so many halves of a character stands.
  func place(at halves: Int) -> Int { settings.lowerBound + min(max(halves - first, 0), settings.count - 1) }
}
