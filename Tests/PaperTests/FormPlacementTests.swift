import Evaluation
import OOXML
import Paper
import Testing

/// Every cell of every form stands where its grid puts it, with the text that the filing shows.
@Suite struct FormPlacementTests {
  @Test(arguments: ["filled", "blank", "long"]) func `every cell of every form stands in its place`(kind: String) throws
  {
    let filing = try #require(Self.filings[kind])
    let calculation = Calculation(filing)
    let annexes = try ReadDocument(FilingDocument(calculation).bytes()).annexes
    for (layout, tables) in zip(calculation.layouts, annexes) {
      let rows = tables.flatMap(\.rows)
      try #require(rows.count == layout.grid.rows.count, "\(layout.sheet.id)")
      let places = try places(of: layout.grid, in: rows)
      for (number, row) in layout.grid.rows.enumerated() {
        for cell in row.cells {
          let isCut = rows[number].isHeader && cell.rowSpan > 1
          if isCut { expectOpenHead(rows[number], cell, places, layout, calculation) }
          try expect(
            cell, from: isCut ? number + 1 : number, to: number + cell.rowSpan, in: rows, places, layout, calculation,
            isBelowItsCaption: isCut)
        }
      }
    }
  }

  @Test func `no cell stands beside those of the grid`() throws {
    let calculation = Calculation(FilledFiling.make())
    let annexes = try ReadDocument(FilingDocument(calculation).bytes()).annexes
    for (layout, tables) in zip(calculation.layouts, annexes) {
      let cells = tables.flatMap(\.rows).flatMap(\.cells).filter { $0.merge != "continue" }
      let headers = tables.flatMap(\.rows).filter(\.isHeader).flatMap(\.cells).filter { $0.openSides == ["w:bottom"] }
      #expect(cells.count - headers.count == layout.grid.rows.flatMap(\.cells).count)
    }
  }

  private func expect(
    _ cell: FormGrid.Cell, from first: Int, to end: Int, in rows: [ReadRow], _ places: [Int: Int],
    _ layout: Calculation.SheetLayout, _ calculation: Calculation, isBelowItsCaption: Bool = false
  ) throws {
    let left = try #require(places[cell.column])
    let read = try #require(rows[first].cell(at: left), "\(layout.sheet.id) row \(first) unit \(cell.column)")
    #expect(read.text == (isBelowItsCaption ? "" : text(of: cell, layout, calculation)))
    #expect(places[cell.column + cell.columnSpan] == left + read.width)
    #expect(read.merge == (end - first > 1 ? "restart" : nil))
    for row in rows[first..<end].dropFirst() {
      let below = try #require(row.cell(at: left))
      #expect(below.merge == "continue" && below.text.isEmpty && below.width == read.width)
    }
  }

  /// The caption down the side of a repeated row stands there, open towards the empty cell below it.
  private func expectOpenHead(
    _ row: ReadRow, _ cell: FormGrid.Cell, _ places: [Int: Int], _ layout: Calculation.SheetLayout,
    _ calculation: Calculation
  ) {
    let head = places[cell.column].flatMap { row.cell(at: $0) }
    #expect(head?.text == text(of: cell, layout, calculation) && head?.merge == nil && head?.openSides == ["w:bottom"])
  }

  /// Where the units of a grid stand, in twips: the same in all rows of a form, one to the right of the other.
  private func places(of grid: FormGrid, in rows: [ReadRow]) throws -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (number, row) in rows.enumerated() {
      let expected = grid.rows[...number].enumerated().flatMap { start, above in
        above.cells.filter { start + $0.rowSpan > number }
      }.sorted { $0.column < $1.column }
      try #require(expected.count == row.cells.count)
      for (cell, read) in zip(expected, row.cells) {
        for (unit, place) in [(cell.column, read.left), (cell.column + cell.columnSpan, read.left + read.width)] {
          #expect(places[unit, default: place] == place)
          places[unit] = place
        }
      }
    }
    let inOrder = places.sorted { $0.key < $1.key }.map(\.value)
    #expect(zip(inOrder, inOrder.dropFirst()).allSatisfy { $0 < $1 })
    #expect(places[0] == 0 && places[grid.width] == WordPage.officialPortrait.textWidth.twips)
    return places
  }

  private func text(of cell: FormGrid.Cell, _ layout: Calculation.SheetLayout, _ calculation: Calculation) -> String {
    switch cell.content {
    case .heading(let text), .label(let text, _), .fixed(let text): text
    case .empty: ""
    case .value(let definition, let prefix, _):
      definition.kind == .declaration && calculation.text(at: definition.address) == "是"
        ? "无" : prefix + calculation.text(at: definition.address)
    }
  }

  private static let filings: [String: Filing] = {
    let blank = Filing(blank: FilledFiling.unit, year: 2024, policies: .example)
    let filled = FilledFiling.make()
    let more = (1...30).map { _ in Edit.addLine(sheet: "base", under: "specialFunds") }
    let buildings = (1...6).map { _ in Edit.addLine(sheet: "base", under: "buildings") }
    let names = (5...34).map { Edit.set(CellAddress("base", "r\($0)", "name"), text: "专项资金\($0)", was: nil) }
    return ["blank": blank, "filled": filled, "long": filled.applying(more + buildings + names).filing]
  }()
}
