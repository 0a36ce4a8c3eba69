import Testing

@testable import OOXML

@Suite struct WordReaderTests {
  private func texts(_ body: String) throws -> [String] {
    try PackedDocument.read(body).blocks.paragraphs.map(\.text)
  }

  @Test func `runs make up the text of a paragraph and lead back to it`() throws {
    let body = """
      <w:p><w:r/><w:r><w:rPr><w:b/></w:rPr><w:t>绩效</w:t></w:r><w:hyperlink><w:r><w:t xml:space="preserve"> a&lt;</w:t>\
      <w:tab/><w:br/></w:r></w:hyperlink><w:proofErr/><w:r><w:t>𠮷</w:t></w:r></w:p><w:p/>
      """
    let file = try PackedDocument(body).bytes()
    let paragraphs = try WordReader.read(file).blocks.paragraphs
    #expect(paragraphs.map(\.text) == ["绩效 a<\t\n𠮷", ""])
    #expect(paragraphs.map(\.index) == [0, 1])
    let runs = paragraphs[0].runs
    #expect(runs.map(\.index) == [1, 2, 3])
    #expect(runs.map(\.range) == [0..<6, 6..<11, 11..<15])
    #expect(runs.map(\.isBold) == [true, false, false])
    let part = try ZipReader(file).bytes("word/document.xml")
    #expect(String(decoding: part[runs[2].bytes], as: UTF8.self) == "<w:r><w:t>𠮷</w:t></w:r>")
    #expect(String(decoding: part[paragraphs[1].bytes], as: UTF8.self) == "<w:p/>")
    #expect([0, 5, 6, 11, 14].map { paragraphs[0].run(at: $0)?.index } == [1, 1, 2, 3, 3])
    #expect(paragraphs[0].run(at: 15) == nil && paragraphs[1].run(at: 0) == nil)
  }

  @Test func `every sign that is not written as text is read`() throws {
    let body = """
      <w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:cr/><w:ptab/><w:br w:type="page"/>\
      <w:br w:type="textWrapping"/><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings" w:char="f0a8"/>\
      <w:sym w:font="Symbol" w:char="F061"/><w:footnoteReference/></w:r>\
      <m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>
      """
    #expect(try texts(body) == ["a\u{2011}\u{AD}\n\t\n☑□\u{FFFC}12"])
  }

  @Test func `containers and content controls are seen through`() throws {
    let run = "<w:r><w:t>字</w:t></w:r>"
    let body = """
      <w:sdt><w:sdtPr><w:placeholder/></w:sdtPr><w:sdtContent><w:p><w:sdt><w:sdtContent>\(run)</w:sdtContent></w:sdt>\
      <w:smartTag>\(run)</w:smartTag><w:customXml>\(run)</w:customXml></w:p></w:sdtContent></w:sdt>\
      <w:customXml><w:p><w:dir><w:bdo>\(run)</w:bdo></w:dir></w:p></w:customXml>\
      <w:p><w:r><w:t>前</w:t><w:ruby><w:rt><w:r><w:t>zì</w:t></w:r></w:rt><w:rubyBase>\(run)</w:rubyBase></w:ruby>\
      <w:t>后</w:t></w:r></w:p>
      """
    #expect(try texts(body) == ["字字字", "字", "前字后"])
    let ruby = try PackedDocument.read(body).blocks.paragraphs[2]
    #expect(ruby.runs.map(\.range) == [0..<3, 3..<6, 6..<9])
    #expect(ruby.runs.map(\.index) == [0, 1, 0])
  }

  @Test func `a text box is read once and after the paragraph it hangs on`() throws {
    let box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
    let body = """
      <w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:x><a:blip/>\(box)</a:x></w:drawing>\
      </mc:Choice><mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent><w:t>后</w:t></w:r></w:p>\
      <w:p><w:r><w:pict>\(box)</w:pict></w:r></w:p>
      """
    let document = try PackedDocument.read(body)
    #expect(document.blocks.paragraphs.map(\.text) == ["前后", "框", "", "框"])
    #expect(document.blocks.paragraphs.map(\.index) == [0, 1, 2, 3])
    #expect(document.traces.pictures == [.init(text: "", place: SourcePlace(part: "word/document.xml", paragraph: 0))])
  }

