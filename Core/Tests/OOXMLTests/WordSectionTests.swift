import OOXML
import Testing

@Suite struct WordSectionTests {
  private func part(_ name: String, _ document: WordDocument) throws -> String {
    String(decoding: try ZipReader(document.bytes()).bytes(name), as: UTF8.self)
  }

  /// All section properties of the body in order.
  private func sections(_ document: WordDocument) throws -> [String] {
    try part("word/document.xml", document).split(separator: "<w:sectPr>").dropFirst().map {
      String($0[..<($0.firstRange(of: "</w:sectPr>")?.lowerBound ?? $0.endIndex)])
    }
  }

  @Test func `portrait and landscape sections follow one another`() throws {
    let document = WordDocument(
      sections: [
        WordSection([.paragraph(WordParagraph("一"))], firstPageNumber: 1, verticalAlignment: .center),
        WordSection([.paragraph(WordParagraph("二"))], page: .officialLandscape, start: .oddPage),
      ], styles: [.normal(WordRunFormat(halfPoints: 32))])
    #expect(
      try sections(document) == [
        """
        <w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>\
        <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="850" w:footer="1417" w:gutter="0"/>\
        <w:pgNumType w:start="1"/><w:cols w:space="720"/><w:vAlign w:val="center"/>\
        <w:docGrid w:type="lines" w:linePitch="579"/>
        """,
        """
        <w:type w:val="oddPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>\
        <w:pgMar w:top="1587" w:right="1984" w:bottom="1474" w:left="2098" w:header="850" w:footer="907" w:gutter="0"/>\
        <w:cols w:space="720"/>
        """,
      ])
    let text = try part("word/document.xml", document)
    #expect(text.contains("</w:sectPr></w:pPr><w:r>"), "the first section ends in its last paragraph")
    #expect(text.hasSuffix("</w:sectPr></w:body></w:document>"))
  }

  @Test func `a section that ends in a table is closed by a paragraph without height`() throws {
    let table = WordTable(columnWidths: [], rows: [WordRow([WordCell("")])])
    let document = WordDocument(sections: [WordSection([.table(table)]), WordSection([])])
    #expect(try part("word/document.xml", document).contains(#"<w:sz w:val="2"/></w:rPr><w:sectPr>"#))
  }

  @Test func `a grid gives characters room only where there is some`() throws {
    var page = WordPage.officialPortrait
    page.grid = WordGrid(lines: 22, charactersPerLine: 28)
    func grid(_ halfPoints: Int) throws -> Substring? {
      let styles = [WordStyle.normal(WordRunFormat(halfPoints: halfPoints))]
      let document = WordDocument(sections: [WordSection([], page: page)], styles: styles)
      return try sections(document)[0].split(separator: "<w:docGrid").last
    }
    // 8845 twips for 28 characters leave 15.79 points each.
    #expect(try grid(32) == #" w:type="lines" w:linePitch="579"/>"#)
    #expect(try grid(28) == #" w:type="linesAndChars" w:linePitch="579" w:charSpace="7350"/>"#)
    #expect(page.characterSpacing(fitting: 28, halfPoints: 32) == .twips(-5))
    #expect(page.characterSpacing(fitting: 28, halfPoints: 28) == .twips(35))
    #expect(28 * (320 - 5) <= page.textWidth.twips)
  }

  @Test func `odd and even pages number on the outer side`() throws {
    let document = WordDocument(sections: [WordSection([], footer: .dashedPageNumbers())])
    let references = """
      <w:footerReference w:type="default" r:id="rText1"/><w:footerReference w:type="even" r:id="rText2"/><w:type
      """
    #expect(try sections(document)[0].hasPrefix(references))
    #expect(try part("word/settings.xml", document).contains("<w:evenAndOddHeaders/>"))
    let odd = try part("word/text1.xml", document)
    #expect(odd.contains(#"<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>"#))
    #expect(odd.contains(#"<w:t xml:space="preserve">— </w:t>"#))
    #expect(odd.contains(#"<w:instrText xml:space="preserve"> PAGE </w:instrText>"#))
    let even = try part("word/text2.xml", document)
    #expect(even.contains(#"<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>"#))
    let types = try part("[Content_Types].xml", document)
    #expect(types.contains(#"<Override PartName="/word/text2.xml" ContentType="application/vnd.openxml"#))
    #expect(types.contains(#"wordprocessingml.footer+xml"/></Types>"#))
    let relationships = try part("word/_rels/document.xml.rels", document)
    #expect(relationships.contains(#"<Relationship Id="rText2" Target="text2.xml" Type="http://"#))
  }

  @Test func `a section without a footer does not take over the one before`() throws {
    let footer = WordRunningText([.paragraph(WordParagraph("脚"))], first: [])
    let document = WordDocument(sections: [
      WordSection([], footer: footer), WordSection([]), WordSection([], footer: footer),
    ])
    let all = try sections(document)
    let first = #"<w:footerReference w:type="default" r:id="rText1"/><w:footerReference w:type="first" r:id="rText2"/>"#
    #expect(all[0].hasPrefix(first) && all[2].hasPrefix(first))
    #expect(all[0].contains("<w:titlePg/>") && !all[1].contains("<w:titlePg/>"))
    #expect(all[1].hasPrefix(#"<w:footerReference w:type="default" r:id="rText2"/><w:type"#))
    #expect(try !part("word/settings.xml", document).contains("evenAndOddHeaders"))
    #expect(try !part("word/text2.xml", document).contains("脚"))
    #expect(try ZipReader(document.bytes()).entries.filter { $0.name.hasPrefix("word/text") }.count == 2)
  }

  @Test func `with different even pages a plain footer stands on both`() throws {
    let plain = WordRunningText([.paragraph(WordParagraph("脚"))])
    let document = WordDocument(sections: [
      WordSection([], footer: .dashedPageNumbers()), WordSection([], header: plain, footer: plain),
    ])
    let second = """
      <w:headerReference w:type="default" r:id="rText4"/><w:headerReference w:type="even" r:id="rText4"/>\
      <w:footerReference w:type="default" r:id="rText5"/><w:footerReference w:type="even" r:id="rText5"/><w:type
      """
    #expect(try sections(document)[1].hasPrefix(second))
    #expect(try part("word/text4.xml", document).contains("<w:hdr xmlns:w="))
  }

  @Test func `styles begin with Normal and hold each name once`() throws {
    let document = WordDocument(
      sections: [],
      styles: [
        .heading(1, WordRunFormat(font: WordFont(eastAsia: "黑体")), WordParagraphFormat()),
        .normal(WordRunFormat(halfPoints: 32)), WordStyle("Cell", name: "表格"), WordStyle("Cell", name: "又一个"),
      ])
    let text = try part("word/styles.xml", document)
    let names = text.split(separator: "<w:name w:val=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(names == ["Normal", "heading 1", "表格", "Default Paragraph Font", "Normal Table", "No List"])
    #expect(
      text.contains(
        """
        <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>\
        <w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>
        """))
    #expect(text.contains(#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Cell">"#))
  }
}
