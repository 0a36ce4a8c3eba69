import OOXML
import Testing

@Suite struct WordTableTests {
  private func xml(_ table: WordTable) throws -> String {
    let file = WordDocument(sections: [WordSection([.table(table)])]).bytes()
    let text = String(decoding: try ZipReader(file).bytes("word/document.xml"), as: UTF8.self)
    let start = try #require(text.firstRange(of: "<w:tbl>"))
    let end = try #require(text.firstRange(of: "</w:tbl>"))
    return String(text[start.lowerBound..<end.upperBound])
  }

  /// The cell properties of every cell in order, between `<w:tcPr>` and its end.
  private func cells(_ table: WordTable) throws -> [String] {
    try xml(table).split(separator: "<w:tcPr>").dropFirst().map {
      String($0[..<($0.firstRange(of: "</w:tcPr>")?.lowerBound ?? $0.endIndex)])
    }
  }

  @Test func `merged cells become spans and vertical merges`() throws {
    // A A B
    // A A C
    let rows = try WordTable.rows(
      2, columns: 3,
      cells: [
        PlacedWordCell(row: 0, column: 0, rowSpan: 2, columnSpan: 2, WordCell("A")),
        PlacedWordCell(row: 0, column: 2, WordCell("B")), PlacedWordCell(row: 1, column: 2, WordCell("C")),
      ])
    let table = WordTable(columnWidths: [.twips(1000), .twips(2000), .twips(3000)], rows: rows)
    let centered = #"<w:vAlign w:val="center"/>"#
    #expect(
      try cells(table) == [
        #"<w:tcW w:w="3000" w:type="dxa"/><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>"# + centered,
        #"<w:tcW w:w="3000" w:type="dxa"/>"# + centered,
        #"<w:tcW w:w="3000" w:type="dxa"/><w:gridSpan w:val="2"/><w:vMerge/>"# + centered,
        #"<w:tcW w:w="3000" w:type="dxa"/>"# + centered,
      ])
  }

  @Test func `places without a cell take the filler`() throws {
    let rows = try WordTable.rows(
      1, columns: 3, cells: [PlacedWordCell(row: 0, column: 1, WordCell("A"))], filler: WordCell("—"))
    #expect(rows == [WordRow([WordCell("—"), WordCell("A"), WordCell("—")])])
  }

  @Test func `cells that overlap or stick out are refused`() {
    let large = PlacedWordCell(row: 0, column: 0, rowSpan: 2, columnSpan: 2, WordCell(""))
    #expect(throws: WordTable.LayoutDefect.overlap(row: 1, column: 1)) {
      try WordTable.rows(2, columns: 2, cells: [large, PlacedWordCell(row: 1, column: 1, WordCell(""))])
    }
    #expect(throws: WordTable.LayoutDefect.outside(row: 0, column: 0)) {
      try WordTable.rows(2, columns: 1, cells: [large])
    }
    #expect(throws: WordTable.LayoutDefect.outside(row: -1, column: 0)) {
      try WordTable.rows(2, columns: 1, cells: [PlacedWordCell(row: -1, column: 0, WordCell(""))])
    }
  }

  @Test func `a whole table is laid down`() throws {
    var cell = WordCell("", columnSpan: 2)
    cell.shading = WordColor(rgb: 0xE8_EEF6)
    cell.borders = WordBorders(top: .invisible, bottom: WordBorder(.double, thickness: 6, color: WordColor(rgb: 0)))
    cell.verticalAlignment = .bottom
    let table = WordTable(
      columnWidths: [.twips(10), .twips(20)],
      rows: [
        WordRow([cell], height: .atLeast(.twips(400)), repeatsAsHeader: true),
        WordRow([WordCell([], verticalMerge: .continue), WordCell([])], height: .exactly(.twips(5))),
        WordRow([]),
        WordRow([WordCell([], verticalAlignment: .top)], breaksAcrossPages: true),
      ], borders: WordBorders(left: .thin, betweenRows: WordBorder(.dotted)), alignment: .left)
    let expected = """
      <w:tbl><w:tblPr><w:tblW w:w="30" w:type="dxa"/><w:jc w:val="left"/><w:tblBorders>\
      <w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
      <w:insideH w:val="dotted" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>\
      <w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>\
      <w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>\
      <w:tblGrid><w:gridCol w:w="10"/><w:gridCol w:w="20"/></w:tblGrid>\
      <w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="400" w:hRule="atLeast"/><w:tblHeader/></w:trPr>\
      <w:tc><w:tcPr><w:tcW w:w="30" w:type="dxa"/><w:gridSpan w:val="2"/><w:tcBorders><w:top w:val="nil"/>\
      <w:bottom w:val="double" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>\
      <w:shd w:val="clear" w:color="auto" w:fill="E8EEF6"/><w:vAlign w:val="bottom"/></w:tcPr><w:p></w:p></w:tc></w:tr>\
      <w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="5" w:hRule="exact"/></w:trPr>\
      <w:tc><w:tcPr><w:tcW w:w="10" w:type="dxa"/><w:vMerge/><w:vAlign w:val="center"/></w:tcPr>\
      <w:p><w:pPr><w:snapToGrid w:val="0"/>\
      <w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>\
      </w:tc><w:tc><w:tcPr><w:tcW w:w="20" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p/></w:tc></w:tr>\
      <w:tr><w:tc><w:tcPr><w:tcW w:w="10" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>
      """
    #expect(try xml(table) == expected)
  }

  @Test func `a cell that ends in a table still ends in a paragraph`() throws {
    let inner = WordTable(columnWidths: [], rows: [WordRow([WordCell("")])])
    let outer = WordTable(columnWidths: [.twips(1)], rows: [WordRow([WordCell([.table(inner)])])])
    let file = WordDocument(sections: [WordSection([.table(outer)])]).bytes()
    let text = String(decoding: try ZipReader(file).bytes("word/document.xml"), as: UTF8.self)
    #expect(!text.contains("</w:tbl></w:tc>"))
    #expect(text.contains("</w:p></w:tc></w:tr></w:tbl>"))
  }

  @Test func `nothing in a cell begins a page`() throws {
    let format = WordParagraphFormat(startsPage: true)
    let blocks: [WordBlock] = [.paragraph(WordParagraph("一", format: format)), .pageBreak, .pageBreak]
    let inner = WordTable(columnWidths: [.twips(1)], rows: [WordRow([WordCell(blocks)])])
    let outer = WordTable(columnWidths: [.twips(1)], rows: [WordRow([WordCell([.pageBreak, .table(inner)])])])
    #expect(!(try xml(inner)).contains("pageBreak"))
    #expect(!(try xml(outer)).contains("pageBreak"))
  }
}