  @Test func `deleted text is not read and inserted text is, both are noted`() throws {
    let body = """
      <w:p><w:ins w:author="甲" w:date="2025-01-01T00:00:00Z"><w:r><w:t>新</w:t></w:r></w:ins>\
      <w:del w:author="乙"><w:r><w:delText>旧</w:delText></w:r></w:del>\
      <w:moveFrom><w:r><w:t>去</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo>\
      <w:r><w:rPr><w:b/><w:rPrChange w:author="丙"><w:rPr/></w:rPrChange></w:rPr><w:t>。</w:t></w:r></w:p>\
      <w:p><w:pPr><w:rPr><w:del w:author="丁"/></w:rPr></w:pPr></w:p>\
      <w:tbl><w:tr><w:trPr><w:ins w:author="戊"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>
      """
    let document = try PackedDocument.read(body)
    #expect(document.blocks.paragraphs.map(\.text) == ["新来。", "", ""])
    let changes = document.traces.changes
    #expect(changes.map(\.kind) == [.insertion, .deletion, .moveFrom, .moveTo, .formatting, .deletion, .insertion])
    #expect(changes.map(\.text) == ["新", "旧", "去", "来", "", "", ""])
    #expect(changes.map(\.author) == ["甲", "乙", "", "", "丙", "丁", "戊"])
    #expect(changes[0].date == "2025-01-01T00:00:00Z")
    #expect(changes.map(\.place.paragraph) == [0, 0, 0, 0, 0, 1, nil])
  }

  @Test func `of many changes around one another only the inner ones are told the text`() throws {
    let (before, after) = (String(repeating: "<w:ins>", count: 150), String(repeating: "</w:ins>", count: 150))
    let document = try PackedDocument.read("<w:p>\(before)<w:r><w:t>新</w:t></w:r>\(after)</w:p>")
    #expect(document.blocks.paragraphs.map(\.text) == ["新"])
    #expect(document.traces.changes.count == 150)
    #expect(document.traces.changes.map(\.text).filter { $0 == "新" }.count == 4)
    let both = try PackedDocument.read("<w:p><w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:ins></w:p>")
    #expect(both.traces.changes.map(\.text) == ["旧", "旧"])
  }

  @Test(.timeLimit(.minutes(10))) func `fields that nothing ends are read in the time that their text takes`() throws {
    // Other words in each, so that the file is not packed too well.
    let runs = (1...100_000).map { number in
      "<w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/><w:t>\(number &* 2_654_435_761)</w:t></w:r>"
    }
    let document = try PackedDocument.read("<w:p>\(runs.joined())</w:p>")
    #expect(document.blocks.paragraphs.first?.runs.count == 100_000)
  }

  @Test func `hidden text is noted and not read`() throws {
    var document = PackedDocument(
      """
      <w:p><w:r><w:t>看</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>\
      <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r>\
      <w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>隐</w:t></w:r></w:p>
      """)
    document.parts = [
      (
        "styles", "styles.xml", "styles",
        "<w:style w:styleId='Base'><w:rPr><w:vanish/></w:rPr></w:style>"
          + "<w:style w:styleId='Secret'><w:basedOn w:val='Base'/></w:style>"
      )
    ]
    let source = try document.read()
    #expect(source.blocks.paragraphs.map(\.text) == ["看见"])
    #expect(source.blocks.paragraphs[0].runs.map(\.index) == [0, 2])
    #expect(source.traces.hiddenTexts.map(\.text) == ["藏", "隐"])
    #expect(source.traces.hiddenTexts[0].place == SourcePlace(part: "word/document.xml", paragraph: 0))
  }

