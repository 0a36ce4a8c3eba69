import Testing

@testable import OOXML

@Suite struct WordTemplateTests {
  private let vocabulary = TemplateVocabulary(
    fields: [
      .init("unit", names: ["单位名称"]), .init("year", names: ["自评年度"]), .init("text", names: ["报告正文"]),
      .init("executed", names: ["自评表.全年执行数", "全年执行数"]),
    ],
    lists: [
      .init(
        "lines", names: ["指标"],
        item: TemplateVocabulary(fields: [
          .init("name", names: ["名称", "三级指标"]), .init("score", names: ["得分"]),
          .init("group", names: ["一级指标"], mergedBy: "group"),
        ])),
      .init(
        "projects", names: ["项目"],
        item: TemplateVocabulary(
          fields: [.init("name", names: ["项目名称"])],
          lists: [
            .init("lines", names: ["指标"], item: TemplateVocabulary(fields: [.init("name", names: ["名称"])]))
          ])),
    ])

  private let values = TemplateValues(
    texts: [
      "unit": "示例县商务局", "year": "2024", "executed": "",
      "text": TemplateText([.init("一、基本情况", level: 1), .init("第一段。"), .init("第二段。")]),
    ],
    lists: [
      "lines": [
        TemplateValues(texts: ["name": "改造市场", "score": "10", "group": "产出"]),
        TemplateValues(texts: ["name": "验收合格率", "score": "9.5", "group": "产出"]),
        TemplateValues(texts: ["name": "满意度", "score": "8", "group": "满意"]),
      ],
      "projects": [
        TemplateValues(texts: ["name": "甲"], lists: ["lines": [TemplateValues(texts: ["name": "甲一"])]]),
        TemplateValues(
          texts: ["name": "乙"],
          lists: ["lines": [TemplateValues(texts: ["name": "乙一"]), TemplateValues(texts: ["name": "乙二"])]]),
      ],
    ])

  private func paragraph(_ runs: String...) -> String {
    "<w:p>" + runs.map { "<w:r><w:t>\($0)</w:t></w:r>" }.joined() + "</w:p>"
  }
  private func row(_ cells: String...) -> String {
    "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
  }
  private func table(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

  private func filled(_ body: String, styles: String? = nil) throws -> [UInt8] {
    var packed = PackedDocument(body)
    if let styles { packed.parts.append(("styles", "styles.xml", "styles", styles)) }
    return try WordTemplate(packed.bytes()).filled(with: values, vocabulary, title: "题")
  }
  private func markup(_ file: [UInt8]) throws -> String {
    String(decoding: try ZipReader(file).bytes("word/document.xml"), as: UTF8.self)
  }
  private func texts(_ body: String) throws -> [String] {
    try WordReader.read(filled(body)).blocks.paragraphs.map(\.text)
  }
  private func faults(_ body: String) throws -> [String] {
    try WordTemplate(PackedDocument(body).bytes()).faults(vocabulary).map(\.message)
  }

  @Test func `a placeholder that Word split over runs is found and keeps the look of its first run`() throws {
    let body = """
      <w:p><w:r><w:t>甲{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{单位</w:t></w:r>\
      <w:bookmarkStart w:id="1" w:name="x"/><w:r><w:rPr><w:i/></w:rPr><w:t>名称</w:t></w:r><w:bookmarkEnd w:id="1"/>\
      <w:r><w:t xml:space="preserve">}}乙 </w:t></w:r></w:p>
      """
    let markup = try markup(filled(body))
    #expect(markup.contains(#"<w:r><w:t xml:space="preserve">甲示例县商务局</w:t></w:r>"#))
    #expect(markup.contains(#"<w:r><w:t xml:space="preserve">乙 </w:t></w:r>"#))
    #expect(markup.contains(#"<w:bookmarkStart w:id="1" w:name="x"/>"#))
    #expect(try texts(body) == ["甲示例县商务局乙 "])
  }

  @Test func `names are told whatever their widths, blanks and dots`() throws {
    #expect(try texts(paragraph("｛｛ 单位 名称 ｝｝，{{指标：名称}}").replacing("，{{指标：名称}}", with: "")) == ["示例县商务局"])
    #expect(try texts(paragraph("{{自评表，全年执行数}}|{{自评表。全年执行数}}|{{全年执行数}}")) == ["||"])
  }

  @Test func `text is escaped and what XML forbids is replaced`() throws {
    var values = values
    values.texts["unit"] = "甲<&>\u{1}𠮷\t乙"
    let template = try WordTemplate(PackedDocument(paragraph("{{单位名称}}")).bytes())
    let file = try template.filled(with: values, vocabulary, title: "")
    #expect(try WordReader.read(file).blocks.paragraphs.map(\.text) == ["甲<&>\u{FFFD}𠮷\t乙"])
  }

  @Test func `a row that holds fields of a list stands once for each item`() throws {
    let body = table(row("序号", "得分"), row("{{指标.名称}}", "{{指标.得分}}分"), row("合计", "100"))
    #expect(
      try texts(body) == ["序号", "得分", "改造市场", "10分", "验收合格率", "9.5分", "满意度", "8分", "合计", "100"])
  }

