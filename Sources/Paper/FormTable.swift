import Evaluation
import OOXML

/// A form's grid as tables over the width of the text.
///
/// A long part with captions of its own, such as the indicators, becomes a table of its own right under the one
/// before, because a word processor repeats only the first row of a table on the next page.
struct FormTable {
  let layout: Calculation.SheetLayout
  let shown: ShownText
  let width: Length
  /// What stands under the form, such as who signs it, must not be alone overleaf.
  let holdsNext: Bool
  private let parts: [FormTablePart]
  /// Where the grid units stand at which some cell begins or ends.
  private var places: [Int: Length] = [:]

  init(layout: Calculation.SheetLayout, shown: ShownText, width: Length, holdsNext: Bool = false) {
    self.holdsNext = holdsNext
    self.layout = layout
    self.shown = shown
    self.width = width
    parts = FormTablePart.parts(of: layout.grid.rows, longPart: Self.longPart, longSide: Self.longSide)
    // How long a placeholder is says nothing of what will stand there.
    if !shown.isTemplate { places = fittedPlaces() }
  }

  /// A part of this many rows or more is taken to go over the end of a page.
  private static let longPart = 24
  /// A caption down the side of this many rows or more marks a part that does.
  private static let longSide = 5

  func blocks() throws(WordTable.LayoutDefect) -> [WordBlock] {
    var blocks: [WordBlock] = []
    for (number, part) in parts.enumerated() {
      if number > 0 { blocks.append(.paragraph(Self.seam)) }
      blocks.append(.table(try table(part, isLast: number == parts.count - 1)))
    }
    return blocks
  }

  static let cellMargins = WordTable.CellMargins(
    top: .twips(24), left: .twips(57), bottom: .twips(24), right: .twips(57))
  private static let rowHeight = 330

  /// Holds two tables together without showing between them.
  private static let seam = WordParagraph(
    "", format: WordParagraphFormat(lineSpacing: .exactly(.twips(2)), keepsWithNext: true, snapsToGrid: false))