  @Test func `a style hides what is in its paragraphs unless a run shows itself`() throws {
    var document = PackedDocument(
      """
      <w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr><w:r><w:t>藏</w:t></w:r>\
      <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r></w:p>
      """)
    let style = "<w:style w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>"
    document.parts = [("styles", "styles.xml", "styles", style)]
    let source = try document.read()
    #expect(source.blocks.paragraphs.map(\.text) == ["见"])
    #expect(source.traces.hiddenTexts.map(\.text) == ["藏"])
  }

  @Test func `pictures are noted with their names and descriptions`() throws {
    let drawing = """
      <w:drawing><a:inline><a:docPr name="图片 1" descr="负责人签名"/><a:graphic><a:cNvPr name="图片 1"/><a:blip/></a:graphic>\
      </a:inline></w:drawing>
      """
    let shape = "<w:pict><w:shape alt='公章'><w:imagedata title='章.png'/></w:shape></w:pict>"
    let document = try PackedDocument.read("<w:p/><w:p><w:r>\(drawing)</w:r><w:r>\(shape)</w:r></w:p>")
    #expect(document.traces.pictures.map(\.text) == ["图片 1 负责人签名", "公章 章.png"])
    #expect(document.traces.pictures.map(\.place.paragraph) == [1, 1])
  }

