/// The parts of a document file that are the same or nearly the same for every document.
enum WordParts {
  static let namespaces: StaticString = """
     xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"\
     xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """

  static func contentTypes(_ texts: RunningTextParts) -> [UInt8] {
    var xml = XMLBuffer.part()
    xml.raw(
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
      <Override PartName="/docProps/app.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
      """)
    wordPart(&xml, "document", "document.main")
    wordPart(&xml, "styles", "styles")
    wordPart(&xml, "settings", "settings")
    wordPart(&xml, "fontTable", "fontTable")
    for (index, part) in texts.parts.enumerated() {
      xml.raw(#"<Override PartName="/word/text"#, index + 1, #".xml""#)
      xml.raw(#" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml."#)
      switch part.kind {
      case .header: xml.raw("header")
      case .footer: xml.raw("footer")
      }
      xml.raw(#"+xml"/>"#)
    }
    xml.raw("</Types>")
    return xml.bytes
  }

  private static func wordPart(_ xml: inout XMLBuffer, _ name: StaticString, _ type: StaticString) {
    xml.raw(#"<Override PartName="/word/"#)
    xml.raw(name)
    xml.raw(#".xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml."#)
    xml.raw(type)
    xml.raw(#"+xml"/>"#)
  }

  static func packageRelationships() -> [UInt8] {
    var xml = relationships()
    xml.raw(
      """
      <Relationship Id="rId1" Target="word/document.xml" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>\
      <Relationship Id="rId2" Target="docProps/core.xml" \
      Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>\
      <Relationship Id="rId3" Target="docProps/app.xml" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"/>\
      </Relationships>
      """)
    return xml.bytes
  }

  static func documentRelationships(_ texts: RunningTextParts) -> [UInt8] {
    var xml = relationships()
    xml.raw(
      """
      <Relationship Id="rId1" Target="styles.xml" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>\
      <Relationship Id="rId2" Target="settings.xml" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"/>\
      <Relationship Id="rId3" Target="fontTable.xml" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"/>
      """)
    for (index, part) in texts.parts.enumerated() {
      xml.raw(#"<Relationship Id="rText"#, index + 1, #"" Target="text"#)
      xml.number(index + 1)
      xml.raw(#".xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/"#)
      switch part.kind {
      case .header: xml.raw(#"header"/>"#)
      case .footer: xml.raw(#"footer"/>"#)
      }
    }
    xml.raw("</Relationships>")
    return xml.bytes
  }

  private static func relationships() -> XMLBuffer {
    var xml = XMLBuffer.part()
    xml.raw(#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#)
    return xml
  }

  /// Title and author only: no date, no machine, no program.
  static func coreProperties(_ document: WordDocument) -> [UInt8] {
    var xml = XMLBuffer.part()
    xml.raw(
      """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/">
      """)
    if !document.title.isEmpty { xml.raw("<dc:title>", document.title, "</dc:title>") }
    if !document.author.isEmpty { xml.raw("<dc:creator>", document.author, "</dc:creator>") }
    xml.raw("</cp:coreProperties>")
    return xml.bytes
  }

  static func extendedProperties() -> [UInt8] {
    var xml = XMLBuffer.part()
    xml.raw(#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"#)
    return xml.bytes
  }

  static func settings(distinguishesEvenPages: Bool) -> [UInt8] {
    var xml = XMLBuffer.part()
    xml.raw("<w:settings")
    xml.raw(namespaces)
    xml.raw(#"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>"#)
    if distinguishesEvenPages { xml.raw("<w:evenAndOddHeaders/>") }
    xml.raw(#"<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>"#)
    // Or Word would stretch a justified line that ends in a line break.
    xml.raw("<w:doNotExpandShiftReturn/>")
    setting(&xml, "compatibilityMode", 15)
    setting(&xml, "overrideTableStyleFontSizeAndJustification", 1)
    setting(&xml, "enableOpenTypeFeatures", 1)
    setting(&xml, "doNotFlipMirrorIndents", 1)
    setting(&xml, "differentiateMultirowTableHeaders", 1)
    xml.raw(#"</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"#)
    return xml.bytes
  }

  private static func setting(_ xml: inout XMLBuffer, _ name: StaticString, _ value: Int) {
    xml.raw(#"<w:compatSetting w:name=""#)
    xml.raw(name)
    xml.raw(#"" w:uri="http://schemas.microsoft.com/office/word" w:val=""#, value)
  }

  static func fontTable(_ alternatives: [WordFontAlternative]) -> [UInt8] {
    var xml = XMLBuffer.part()
    xml.raw("<w:fonts")
    xml.raw(namespaces)
    xml.raw(">")
    for entry in alternatives {
      xml.raw(#"<w:font w:name=""#, entry.font, #"">"#)
      xml.raw(#"<w:altName w:val=""#, entry.alternative, #""/></w:font>"#)
    }
    xml.raw("</w:fonts>")
    return xml.bytes
  }
}
