/// The styles of a document, with Normal always among them and first.
struct StylesPart {
  private static let fallback = WordStyle.normal(WordRunFormat(font: WordFont(eastAsia: "宋体"), halfPoints: 21))
  private static let builtIn: Set<String> = Set(["Normal", "Title"] + (1...9).map { "heading \($0)" })

  let styles: [WordStyle]

  init(_ given: [WordStyle]) {
    var seen: Set<WordStyle.ID> = [.normal]
    let normal = given.first { $0.id == .normal } ?? Self.fallback
    styles = [normal] + given.filter { seen.insert($0.id).inserted }
  }

  var identifiers: Set<WordStyle.ID> { Set(styles.map(\.id)) }

  /// Size of the style Normal, the measure of the document grid.
  var halfPoints: Int { styles[0].run.halfPoints ?? 21 }

  func bytes() -> [UInt8] {
    var xml = XMLBuffer.part(capacity: 8192)
    xml.raw("<w:styles")
    xml.raw(WordParts.namespaces)
    xml.raw("><w:docDefaults><w:rPrDefault><w:rPr>")
    xml.raw(#"<w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman""#)
    xml.raw(#" w:cs="Times New Roman"/>"#)
    // The same as Normal's, because not every program takes the measure of the grid from Normal.
    xml.raw(#"<w:sz w:val=""#, halfPoints)
    xml.raw(#"<w:szCs w:val=""#, halfPoints)
    xml.raw(#"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>"#)
    xml.raw("</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>")
    for style in styles { add(style, to: &xml) }
    xml.raw(
      """
      <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
      <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
      <w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>\
      <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>\
      <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
      <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>\
      <w:uiPriority w:val="99"/><w:semiHidden/></w:style></w:styles>
      """)
    return xml.bytes
  }

  private func add(_ style: WordStyle, to xml: inout XMLBuffer) {
    xml.raw(#"<w:style w:type="paragraph""#)
    if style.id == .normal { xml.raw(#" w:default="1""#) }
    if !Self.builtIn.contains(style.name) { xml.raw(#" w:customStyle="1""#) }
    xml.raw(#" w:styleId=""#, style.id.rawValue, #""><w:name"#)
    xml.raw(#" w:val=""#, style.name)
    if let base = style.base, style.id != .normal { xml.raw(#"<w:basedOn w:val=""#, base.rawValue) }
    if style.paragraph.outlineLevel != nil { xml.raw(#"<w:next w:val="Normal"/>"#) }
    xml.raw("<w:qFormat/><w:pPr>")
    xml.properties(style.paragraph)
    xml.raw("</w:pPr>")
    xml.properties(style.run)
    xml.raw("</w:style>")
  }
}