  @Test func `the result of a field is read and its instruction noted`() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType='\(type)'/></w:r>" }
    let body = """
      <w:p>\(mark("begin"))<w:r><w:instrText> IF </w:instrText></w:r>\(mark("begin"))<w:r><w:instrText>DATE</w:instrText></w:r>\
      \(mark("separate"))<w:r><w:t>中间</w:t></w:r>\(mark("end"))<w:r><w:instrText>= 1</w:instrText></w:r>\(mark("separate"))\
      <w:r><w:t>结果</w:t></w:r>\(mark("end"))</w:p><w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>\
      \(mark("end"))</w:p>
      """
    let document = try PackedDocument.read(body)
    #expect(document.blocks.paragraphs.map(\.text) == ["结果", "1"])
    #expect(document.traces.fields.map(\.text) == ["DATE", " IF = 1", "PAGE"])
  }

  @Test func `styles tell name, level and numbering`() throws {
    var document = PackedDocument(
      """
      <w:p><w:pPr><w:pStyle w:val="2"/></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="Sub"/><w:outlineLvl w:val="3"/></w:pPr></w:p>\
      <w:p><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="Round"/></w:pPr></w:p>\
      <w:p><w:pPr><w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>\
      <w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr></w:p>
      """)
    document.parts = [
      (
        "styles", "styles.xml", "styles",
        """
        <w:style w:styleId='2'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='7'/></w:numPr>\
        <w:outlineLvl w:val='0'/></w:pPr></w:style>\
        <w:style w:styleId='Sub'><w:name w:val='副'/><w:basedOn w:val='2'/></w:style>\
        <w:style w:styleId='Deep'><w:basedOn w:val='Sub'/></w:style>\
        <w:style w:styleId='Own'><w:basedOn w:val='Deep'/><w:pPr><w:outlineLvl w:val='4'/></w:pPr></w:style>\
        <w:style w:styleId='Round'><w:basedOn w:val='Round'/></w:style>
        """
      )
    ]
    let paragraphs = try document.read().blocks.paragraphs
    #expect(paragraphs.map(\.style) == ["2", "Sub", nil, "Round", "2", "Own"])
    #expect(paragraphs.map(\.styleName) == ["heading 1", "副", nil, nil, "heading 1", nil])
    #expect(paragraphs.map(\.outlineLevel) == [0, 3, nil, nil, 0, 4])
    let list = SourceNumbering(id: 7, level: 1, label: nil)
    #expect(paragraphs.map(\.numbering) == [list, list, nil, nil, nil, list])
  }

  @Test func `sections end where their paper changes`() throws {
    var document = PackedDocument(
      """
      <w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="p0"/><w:pgSz w:w="11906" w:h="16838"/>\
      <w:pgMar w:top="1" w:right="2" w:bottom="3" w:left="4"/></w:sectPr></w:pPr></w:p>\
      <w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>
      """)
    document.parts = [("header", "header9.xml", "hdr", "<w:p><w:r><w:t>眉</w:t></w:r></w:p>")]
    let source = try document.read()
    let margins = WordPage.Margins(top: .twips(1), left: .twips(4), bottom: .twips(3), right: .twips(2))
    let portrait = SourceSection(
      width: .twips(11906), height: .twips(16838), isLandscape: false, margins: margins,
      runningTexts: ["word/header9.xml"])
    let landscape = SourceSection(
      width: .twips(16838), height: .twips(11906), isLandscape: true, margins: nil, runningTexts: [])
    #expect(source.blocks.dropFirst() == [.sectionEnd(portrait), .sectionEnd(landscape)])
    #expect(source.parts.map(\.name) == ["word/document.xml", "word/header9.xml"])
    #expect(source.parts.map(\.kind) == [.body, .header])
    #expect(source.parts[1].blocks.paragraphs.map(\.text) == ["眉"])
  }

  @Test func `what should not be published is found in every part`() throws {
    var document = PackedDocument("<w:bookmarkStart w:name='_GoBack'/><w:p><w:bookmarkStart w:name='信访'/></w:p>")
    let note =
      "<w:comment w:author='甲' w:date='2025'><w:p><w:r><w:t>核</w:t></w:r></w:p><w:p><w:r><w:t>对</w:t></w:r></w:p></w:comment>"
    document.parts = [
      ("comments", "comments.xml", "comments", note),
      ("footnotes", "footnotes.xml", "footnotes", "<w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>"),
      ("footer", "footer1.xml", "ftr", "<w:p><w:bookmarkStart w:name='脚'/></w:p>"),
      ("footer", "footer1.xml", "ftr", ""),
    ]
    document.parts.removeLast()
    document.relationships =
      "<Relationship Id='x' Type='attachedTemplate' Target='file:///C:/a.dot' TargetMode='External'/>"
    let core = """
      <cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' \
      xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'><dc:creator>张三</dc:creator>\
      <cp:lastModifiedBy/><dcterms:created>2025</dcterms:created></cp:coreProperties>
      """
    let app = """
      <Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>\
      <Company>某局</Company></Properties>
      """
    let custom = """
      <Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' \
      xmlns:v='http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'>\
      <property name='密级'><v:lpwstr>内部</v:lpwstr></property></Properties>
      """
    document.entries = [
      ZipArchive.Entry("docProps/core.xml", Array(core.utf8)), ZipArchive.Entry("docProps/app.xml", Array(app.utf8)),
      ZipArchive.Entry("docProps/custom.xml", Array(custom.utf8)),
      ZipArchive.Entry("word/embeddings/a.xlsx", []), ZipArchive.Entry("word/vbaProject.bin", []),
    ]
    let source = try document.read()
    #expect(source.traces.bookmarks.map(\.text) == ["_GoBack", "信访", "脚"])
    #expect(source.traces.bookmarks[2].place == SourcePlace(part: "word/footer1.xml", paragraph: 0))
    let comment = SourcePlace(part: "word/comments.xml", paragraph: 0)
    #expect(source.traces.comments == [.init(author: "甲", date: "2025", text: "核\n对", place: comment)])
    let body = SourcePlace(part: "word/document.xml", paragraph: nil)
    #expect(source.traces.externalTargets == [.init(text: "file:///C:/a.dot", place: body)])
    #expect(source.traces.embeddedFiles == ["word/embeddings/a.xlsx"])
    #expect(source.traces.macroPart == "word/vbaProject.bin")
    #expect(source.parts.map(\.kind) == [.body, .comments, .footnotes, .footer])
    #expect(source.properties.entries.map(\.name) == ["creator", "created", "Company", "密级"])
    #expect(source.properties["creator"] == "张三" && source.properties["密级"] == "内部")
    #expect(source.properties["lastModifiedBy"] == nil)
  }
}
