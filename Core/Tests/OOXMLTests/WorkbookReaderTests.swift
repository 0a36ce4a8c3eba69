import Testing

@testable import OOXML

@Suite struct WorkbookReaderTests {
  @Test func `texts come from the list, from the cell, and from formulas`() throws {
    var file = PackedWorkbook(
      """
      <row r='2'><c r='B2' t='s'><v>1</v></c><c r='D2' t='inlineStr'><is><r><t>公务</t></r><r><t>接待</t></r></is></c>\
      <c t='str'><f>A1</f><v>合计</v></c></row><row><c t='s'><v>0</v></c><c t='b'><v>1</v></c><c t='e'><v>#DIV/0!</v></c>\
      <c t='s'><v>9</v></c><c><v> </v></c></row>
      """)
    file.strings = ["<t>三公</t><rPh sb='0' eb='1'><t>sangong</t></rPh>", "<r><t>经</t></r><r><t>费_x000A_数</t></r>"]
    #expect(
      try file.cells() == ["B2 经费\n数", "D2 公务接待", "E2 合计", "A3 三公", "B3 TRUE", "C3 #DIV/0!"])
  }

  @Test(
    "numbers are shown with the digits that their format gives them",
    arguments: [
      ("General", "9.8100000000000005", "9.81"), ("General", "0.33333333333333331", "0.333333333"),
      ("General", "1E-3", "0.001"), ("General", "12345678.125", "12345678.13"), ("General", "-0", "0"),
      ("0.00", "9.8000000000000007", "9.80"), ("0.00", "2.675", "2.68"), ("0.0", "-0.04", "0.0"),
      ("0", "999.5", "1000"), ("#,##0.00", "1234567.891", "1,234,567.89"), ("#.##", "0.5", ".5"),
      ("0.00%", "0.97722222222222221", "97.72%"), ("0%", "1", "100%"), ("0.00_ ", "3", "3.00"),
      ("#,##0.00;[Red]-#,##0.00", "-1234.5", "-1,234.50"), ("#,##0.00_);(#,##0.00)", "-3", "-3.00"),
      ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0", "0"), ("0.00\"万元\"", "9.81", "9.81万元"),
      ("0.00元", "9.81", "9.81元"),
      ("\"≥\"0\"个\"", "80", "≥80个"), ("000", "7", "007"), ("0.0,", "12345", "12.3"), ("@", "12.50", "12.5"),
      ("[$¥-804]#,##0.00", "5", "5.00"), ("0.00E+00", "12345", "12345"), ("# ?/?", "0.5", "0.5"),
      ("yyyy\"年\"m\"月\"d\"日\"", "45657", "2024年12月31日"), ("yyyy/m/d h:mm", "45657.75", "2024/12/31 18:00"),
      ("yyyy-mm-dd", "60", "1900-02-29"), ("yyyy-mm-dd", "1", "1900-01-01"), ("[h]:mm", "0.5", "12:00"),
      ("h:mm AM/PM", "0.75", "6:00 下午"), ("aaaa", "45657", "星期二"), ("yyyy-mm-dd", "-1", "-1"),
      ("General", "1E-9223372036854775808", "1E-9223372036854775808"),
    ])
  func digits(code: String, value: String, shown: String) throws {
    #expect(NumberPattern(code).values(of: value, startsIn1904: false).text == shown)
    var file = PackedWorkbook("<row r='1'><c r='A1' s='0'><v>\(value)</v></c></row>")
    file.formats = [code.replacing("\"", with: "&quot;")]
    #expect(try file.cells() == ["A1 \(shown)"])
  }

  @Test func `days may be counted from 1904`() throws {
    var file = PackedWorkbook("<row r='1'><c r='A1' s='0'><v>0</v></c></row>")
    file.formats = ["yyyy-mm-dd"]
    file.properties = "date1904='1'"
    #expect(try file.cells() == ["A1 1904-01-01"])
  }

  @Test func `what is hidden is told, and merges are kept`() throws {
    var file = PackedWorkbook("")
    func row(_ number: Int, _ mark: String = "") -> String {
      "<row r='\(number)' \(mark)><c r='A\(number)'><v>\(number)</v></c><c r='C\(number)'><v>\(number)0</v></c></row>"
    }
    file.sheets = [
      (
        "甲", "visible",
        "<cols><col min='3' max='3' hidden='1'/></cols><sheetData>\(row(1))\(row(2, "hidden='1'"))</sheetData>"
          + "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>"
      ), ("乙", "veryHidden", "<sheetData>\(row(7))</sheetData>"),
    ]
    let workbook = try file.read()
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
    #expect(workbook.sheets[0].hiddenRows == [1] && workbook.sheets[0].hiddenColumns == RangeSet(2..<3))
    #expect(workbook.sheets[0].merges.map(\.rows) == [0..<2] && workbook.sheets[0].merges.map(\.columns) == [0..<2])
    #expect(workbook.traces.hiddenTexts.map(\.text) == ["10", "2 20", "7 70"])
  }

  @Test func `hidden columns are kept as stretches, and those beyond the grid are left out`() throws {
    var file = PackedWorkbook("")
    func columns(_ stretches: [(Int, Int)]) -> String {
      "<cols>" + stretches.map { "<col min='\($0.0)' max='\($0.1)' hidden='1'/>" }.joined() + "</cols><sheetData/>"
    }
    file.sheets = [("甲", "visible", columns([(20_000, 30_000), (3, 99_999), (1, 1), (2, 2)]))]
    #expect(try file.read().sheets[0].hiddenColumns == RangeSet(0..<16_384))
    file.sheets = [("甲", "visible", columns([(Int, Int)](repeating: (1, 16_384), count: 1_001)))]
    let limits = WorkbookLimits(cells: 1_000, textSize: 1_000)
    #expect(throws: OfficeDefect.tooManyCells) { try WorkbookReader.read(file.bytes(), holding: limits) }
  }

  @Test func `a blank row with lines around its cells belongs to a table`() throws {
    var file = PackedWorkbook("<row r='2'><c r='A2' s='0'/></row><row r='4'><c r='A4' s='1'/><c r='B4'/></row>")
    file.borders = ["<left/><top style='none'/>", "<left/><right/><bottom style='thin'><color/></bottom>"]
    #expect(try file.read().sheets[0].framedRows == [3])
  }

  @Test func `a text that many cells share cannot fill the memory`() throws {
    let cells = (1...2000).map { "<c r='A\($0)' t='s'><v>0</v></c>" }.joined()
    var file = PackedWorkbook("<row r='1'>\(cells)</row>")
    file.strings = ["<t>\(String(repeating: "长", count: 20_000))</t>"]
    #expect(throws: OfficeDefect.tooManyCells) { try file.read() }
  }

  @Test func `what is no workbook, or lies outside of the grid, is refused`() throws {
    #expect(throws: OfficeDefect.notASpreadsheet(.word)) { try WorkbookReader.read(PackedDocument("").bytes()) }
    let far = try PackedWorkbook("<row r='1048577'><c><v>1</v></c></row>").bytes()
    #expect(throws: OfficeDefect.self) { try WorkbookReader.read(far) }
    let odd = PackedWorkbook("<row r='1'><c r='ZZZZ1'><v>1</v></c><c r='-1'><v>2</v></c></row>")
    #expect(try odd.cells() == ["A1 1", "B1 2"])
    let broken = try PackedWorkbook("<row><c></row>").bytes()
    #expect(throws: OfficeDefect.self) { try WorkbookReader.read(broken) }
  }

  @Test func `places are written as letters and numbers`() {
    for (row, column, reference) in [
      (0, 0, "A1"), (4, 25, "Z5"), (9, 26, "AA10"), (0, 701, "ZZ1"), (0, 16_383, "XFD1"),
    ] {
      #expect(SheetPlace(row: row, column: column).reference == reference)
      #expect(SheetPlace(reference) == SheetPlace(row: row, column: column))
    }
    #expect(SheetPlace("XFE1") == nil && SheetPlace("A0") == nil && SheetPlace("1A") == nil && SheetPlace("") == nil)
  }
}
