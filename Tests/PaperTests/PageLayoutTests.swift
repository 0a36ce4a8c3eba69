import Evaluation
import OOXML
import Paper
import Testing

@Suite struct PageLayoutTests {
  private func sections(_ document: ReadDocument) throws -> [ReadElement] {
    func all(_ element: ReadElement) -> [ReadElement] {
      element.name == "w:sectPr" ? [element] : element.children.flatMap(all)
    }
    return all(try ReadElement(document.xml))
  }
  private func document(_ policies: PolicySet = .example) throws -> ReadDocument {
    try ReadDocument(FilingDocument(Calculation(FilledFiling.make(policies: policies))).bytes())
  }

  @Test func `pages have the margins of official documents`() throws {
    let sections = try sections(document())
    #expect(sections.count == 2)
    for section in sections {
      let margins = section.first("w:pgMar")?.attributes ?? [:]
      let millimetres = ["w:top", "w:left", "w:right", "w:bottom"].map { name in
        margins[name].flatMap { Double($0) }.map { ($0 * 25.4 / 1440).rounded() }
      }
      #expect(millimetres == [37, 28, 26, 35])
    }
  }

  @Test func `numbers begin after the cover, outside on both sides of the sheet`() throws {
    let document = try document()
    let sections = try sections(document)
    #expect(sections.map { $0.first("w:pgNumType")?.attributes["w:start"] } == [nil, "1"])
    let relations = try document.part("word/_rels/document.xml.rels")
    func footer(_ section: ReadElement, _ type: String) throws -> ReadElement {
      let reference = try #require(
        section.children.first { $0.name == "w:footerReference" && $0.attributes["w:type"] == type })
      let id = try #require(reference.attributes["r:id"])
      let target = try #require(
        try ReadElement(relations).children.first { $0.attributes["Id"] == id }?.attributes["Target"])
      return try ReadElement(document.part("word/\(target)"))
    }
    func alignment(_ footer: ReadElement) -> String? {
      footer.first("w:p")?.first("w:pPr")?.first("w:jc")?.attributes["w:val"]
    }
    #expect(try footer(sections[0], "default").text == "")
    #expect(try footer(sections[0], "even").text == "")
    #expect(try footer(sections[1], "default").text == "— 1 —")
    #expect(try alignment(footer(sections[1], "default")) == "right")
    #expect(try alignment(footer(sections[1], "even")) == "left")
  }

  @Test func `a wide form lies across, the others stand`() throws {
    let form = Form.exampleSelf.with(isLandscape: true)
    let document = try document(.example(replacing: form))
    let across = try sections(document).map { $0.first("w:pgSz")?.attributes["w:orient"] == "landscape" }
    #expect(across == [false, false, true, false])
    let width = document.annexes[1].first?.rows.first?.cells.reduce(0) { $0 + $1.width }
    #expect(width == WordPage.officialLandscape.textWidth.twips)
  }

  @Test func `an annex begins on a new page, once`() throws {
    let form = Form.exampleSelf.with(isLandscape: true)
    let body = try #require(try ReadElement(document(.example(replacing: form)).xml).first("w:body"))
    let marks = body.children.filter { $0.paragraphStyle == "AnnexMark" }
    let breaks = marks.map { $0.first("w:pPr")?.first("w:pageBreakBefore") != nil }
    // The second and third begin a section of their own.
    #expect(breaks == [true, false, false, true, true])
  }

  @Test func `captions of indicators are repeated on every page`() throws {
    let tables = try document().annexes[1]
    #expect(tables.map { $0.rows.filter(\.isHeader).count } == [0, 1])
    let captions = try #require(tables.last?.rows.first)
    #expect(captions.isHeader)
    #expect(captions.texts.prefix(4) == ["绩效指标（90分）", "一级指标", "二级指标", "三级指标"])
    #expect(tables.last?.rows[1].texts.prefix(3) == ["", "产出指标（50分）", "数量指标"])
  }

  @Test func `the last row of a form is never alone on a page`() throws {
    let rows = try #require(try document().annexes[1].last?.rows)
    func holds(_ row: ReadRow) -> Bool {
      row.cells.allSatisfy { $0.format?.first("w:keepNext") != nil }
    }
    #expect(rows.suffix(2).map(holds) == [true, false])
    #expect(rows.suffix(2).first?.cells.first?.merge == "continue")
  }

  @Test func `captions of a long list of funds are repeated, and never over another part`() throws {
    let more = (1...10).map { _ in Edit.addLine(sheet: "base", under: "specialFunds") }
    let filing = FilledFiling.make()
    let short = try ReadDocument(FilingDocument(Calculation(filing)).bytes()).annexes[0]
    #expect(short.count == 1 && short[0].rows.allSatisfy { !$0.isHeader })
    let long = try ReadDocument(FilingDocument(Calculation(filing.applying(more).filing)).bytes()).annexes[0]
    try #require(long.map { $0.rows[0].isHeader } == [false, true, false])
    #expect(long[1].rows[0].texts[0] == "经费控制情况（万元）")
    #expect(long[2].rows[0].texts[0] == "楼堂馆所控制情况（2024年完工项目）")
  }

  @Test func `levels are indented, amounts stand in the middle`() throws {
    let rows = try document().annexes[0][0].rows
    func format(_ label: String, _ cell: Int) throws -> ReadElement? {
      try #require(rows.first { $0.cells[0].text == label }).cells[cell].format
    }
    func indent(_ label: String) throws -> String? {
      try format(label, 0)?.first("w:ind")?.attributes["w:leftChars"]
    }
    #expect(try indent("三公经费") == nil)
    #expect(try indent("2、出国经费") == "100")
    #expect(try indent("公车运行维护") == "200")
    #expect(try indent("农贸市场改造专项资金") == "200")
    #expect(try format("三公经费", 0)?.first("w:jc")?.attributes["w:val"] == "left")
    // The style centres them.
    #expect(try format("三公经费", 1)?.first("w:jc") == nil)
  }

  @Test func `fonts can be replaced`() throws {
    var fonts = PaperFonts.standard
    fonts.body = "某仿宋"
    fonts.title = "某标宋"
    fonts.alternatives = [WordFontAlternative("某仿宋", "仿宋")]
    let read = try ReadDocument(FilingDocument(Calculation(FilledFiling.make()), fonts: fonts).bytes())
    let styles = try read.part("word/styles.xml")
    #expect(styles.contains(#"w:eastAsia="某仿宋""#) && styles.contains(#"w:eastAsia="某标宋""#))
    #expect(!styles.contains("仿宋_GB2312") && !styles.contains("方正小标宋简体"))
    #expect(try read.part("word/fontTable.xml").contains(#"<w:altName w:val="仿宋"/>"#))
  }

  @Test func `a form whose cells overlap is refused`() {
    let form = Form(
      id: "self", kind: .selfEvaluation, title: "表", shortTitle: "表", width: 4,
      blocks: [.grid(GridBlock(rows: [[.init(width: 5, content: .label("宽"))]]))], source: "form")
    let filing = Filing(blank: FilledFiling.unit, year: 2024, policies: .example(replacing: form))
    #expect(throws: WordTable.LayoutDefect.self) { try FilingDocument(Calculation(filing)) }
  }
}

extension Form {
  /// The same form with other notes, turned, or with another line under it.
  func with(notes: [String]? = nil, isLandscape: Bool? = nil, footer: [FooterField]? = nil) -> Form {
    Form(
      id: id, kind: kind, title: title, shortTitle: shortTitle, width: width,
      isLandscape: isLandscape ?? self.isLandscape, blocks: blocks, notes: notes ?? self.notes,
      footer: footer ?? self.footer,
      source: source)
  }
}

extension PolicySet {
  /// The example policies with another form in the place of the one with its id.
  static func example(replacing form: Form) -> PolicySet {
    let old = Policy.exampleDepartment
    let new = Policy(
      id: old.id, title: old.title, region: old.region, year: old.year, object: old.object, version: old.version,
      effectiveFrom: old.effectiveFrom, sources: old.sources, amounts: old.amounts, rounding: old.rounding,
      scoring: old.scoring, trees: old.trees, grades: old.grades, forms: old.forms.map { $0.id == form.id ? form : $0 },
      outlines: old.outlines, attachments: old.attachments, paths: old.paths, hash: old.hash)
    return PolicySet([new, .exampleProject])
  }
}