  private func table(_ part: FormTablePart, isLast: Bool) throws(WordTable.LayoutDefect) -> WordTable {
    let edges = edges(of: part.rows)
    let positions = Dictionary(edges.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let held = heldRows(of: part.rows, isLast: isLast)
    var cells: [PlacedWordCell] = []
    for (number, row) in part.rows.enumerated() {
      for cell in row.cells {
        let column = positions[cell.column] ?? 0
        let placed = PlacedWordCell(
          row: number, column: column, rowSpan: cell.rowSpan,
          columnSpan: (positions[cell.column + cell.columnSpan] ?? 0) - column,
          setting(cell, keepsWithNext: held.contains(number)).wordCell())
        cells += part.repeatsHeader && number == 0 ? Self.cut(placed) : [placed]
      }
    }
    var rows = try WordTable.rows(part.rows.count, columns: edges.count - 1, cells: cells)
    for number in rows.indices {
      rows[number].height = height(of: part.rows[number], in: part)
      rows[number].repeatsAsHeader = part.repeatsHeader && number == 0
      rows[number].breaksAcrossPages = isTall(part.rows[number])
      if held.contains(number) { rows[number].cells = rows[number].cells.map(Self.holding) }
    }
    let columnWidths = zip(edges, edges.dropFirst()).map { position($1) - position($0) }
    var borders = WordBorders.all(.thin)
    if !isLast { borders.bottom = .invisible }
    return WordTable(columnWidths: columnWidths, rows: rows, borders: borders, cellMargins: Self.cellMargins)
  }

  /// Rows that must not stand last on a page: captions, the end of a table that goes on in the next one, and what
  /// stands before the last row of a form, which would be alone overleaf.
  private func heldRows(of rows: [FormGrid.Row], isLast: Bool) -> Set<Int> {
    var held = Set(rows.indices.filter { rows[$0].isHeader })
    if !isLast {
      held.insert(rows.count - 1)
    } else if rows.count > 1, !rows.suffix(2).contains(where: isTall) {
      held.insert(rows.count - 2)
      if holdsNext { held.insert(rows.count - 1) }
    }
    return held
  }

  /// A row is held by what stands first in it, which may be the empty rest of a caption from above.
  private static func holding(_ cell: WordCell) -> WordCell {
    guard cell.verticalMerge == .continue else { return cell }
    var cell = cell
    cell.blocks = [
      .paragraph(WordParagraph("", style: .tableHeading, format: WordParagraphFormat(keepsWithNext: true)))
    ]
    return cell
  }

  /// So high that a merged caption which begins in the row fits it: it would be torn where the page ends.
  private func height(of row: FormGrid.Row, in part: FormTablePart) -> WordRow.Height {
    let captions = part.repeatsHeader && !row.isHeader ? row.cells.filter { $0.rowSpan > 1 } : []
    let lines = captions.map { setting($0).lines }.max() ?? 1
    // A little more than it takes, for the lines around it.
    let padding = Self.cellMargins.top.twips + Self.cellMargins.bottom.twips + 30
    return .atLeast(.twips(max(Self.rowHeight, min(lines, 12) * PaperStyles.tableLine.twips + padding)))
  }

  /// Lines that a row has room for, more or less.
  private func lines(of row: FormGrid.Row) -> Int {
    row.cells.filter { $0.rowSpan == 1 }.map { setting($0).lines }.max() ?? 1
  }

  private func setting(_ cell: FormGrid.Cell, keepsWithNext: Bool = false) -> FormCell {
    FormCell(cell, width: length(cell), keepsWithNext: keepsWithNext, self)
  }

  /// A caption that begins in a repeated row and goes on below it: it stands in the repeated row, over an empty cell
  /// beside the rows below, because a word processor does not repeat rows that are merged with others.
  private static func cut(_ placed: PlacedWordCell) -> [PlacedWordCell] {
    guard placed.rowSpan > 1 else { return [placed] }
    var (head, body) = (placed, placed)
    head.rowSpan = 1
    head.cell.borders = WordBorders(bottom: .invisible)
    body.row = 1
    body.rowSpan -= 1
    body.cell.blocks = [.paragraph(WordParagraph("", style: .tableHeading))]
    body.cell.borders = WordBorders(top: .invisible)
    return [head, body]
  }

  /// The grid units at which some cell begins or ends.
  private func edges(of rows: [FormGrid.Row]) -> [Int] {
    var edges: Set<Int> = [0, layout.grid.width]
    for cell in rows.lazy.flatMap(\.cells) {
      edges.insert(cell.column)
      edges.insert(cell.column + cell.columnSpan)
    }
    // A cell that sticks out has no right edge then, and is refused.
    return edges.filter { $0 <= layout.grid.width }.sorted()
  }

  private func position(_ unit: Int) -> Length {
    places[unit] ?? .twips(width.twips * unit / max(layout.grid.width, 1))
  }

  /// The widths of the policy, moved so that the texts take as few lines as can be had. The parts move together: what
  /// stands in one line in the form does so on the paper.
  private func fittedPlaces() -> [Int: Length] {
    let edges = edges(of: layout.grid.rows)
    let numbers = Dictionary(edges.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var (cells, start): ([FittedColumns.Cell], Int) = ([], 0)
    for part in parts {
      for (number, row) in part.rows.enumerated() {
        for cell in row.cells {
          guard let first = numbers[cell.column], let end = numbers[cell.column + cell.columnSpan], first < end else {
            continue
          }
          cells.append(
            FittedColumns.Cell(
              row: start + number, rowSpan: cell.rowSpan, columns: first..<end, text: setting(cell).text,
              indent: setting(cell).indent * 2, isHeld: part.repeatsHeader))
        }
      }
      start += part.rows.count
    }
    let fitted = FittedColumns(
      given: zip(edges, edges.dropFirst()).map { (position($1) - position($0)).twips }, rows: start, cells: cells,
      step: PaperStyles.table * 5, margin: Self.cellMargins.left.twips + Self.cellMargins.right.twips)
    var (places, place) = ([edges[0]: Length.zero], 0)
    for (edge, width) in zip(edges.dropFirst(), fitted.widths()) {
      place += width
      places[edge] = .twips(place)
    }
    return places
  }
  private func length(_ cell: FormGrid.Cell) -> Length {
    position(cell.column + cell.columnSpan) - position(cell.column)
  }

  /// Higher than a good part of a page, so that it may go on overleaf.
  private func isTall(_ row: FormGrid.Row) -> Bool {
    lines(of: row) > 16
  }
}
