import Testing

@testable import OOXML

@Suite struct NumberingTests {
  @Test(arguments: [
    ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("upperLetter", 27, "AA"), ("lowerLetter", 3, "c"),
    ("upperRoman", 1994, "MCMXCIV"), ("lowerRoman", 4, "iv"), ("chineseCountingThousand", 1, "一"),
    ("chineseCounting", 10, "十"), ("chineseCountingThousand", 11, "十一"), ("chineseCountingThousand", 20, "二十"),
    ("japaneseCounting", 21, "二十一"), ("chineseCountingThousand", 101, "一百零一"),
    ("chineseCountingThousand", 110, "一百一十"), ("chineseCountingThousand", 1001, "一千零一"),
    ("chineseCounting", 0, "〇"), ("chineseLegalSimplified", 12, "拾贰"), ("decimalEnclosedCircleChinese", 3, "③"),
    ("decimalEnclosedCircle", 21, "21"), ("decimalEnclosedParen", 1, "⑴"), ("decimalEnclosedFullstop", 2, "⒉"),
    ("ideographTraditional", 3, "丙"), ("ideographZodiac", 12, "亥"), ("ideographTraditional", 11, "11"),
    ("decimalFullWidth", 10, "１０"), ("none", 1, ""), ("somethingNew", 5, "5"), ("upperRoman", 0, "0"),
  ])
  func `numbers are written in the format of the list`(format: String, number: Int, text: String) {
    #expect(NumberFormat.text(number, format) == text)
  }

  private func level(_ index: Int, _ format: String, _ text: String, _ more: String = "") -> String {
    "<w:lvl w:ilvl='\(index)'><w:start w:val='1'/><w:numFmt w:val='\(format)'/><w:lvlText w:val='\(text)'/>\(more)</w:lvl>"
  }

  /// The labels of paragraphs given as list and level.
  private func labels(_ definitions: String, _ paragraphs: [(Int, Int)]) throws -> [String?] {
    var document = PackedDocument(
      paragraphs.map {
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='\($1)'/><w:numId w:val='\($0)'/></w:numPr></w:pPr></w:p>"
      }.joined())
    document.parts = [("numbering", "numbering.xml", "numbering", definitions)]
    return try document.read().blocks.paragraphs.map { $0.numbering?.label }
  }

  @Test func `a heading list counts as the word processor shows it`() throws {
    let definitions = """
      <w:abstractNum w:abstractNumId='5'>\(level(0, "chineseCountingThousand", "%1、"))\
      \(level(1, "chineseCountingThousand", "（%2）"))\(level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"))\
      \(level(3, "bullet", "\u{F0B7}"))</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='5'/></w:num>
      """
    let paragraphs = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 2), (1, 1), (1, 3), (2, 0), (1, 9)]
    #expect(
      try labels(definitions, paragraphs) == [
        "一、", "（一）", "（二）", "1.2.1", "二、", "2.1.1", "（二）", "•", nil, nil,
      ])
  }

  @Test func `a list that names a style counts as the list of that style does`() throws {
    let definitions = """
      <w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='Outline'/></w:abstractNum>\
      <w:abstractNum w:abstractNumId='1'><w:styleLink w:val='Outline'/>\
      \(level(0, "chineseCounting", "%1、"))</w:abstractNum>\
      <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
      """
    #expect(try labels(definitions, [(1, 0), (1, 0)]) == ["一、", "二、"])
  }

  @Test func `a style numbers its paragraphs unless one of them says no`() throws {
    let styles = """
      <w:style w:styleId='Base'><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
      <w:style w:styleId='Heading'><w:basedOn w:val='Base'/></w:style>
      """
    let heading = "<w:pStyle w:val='Heading'/>"
    let off = "<w:numPr><w:numId w:val='0'/></w:numPr>"
    var document = PackedDocument("<w:p><w:pPr>\(heading)</w:pPr></w:p><w:p><w:pPr>\(heading)\(off)</w:pPr></w:p>")
    document.parts = [
      ("styles", "styles.xml", "styles", styles),
      (
        "numbering", "numbering.xml", "numbering",
        "<w:abstractNum w:abstractNumId='0'>\(level(0, "chineseCounting", "（%1）"))</w:abstractNum>"
          + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
      ),
    ]
    #expect(try document.read().blocks.paragraphs.map { $0.numbering?.label } == ["（一）", nil])
  }

  @Test func `lists of one definition count on unless one starts anew`() throws {
    let definitions = """
      <w:abstractNum w:abstractNumId='0'>\(level(0, "decimal", "%1."))\
      \(level(1, "decimal", "%2)", "<w:lvlRestart w:val='0'/>"))</w:abstractNum>\
      <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>\
      <w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='8'/>\
      \(level(0, "upperLetter", "%1%"))</w:lvlOverride></w:num>
      """
    #expect(
      try labels(definitions, [(1, 0), (2, 0), (3, 0), (3, 0), (1, 1), (1, 0), (1, 1)]) == [
        "1.", "2.", "H", "I", "1)", "10.", "2)",
      ])
  }
}
