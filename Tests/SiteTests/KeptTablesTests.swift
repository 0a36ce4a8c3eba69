import Evaluation
import HTML
import Operations
import Testing

@testable import Site

@Suite struct KeptTablesTests {
  /// What is shown of these filings one after another, each laid out as the number of its turn.
  private func shown(_ asked: [(LoadedFiling, sheet: String, isEditable: Bool)], _ tables: KeptTables) async -> [String]
  {
    var shown: [String] = []
    for (turn, one) in asked.enumerated() {
      let laidOut = await tables(of: one.0, one.sheet, isEditable: one.isEditable) {
        SheetTable.LaidOut(table: .text("\(turn)"), notes: HTML())
      }
      shown.append(laidOut.table.markup)
    }
    return shown
  }

  @Test func `the table of a filing that stayed as it is is laid out once, for writing and for reading`() async throws {
    let (first, changed) = (try SamplePage.loaded(.drafting, chain: "a"), try SamplePage.loaded(.drafting, chain: "b"))
    let asked = [
      (first, "base", true), (first, "base", true), (first, "self", true), (first, "base", false),
      (first, "base", true),
      (changed, "base", true), (changed, "base", true), (first, "self", true),
    ]
    #expect(await shown(asked, KeptTables()) == ["0", "0", "2", "3", "0", "5", "5", "2"])
  }

  @Test func `where there is no room, everything is forgotten`() async throws {
    let loaded = try SamplePage.loaded(.drafting)
    let sheets = ["base", "self", "base", "self"].map { (loaded, $0, true) }
    #expect(await shown(sheets, KeptTables(capacity: 1)) == ["0", "1", "2", "3"])
    #expect(await shown(sheets, KeptTables(capacity: 2)) == ["0", "1", "0", "1"])
  }
}
