extension WordDocument {
  /// The document as a .docx file: the same value gives the same bytes.
  public func bytes(compression: Compression = .standard) -> [UInt8] {
    let texts = RunningTextParts(sections)
    let stylesPart = StylesPart(styles)
    var packer = ZipPacker(compression: compression)
    packer.add("[Content_Types].xml", WordParts.contentTypes(texts))
    packer.add("_rels/.rels", WordParts.packageRelationships())
    packer.add("docProps/core.xml", WordParts.coreProperties(self))
    packer.add("docProps/app.xml", WordParts.extendedProperties())
    packer.add("word/document.xml", body(texts, stylesPart))
    packer.add("word/_rels/document.xml.rels", WordParts.documentRelationships(texts))
    packer.add("word/styles.xml", stylesPart.bytes())
    packer.add("word/settings.xml", WordParts.settings(distinguishesEvenPages: texts.distinguishesEvenPages))
    packer.add("word/fontTable.xml", WordParts.fontTable(fontAlternatives))
    for (index, part) in texts.parts.enumerated() {
      packer.add("word/text\(index + 1).xml", bytes(of: part, stylesPart))
    }
    return packer.finished()
  }

  private func body(_ texts: RunningTextParts, _ stylesPart: StylesPart) -> [UInt8] {
    let halfPoints = stylesPart.halfPoints
    var xml = XMLBuffer.part(capacity: 1 << 18, styles: stylesPart.identifiers)
    xml.raw("<w:document")
    xml.raw(WordParts.namespaces)
    xml.raw("><w:body>")
    for (section, references) in zip(sections, texts.references).dropLast() {
      let end = SectionEnd(section: section, references: references, halfPoints: halfPoints)
      xml.blocks(section.blocks, breaksPages: true, closing: end)
    }
    if let section = sections.last, let references = texts.references.last {
      xml.blocks(section.blocks, breaksPages: true)
      xml.section(SectionEnd(section: section, references: references, halfPoints: halfPoints))
    }
    xml.raw("</w:body></w:document>")
    return xml.bytes
  }

  private func bytes(of part: RunningTextPart, _ stylesPart: StylesPart) -> [UInt8] {
    var xml = XMLBuffer.part(styles: stylesPart.identifiers)
    switch part.kind {
    case .header: xml.raw("<w:hdr")
    case .footer: xml.raw("<w:ftr")
    }
    xml.raw(WordParts.namespaces)
    xml.raw(">")
    xml.blocks(part.blocks, breaksPages: false)
    switch part.kind {
    case .header: xml.raw("</w:hdr>")
    case .footer: xml.raw("</w:ftr>")
    }
    return xml.bytes
  }
}
