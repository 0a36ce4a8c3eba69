import Testing

@testable import OOXML

@Suite struct WordDocumentTests {
  /// A part of the file as text.
  private func part(_ name: String, _ document: WordDocument) throws -> String {
    String(decoding: try ZipReader(document.bytes()).bytes(name), as: UTF8.self)
  }

  /// What stands in the body before the section properties.
  private func body(_ blocks: WordBlock...) throws -> String {
    let document = WordDocument(
      sections: [WordSection(blocks)], styles: [.heading(3, WordRunFormat(), WordParagraphFormat())])
    let text = try part("word/document.xml", document)
    let start = try #require(text.firstRange(of: "<w:body>"))
    let end = try #require(text.firstRange(of: "<w:sectPr>"))
    return String(text[start.upperBound..<end.lowerBound])
  }

  private static let slim = """
    <w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>\
    <w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>
    """

  @Test func `the parts of a document stand in a fixed order`() throws {
    let document = WordDocument(sections: [WordSection([], footer: .dashedPageNumbers())])
    #expect(
      try ZipReader(document.bytes()).entries.map(\.name) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/document.xml",
        "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/fontTable.xml",
        "word/text1.xml", "word/text2.xml",
      ])
  }

  @Test func `a text is written with all its characters`() throws {
    let text = "a<b>&\"c\"\t𠮷👨‍👩‍👧\u{200F}é\r\n二\n三\u{1}\u{FFFE} "
    let expected = """
      <w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>\
      <w:t xml:space="preserve">a&lt;b&gt;&amp;&quot;c&quot;</w:t><w:tab/>\
      <w:t xml:space="preserve">𠮷👨‍👩‍👧\u{200F}é</w:t><w:br/><w:t xml:space="preserve">二</w:t>\
      <w:br/><w:t xml:space="preserve">三\u{FFFD}\u{FFFD} </w:t></w:r></w:p>
      """
    #expect(try body(.paragraph(WordParagraph(text))) == expected)
  }

  @Test func `a text in the properties and in names is escaped`() throws {
    let document = WordDocument(
      sections: [], styles: [WordStyle("X", name: "a\"<\n>")], title: "<题>&", author: "甲",
      fontAlternatives: [WordFontAlternative("仿宋_GB2312", "仿宋")])
    let core = try part("docProps/core.xml", document)
    #expect(core.contains("<dc:title>&lt;题&gt;&amp;</dc:title><dc:creator>甲</dc:creator></cp:coreProperties>"))
    #expect(try part("word/styles.xml", document).contains(#"<w:name w:val="a&quot;&lt;&#10;&gt;"/>"#))
    let fonts = try part("word/fontTable.xml", document)
    #expect(fonts.contains(#"<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/></w:font>"#))
  }

  @Test func `the properties of a paragraph stand in the order of the schema`() throws {
    let format = WordParagraphFormat(
      alignment: .justified, firstLineIndent: .characters(2, halfPoints: 32), leftIndent: WordIndent(.twips(100)),
      rightIndent: .characters(4, halfPoints: 32), lineSpacing: .exactly(.points(28)), spaceBefore: .points(6),
      spaceAfter: .zero, keepsWithNext: true, keepsLinesTogether: false, startsPage: true, snapsToGrid: false,
      outlineLevel: 2)
    let expected = """
      <w:p><w:pPr><w:pStyle w:val="Heading3"/><w:keepNext/><w:keepLines w:val="0"/><w:pageBreakBefore/>\
      <w:snapToGrid w:val="0"/><w:spacing w:before="120" w:after="0" w:line="560" w:lineRule="exact"/>\
      <w:ind w:left="100" w:rightChars="400" w:right="1280" w:firstLineChars="200" w:firstLine="640"/>\
      <w:jc w:val="both"/><w:outlineLvl w:val="2"/></w:pPr></w:p>
      """
    #expect(try body(.paragraph(WordParagraph("", style: .heading(3), format: format))) == expected)
    #expect(try body(.paragraph(WordParagraph("", style: "Unknown"))) == "<w:p></w:p>")
    let hanging = WordParagraphFormat(firstLineIndent: .characters(-2, halfPoints: 21), lineSpacing: .percent(150))
    #expect(
      try body(.paragraph(WordParagraph([], format: hanging))) == """
        <w:p><w:pPr><w:spacing w:line="360" w:lineRule="auto"/>\
        <w:ind w:hangingChars="200" w:hanging="420"/></w:pPr></w:p>
        """)
  }

  @Test func `the properties of a run stand in the order of the schema`() throws {
    let format = WordRunFormat(
      font: WordFont(eastAsia: "仿宋_GB2312", ascii: "Arial"), halfPoints: 32, bold: true, italic: false,
      underlined: true, color: WordColor(rgb: 0x1F5FA8), characterSpacing: .twips(-5))
    let expected = """
      <w:p><w:r><w:rPr>\
      <w:rFonts w:ascii="Arial" w:eastAsia="仿宋_GB2312" w:hAnsi="Arial" w:cs="Arial"/>\
      <w:b/><w:i w:val="0"/><w:color w:val="1F5FA8"/><w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/>\
      <w:u w:val="single"/></w:rPr><w:t xml:space="preserve">绩</w:t></w:r></w:p>
      """
    #expect(try body(.paragraph(WordParagraph([WordRun("绩", format), WordRun("", format)]))) == expected)
  }

  @Test(arguments: [("“三公”经费", true), ("≥95%", false), ("三公经费", false), ("a", false), ("2.5×绩", true)])
  func `signs of both scripts are marked as Chinese in Chinese text`(text: String, marked: Bool) throws {
    #expect(try body(.paragraph(WordParagraph(text))).contains(#"w:hint="eastAsia""#) == marked)
  }

  @Test func `a page break moves into what follows it`() throws {
    let page = #"<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>"#
    #expect(try body(.pageBreak, .paragraph(WordParagraph(""))) == page)
    let slimPage = Self.slim.replacing("<w:pPr>", with: "<w:pPr><w:pageBreakBefore/>")
    #expect(try body(.paragraph(WordParagraph("")), .pageBreak) == "<w:p></w:p>" + slimPage)
    #expect(try body(.pageBreak, .pageBreak, .paragraph(WordParagraph(""))) == slimPage + page)
    let table = WordTable(columnWidths: [], rows: [WordRow([WordCell("")])])
    #expect(try body(.pageBreak, .table(table)).hasPrefix(slimPage + "<w:tbl>"))
  }

  @Test func `tables are kept apart and followed by a paragraph`() throws {
    let table = WordBlock.table(WordTable(columnWidths: [.twips(9)], rows: [WordRow([WordCell("")])]))
    let text = try body(table, table)
    #expect(text.contains("</w:tbl>" + Self.slim + "<w:tbl>"))
    #expect(text.hasSuffix("</w:tbl>" + Self.slim))
    #expect(try body() == Self.slim)
    #expect(try body(.table(WordTable(columnWidths: [.twips(9)], rows: [WordRow([])]))) == Self.slim)
  }

  @Test func `the same value gives the same bytes`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20 {
      let document = RandomDocument.make(using: &generator)
      #expect(document.bytes() == document.bytes())
    }
    // Fixed once and for all: neither day nor machine nor process may show in the file.
    let document = WordDocument(sections: [WordSection([], footer: .dashedPageNumbers())], title: "绩效")
    #expect(checksum(document.bytes(compression: .stored)) == 2_005_339_922)
  }

  @Test func `lengths are rounded to the nearest twip`() {
    #expect(Length.millimetres(210).twips == 11906)
    #expect(Length.millimetres(297).twips == 16838)
    #expect(Length.millimetres(-37).twips == -2098)
    #expect(Length.points(28) == .twips(560))
  }
}