  @Test func `rows between marks are repeated together, and rows that hold the marks alone go away`() throws {
    let body = table(row("{{#项目}}", ""), row("{{项目名称}}", "一"), row("{{指标.名称}}", "二"), row("{{/项目}}", ""))
    #expect(try texts(body) == ["甲", "一", "甲一", "二", "乙", "一", "乙一", "二", "乙二", "二"])
    #expect(try texts(table(row("{{#指标}}{{名称}}", "{{得分}}{{/指标}}"))).count == 6)
  }

  @Test func `cells of repeated rows are merged while their group stays the same`() throws {
    let markup = try markup(filled(table(row("{{指标.一级指标}}", "{{指标.名称}}"))))
    #expect(markup.split(separator: #"<w:vMerge w:val="restart"/>"#, omittingEmptySubsequences: false).count == 2)
    #expect(markup.split(separator: "<w:vMerge/>", omittingEmptySubsequences: false).count == 2)
    let document = try WordReader.read(filled(table(row("{{指标.一级指标}}", "{{指标.名称}}"))))
    #expect(document.blocks.paragraphs.map(\.text).filter { $0 == "产出" }.count == 1)
  }

  @Test func `a cell merged with the rows below stays one cell over all copies`() throws {
    let merged = "<w:tcPr><w:tcW w:w=\"9\"/><w:vMerge w:val=\"restart\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
    let body =
      "<w:tbl><w:tr><w:tc>\(merged)\(paragraph("表"))</w:tc><w:tc>\(paragraph("{{指标.名称}}"))</w:tc></w:tr></w:tbl>"
    let markup = try markup(filled(body))
    #expect(markup.split(separator: "restart", omittingEmptySubsequences: false).count == 2)
    #expect(
      markup.split(separator: #"<w:tcW w:w="9"/><w:vMerge/><w:vAlign"#, omittingEmptySubsequences: false).count == 3)
  }

  @Test func `paragraphs between marks stand once for each item, or only where there is something`() throws {
    #expect(
      try texts(paragraph("{{#项目}}") + paragraph("项目{{项目名称}}") + paragraph("{{/项目}}") + paragraph("完"))
        == ["项目甲", "项目乙", "完"])
    #expect(
      try texts(
        paragraph("{{#全年执行数}}") + paragraph("有") + paragraph("{{/全年执行数}}") + paragraph("{{^全年执行数}}")
          + paragraph("没有") + paragraph("{{/全年执行数}}")) == ["没有"])
    #expect(try texts(paragraph("甲{{#全年执行数}}共{{全年执行数}}万元，{{/全年执行数}}乙{{#单位名称}}丙{{/单位名称}}")) == ["甲乙丙"])
    #expect(try texts(paragraph("{{#项目}}{{项目名称}}", "（{{#指标}}{{名称}}、{{/指标}}）{{/项目}}")) == ["甲（甲一、）乙（乙一、乙二、）"])
  }

  @Test func `a text of several lines becomes paragraphs, headings in the styles for them`() throws {
    let styles = #"<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="heading 1"/></w:style>"#
    let markup = try markup(filled(paragraph("{{报告正文}}"), styles: styles))
    #expect(
      markup.contains(
        #"<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t xml:space="preserve">一、基本情况</w:t></w:r></w:p>"#))
    #expect(try texts(paragraph("{{报告正文}}")) == ["一、基本情况", "第一段。", "第二段。"])
    #expect(try texts(paragraph("正文：{{报告正文}}")) == ["正文：一、基本情况\n第一段。\n第二段。"])
  }

  @Test func `copies share no bookmarks and no marks of identity`() throws {
    let body = """
      <w:p>\(paragraph("{{#项目}}").dropFirst(5).dropLast(6))</w:p>\
      <w:p xmlns:z="urn:z" z:paraId="1A"><w:bookmarkStart w:id="4" w:name="b"/><w:r><w:t>{{项目名称}}</w:t></w:r><w:bookmarkEnd w:id="4"/></w:p>\
      \(paragraph("{{/项目}}"))
      """
    let markup = try markup(filled(body))
    #expect(markup.split(separator: "bookmarkStart", omittingEmptySubsequences: false).count == 2)
    #expect(markup.split(separator: "paraId", omittingEmptySubsequences: false).count == 2)
  }

  @Test func `the end of a section stays though the mark beside it goes`() throws {
    let section = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{/项目}}</w:t></w:r></w:p>"
    let markup = try markup(filled(paragraph("{{#项目}}") + paragraph("{{项目名称}}") + section))
    #expect(markup.split(separator: "<w:sectPr/>", omittingEmptySubsequences: false).count == 2)
  }

  @Test func `cells keep a paragraph and tables keep a row or go`() throws {
    let condition = paragraph("{{#全年执行数}}") + paragraph("有") + paragraph("{{/全年执行数}}")
    let markup = try markup(filled("<w:tbl><w:tr><w:tc>\(condition)</w:tc></w:tr></w:tbl>"))
    #expect(markup.contains("<w:tc><w:p/></w:tc>"))
    var blank = values
    blank.lists["lines"] = []
    let template = try WordTemplate(PackedDocument(table(row("{{指标.名称}}")) + paragraph("完")).bytes())
    let file = try template.filled(with: blank, vocabulary, title: "")
    #expect(try !self.markup(file).contains("<w:tbl>"))
  }

  @Test func `headers and text boxes are filled in as well`() throws {
    var packed = PackedDocument(
      "<w:p><w:r><w:pict><w:txbxContent>\(paragraph("{{自评年度}}"))</w:txbxContent></w:pict></w:r></w:p>")
    packed.parts.append(("header", "header1.xml", "hdr", paragraph("{{单位名称}}")))
    let file = try WordTemplate(packed.bytes()).filled(with: values, vocabulary, title: "")
    #expect(String(decoding: try ZipReader(file).bytes("word/header1.xml"), as: UTF8.self).contains("示例县商务局"))
    #expect(try markup(file).contains("2024"))
  }

  @Test func `all faults are told with their places and what was probably meant`() throws {
    let body =
      paragraph("甲{{单位名}}") + table(row("一", "{{自评表.全年执行}}"), row("二", "{{指标.名字}}")) + paragraph("{{#项目}}")
      + paragraph("{{单位名称") + paragraph("{{指标.名称}}") + paragraph("{{项目}}") + paragraph("}}")
    #expect(
      try faults(body) == [
        "正文第1段（“甲{{单位名}}”）：没有“{{单位名}}”这个占位符，是否为“{{单位名称}}”？",
        "正文第1个表格第1行第2格：没有“{{自评表.全年执行}}”这个占位符，是否为“{{自评表.全年执行数}}”？",
        "正文第1个表格第2行第2格：没有“{{指标.名字}}”这个占位符，是否为“{{指标.名称}}”？",
        "正文第3段（“{{单位名称”）：“{{单位名称”缺少结束的“}}”，或中间有换行。",
        "正文第4段（“{{指标.名称}}”）：“{{指标.名称}}”有多项，请写在表格的一行中，或写在“{{#指标}}”和“{{/指标}}”之间。",
        "正文第5段（“{{项目}}”）：“{{项目}}”有多项，不能直接填入；请写“{{#项目}}……{{/项目}}”，或在表格的一行中写其中的栏目。",
        "正文第6段（“}}”）：“}}”前面没有“{{”。",
        "正文第2段（“{{#项目}}”）：“{{#项目}}”没有对应的“{{/项目}}”。",
      ])
  }

  @Test func `parts that do not end where they began are faults`() throws {
    #expect(try faults(paragraph("{{#项目}}") + table(row("{{/项目}}")))[0].hasSuffix("要在同一格、同一行、同一张表或同一级段落中。"))
    #expect(try faults(paragraph("{{/项目}}"))[0].hasSuffix("“{{/项目}}”前面没有“{{#项目}}”。"))
    #expect(try faults(paragraph("甲{{#项目}}") + paragraph("乙{{/项目}}"))[0].contains("请另起一段"))
    #expect(try faults(paragraph("没有")) == ["文件中没有占位符。占位符写作“{{单位名称}}”，见占位符一览。"])
    #expect(try faults(paragraph("{{ }}{{单位名称}}"))[0].hasSuffix("“{{ }}”里没有名称。"))
  }

  @Test func `tracked changes and comments must be settled first`() throws {
    let body = paragraph("{{单位名称}}") + "<w:p><w:ins w:id='1' w:author='甲'><w:r><w:t>新</w:t></w:r></w:ins></w:p>"
    #expect(try faults(body) == ["有修订痕迹（“新”），请接受或拒绝全部修订后再上传。"])
  }

  /// Texts with marks in them, whole or broken, in a document with everything.
  private func random(_ seed: Int) -> WordDocument {
    var generator = SeededGenerator(seed: UInt64(seed))
    var document = RandomDocument.make(using: &generator)
    let pieces = [
      "{{单位名称}}", "{{", "单位名称", "}}", "{{#指标}}", "{{名称}}", "{{/指标}}", "{{指标.得分}}", "{{^全年执行数}}", "{{/全年执行数}}", "甲", "{",
      "{{#项目}}", "{{/项目}}", "{{报告正文}}", "{{指标.一级指标}}",
    ]
    func marked(_ block: WordBlock) -> WordBlock {
      switch block {
      case .pageBreak: return block
      case .table(var table):
        for row in table.rows.indices {
          for cell in table.rows[row].cells.indices {
            table.rows[row].cells[cell].blocks = table.rows[row].cells[cell].blocks.map(marked)
          }
        }
        return .table(table)
      case .paragraph(var paragraph):
        guard seed % 2 == 0 || Int.random(in: 0..<3, using: &generator) == 0 else { return block }
        paragraph.runs = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          WordRun(pieces.randomElement(using: &generator) ?? "")
        }
        return .paragraph(paragraph)
      }
    }
    for section in document.sections.indices {
      document.sections[section].blocks = document.sections[section].blocks.map(marked)
    }
    return document
  }

  @Test(arguments: 0..<300)
  func `a random template is filled in or its faults are told`(seed: Int) throws {
    let template = try WordTemplate(random(seed).bytes(compression: .deflated(level: 1)))
    guard template.faults(vocabulary).isEmpty else { return }
    let file = try template.filled(with: values, vocabulary, title: "")
    let read = try WordReader.read(file).blocks.paragraphs.map(\.text)
    #expect(!read.contains { $0.contains("{{") })
  }

  @Test func `the same template and values give the same bytes`() throws {
    let body = paragraph("{{单位名称}}") + table(row("{{指标.名称}}"))
    #expect(try filled(body) == filled(body))
  }
}

