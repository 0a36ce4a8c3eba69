import Testing

@testable import OOXML

@Suite struct WordReaderTableTests {
  /// A table from rows of cells written as properties and text.
  private func read(_ rows: [(String, String)]...) throws -> (SourceTable, SourceDocument) {
    let body = rows.map { row in
      "<w:tr>" + row.map { "<w:tc><w:tcPr>\($0)</w:tcPr><w:p><w:r><w:t>\($1)</w:t></w:r></w:p></w:tc>" }.joined()
        + "</w:tr>"
    }
    let document = try PackedDocument.read("<w:tbl><w:tblPr/><w:tblGrid/>\(body.joined())</w:tbl>")
    guard case .table(let table)? = document.blocks.first else { throw ZipDefect.notAZipFile }
    return (table, document)
  }

  private func shape(_ table: SourceTable) -> [String] {
    table.cells.map { "\($0.text) \($0.rows) \($0.columns)" }
  }

  private let restart = "<w:vMerge w:val='restart'/>"
  private let on = "<w:vMerge/>"

  @Test func `spans and vertical merges are put together`() throws {
    let (table, document) = try read(
      [("<w:gridSpan w:val='2'/>" + restart, "A"), ("", "B")],
      [("<w:gridSpan w:val='2'/><w:vMerge w:val='continue'/>", ""), (restart, "C")], [("", "D"), ("", "E"), (on, "")])
    #expect(shape(table) == ["A 0..<2 0..<2", "B 0..<1 2..<3", "C 1..<3 2..<3", "D 2..<3 0..<1", "E 2..<3 1..<2"])
    #expect(table.rowCount == 3 && table.columnCount == 3)
    #expect(table.grid() == [0, 0, 1, 0, 0, 2, 3, 4, 2])
    #expect(table.cell(row: 1, column: 1)?.text == "A" && table.cell(row: 0, column: 3) == nil)
    #expect(document.traces.hiddenTexts.isEmpty)
  }

  @Test func `a merge that nothing begins or whose edges differ stands alone`() throws {
    let (table, _) = try read([(on, "A"), (restart, "B")], [(on, ""), ("<w:gridSpan w:val='2'/>" + on, "C")])
    #expect(shape(table) == ["A 0..<2 0..<1", "B 0..<1 1..<2", "C 1..<2 1..<3"])
    let (broken, _) = try read([(restart, "A")], [("", "B")], [(on, "C")])
    #expect(shape(broken) == ["A 0..<1 0..<1", "B 1..<2 0..<1", "C 2..<3 0..<1"])
  }

  @Test func `the older way to merge across columns is understood`() throws {
    let begin = "<w:hMerge w:val='restart'/>"
    let next = "<w:hMerge/>"
    let (table, _) = try read(
      [(begin + restart, "A"), (next, ""), (next, ""), ("", "B")],
      [(begin + on, ""), (next, ""), (next, ""), ("", "C")])
    #expect(shape(table) == ["A 0..<2 0..<3", "B 0..<1 3..<4", "C 1..<2 3..<4"])
  }

  @Test func `text in a covered cell is noted as hidden`() throws {
    let (table, document) = try read([(restart, "A")], [(on, "藏")])
    #expect(shape(table) == ["A 0..<2 0..<1"])
    #expect(
      document.traces.hiddenTexts == [.init(text: "藏", place: SourcePlace(part: "word/document.xml", paragraph: 1))])
  }

  @Test func `a row may begin later and lie in a content control`() throws {
    let document = try PackedDocument.read(
      """
      <w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:sdt><w:sdtContent><w:tr>\
      <w:trPr><w:gridBefore w:val="1"/></w:trPr><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p>\
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc>\
      </w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>
      """)
    guard case .table(let table)? = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(shape(table) == [" 0..<1 0..<1", " 0..<1 1..<2", "一\n二 1..<2 1..<2"])
    #expect(table.grid() == [0, 1, nil, 2])
    #expect(document.blocks.paragraphs.map(\.text) == ["", "", "一", "内", "二"])
    guard case .table(let inner)? = table.cells.last?.blocks.dropFirst().first else {
      Issue.record("no table inside")
      return
    }
    #expect([table.index, inner.index] == [0, 1])
  }

  @Test func `a table beyond all measure is refused`() throws {
    let wide = "<w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr></w:tc><w:tc/>"
    let few = try PackedDocument.read("<w:tbl><w:tr>\(wide)</w:tr></w:tbl>")
    guard case .table(let table)? = few.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columnCount == 256 && table.cells.count == 1)
    let many = "<w:tbl>" + String(repeating: "<w:tr/>", count: 16384) + "<w:tr>\(wide)</w:tr></w:tbl>"
    let part = try ZipReader(PackedDocument(many).bytes()).bytes("word/document.xml")
    let start = try #require(String(decoding: part, as: UTF8.self).firstRange(of: "<w:tbl>")).lowerBound
    let offset = start.utf16Offset(in: String(decoding: part, as: UTF8.self))
    #expect(throws: OfficeDefect.xml(part: "word/document.xml", .excessive(offset))) { try PackedDocument.read(many) }
  }
}
