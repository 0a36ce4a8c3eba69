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
      for (number, row) in layout.grid.rows.enumerated() {
        for cell in row.cells {
          let isCut = rows[number].isHeader && cell.rowSpan > 1
          if isCut { expectOpenHead(rows[number], cell, layout, calculation) }
          try expect(
            cell, from: isCut ? number + 1 : number, to: number + cell.rowSpan, in: rows, layout, calculation,
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
    _ cell: FormGrid.Cell, from first: Int, to end: Int, in rows: [ReadRow], _ layout: Calculation.SheetLayout,
    _ calculation: Calculation, isBelowItsCaption: Bool = false
  ) throws {
    let left = position(cell.column, layout)
    let read = try #require(rows[first].cell(at: left), "\(layout.sheet.id) row \(first) unit \(cell.column)")
    #expect(read.text == (isBelowItsCaption ? "" : text(of: cell, layout, calculation)))
    #expect(read.width == position(cell.column + cell.columnSpan, layout) - left)
    #expect(read.merge == (end - first > 1 ? "restart" : nil))
    for row in rows[first..<end].dropFirst() {
      let below = try #require(row.cell(at: left))
      #expect(below.merge == "continue" && below.text.isEmpty && below.width == read.width)
    }
  }

  /// The caption down the side of a repeated row stands there, open towards the empty cell below it.
  private func expectOpenHead(
    _ row: ReadRow, _ cell: FormGrid.Cell, _ layout: Calculation.SheetLayout, _ calculation: Calculation
  ) {
    let head = row.cell(at: position(cell.column, layout))
    #expect(head?.text == text(of: cell, layout, calculation) && head?.merge == nil && head?.openSides == ["w:bottom"])
  }

  private func position(_ unit: Int, _ layout: Calculation.SheetLayout) -> Int {
    WordPage.officialPortrait.textWidth.twips * unit / layout.grid.width
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