@Suite struct TemplateSafetyTests {
  private func refusal(_ change: (inout PackedDocument) -> Void) throws -> TemplateRefusal? {
    var packed = PackedDocument("<w:p><w:r><w:t>{{单位名称}}</w:t></w:r></w:p>")
    change(&packed)
    let bytes = try packed.bytes()
    do throws(TemplateRefusal) { _ = try WordTemplate(bytes) } catch { return error }
    return nil
  }
  private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  @Test func `a plain document is taken, with links that people follow by hand`() throws {
    #expect(try refusal { _ in } == nil)
    #expect(
      try refusal {
        $0.relationships =
          "<Relationship Id='h' Type='\(office)/hyperlink' Target='https://example.cn/' TargetMode='External'/>"
      } == nil)
  }

  @Test func `whatever reaches outside or runs is refused with its reason`() throws {
    #expect(
      try refusal {
        $0.relationships =
          "<Relationship Id='h' Type='\(office)/attachedTemplate' Target='file:///x.dotm' TargetMode='External'/>"
      } == .external("attachedTemplate", "file:///x.dotm"))
    #expect(
      try refusal {
        $0.relationships = "<Relationship Id='h' Type='\(office)/hyperlink' Target='file:///c' TargetMode='External'/>"
      } == .external("hyperlink", "file:///c"))
    #expect(
      try refusal { $0.relationships = "<Relationship Id='o' Type='\(office)/oleObject' Target='embeddings/o.bin'/>" }
        == .embedded("word/embeddings/o.bin"))
    #expect(try refusal { $0.entries = [ZipArchive.Entry("word/vbaProject.bin", [1])] } == .macros)
    #expect(
      try refusal { $0.contentType = "application/vnd.ms-word.document.macroEnabled.main+xml" } == .otherKind)
    #expect(
      try refusal { $0.body += "<w:p><w:fldSimple w:instr=' INCLUDETEXT &quot;c:/x&quot; '/></w:p>" }
        == .field(" INCLUDETEXT \"c:/x\" "))
  }

  @Test func `entities are refused in any part`() throws {
    let bomb = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"
    let refusal = try refusal { $0.entries = [ZipArchive.Entry("customXml/item1.xml", Array(bomb.utf8))] }
    guard case .unreadable(.xml(part: "customXml/item1.xml", .documentType))? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }

  @Test func `a file of zeros that would grow is refused`() throws {
    let zeros = [UInt8](repeating: 0x20, count: 20 << 20)
    #expect(try refusal { $0.entries = [ZipArchive.Entry("word/media/image1.png", zeros)] } != nil)
    #expect(throws: TemplateRefusal.self) { try WordTemplate([1, 2, 3]) }
  }
}
