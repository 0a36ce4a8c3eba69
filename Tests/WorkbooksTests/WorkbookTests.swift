import Foundation
import OOXML
import Scratch
import Testing

@testable import Workbooks

@Suite("Writing workbooks") struct WorkbookTests {
  private func written(_ entries: [SheetEntry]) throws -> SourceWorkbook {
    var sheet = Worksheet(name: "表")
    sheet.cells = entries
    return try WorkbookReader.read(Workbook(title: "试", sheets: [sheet]).bytes())
  }

  @Test(
    "text comes back as it was",
    arguments: [
      "=1+1", "+86", "-5", "@名单", "𠮷 😀", "\u{202B}右到左\u{202C}", "_x0041_", " 前后有空格 ", "一\n二", "a&b<c>\"d\"", "001",
      "1e5",
    ]) func textComesBack(_ text: String) throws
  {
    let cell = try #require(written([SheetEntry(row: 0, column: 0, .text(text))]).sheets[0].cells.first)
    #expect(cell.text == text && cell.number == nil)
  }

  @Test func numbersKeepAllTheirDigits() throws {
    let numbers = [9.81, 0.1, -999_999_999.99, 123_456_789_012.345, 1e-6, 0.855]
    let book = try written(numbers.enumerated().map { SheetEntry(row: $0, column: 0, .number($1)) })
    #expect(
      book.sheets[0].cells.map(\.number) == [
        "9.81", "0.1", "-999999999.99", "123456789012.345", "0.000001", "0.855",
      ])
  }

  @Test func sharesAreReadInPerCent() throws {
    var style = EntryStyle()
    style.format = "0.0%"
    let cell = try #require(
      written([SheetEntry(row: 0, column: 0, .number(0.855), style: style)]).sheets[0].cells.first)
    #expect(cell.text == "85.5%" && cell.number == "85.5%")
  }

  @Test func aTextThatNoCellHoldsIsRefused() {
    let long = String(repeating: "长", count: 32_768)
    #expect(throws: WorkbookDefect.textTooLong(sheet: "表", row: 0, column: 0)) {
      try written([SheetEntry(row: 0, column: 0, .text(long))])
    }
  }

  @Test func equalContentGivesEqualBytes() throws {
    var sheet = Worksheet(name: "表")
    sheet.cells = [SheetEntry(row: 0, column: 0, rowSpan: 2, columnSpan: 3, .text("合并"), note: "说明")]
    let book = Workbook(title: "试", sheets: [sheet])
    #expect(try book.bytes() == book.bytes())
  }

  @Test func aLedgerIsWrittenRowByRow() throws {
    let folder = try #require(ScratchFolder())
    defer { folder.remove() }
    let ledger = try LedgerFile(
      path: "\(folder.path)/ledger.xlsx", title: "台账", columns: [.init("单位", width: 20), .init("预算数", width: 12)])
    for number in 0..<1_000 { try ledger.append([.text("单位\(number)"), .number(Double(number) / 4)]) }
    try ledger.close()
    let sheet = try WorkbookReader.read(#require(folder.bytes(of: "ledger.xlsx"))).sheets[0]
    #expect(sheet.cells.count == 2_002 && sheet.cells[2].text == "单位0" && sheet.cells[2_001].number == "249.75")
  }
}
