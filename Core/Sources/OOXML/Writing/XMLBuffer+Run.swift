extension XMLBuffer {
  /// `<w:r>`; nothing for an empty text.
  mutating func run(_ run: WordRun) {
    switch run.content {
    case .text(var text):
      text.withUTF8 { text in
        guard !text.isEmpty else { return }
        raw("<w:r>")
        properties(run.format, hint: EastAsianHint.isNeeded(text))
        runText(text)
        raw("</w:r>")
      }
    case .pageNumber: field("PAGE", run.format)
    case .pageCount: field("NUMPAGES", run.format)
    }
  }

  /// `<w:rPr>`, unless there is nothing to say.
  mutating func properties(_ format: WordRunFormat, hint: Bool = false) {
    guard hint || format != WordRunFormat() else { return }
    raw("<w:rPr>")
    fonts(format.font, hint: hint)
    toggle("<w:b", format.bold)
    toggle("<w:i", format.italic)
    if let color = format.color {
      raw(#"<w:color w:val=""#)
      hexadecimal(color)
      raw(#""/>"#)
    }
    if let spacing = format.characterSpacing { raw(#"<w:spacing w:val=""#, spacing.twips) }
    if let halfPoints = format.halfPoints {
      raw(#"<w:sz w:val=""#, halfPoints)
      raw(#"<w:szCs w:val=""#, halfPoints)
    }
    if let underlined = format.underlined {
      if underlined { raw(#"<w:u w:val="single"/>"#) } else { raw(#"<w:u w:val="none"/>"#) }
    }
    raw("</w:rPr>")
  }

  private mutating func fonts(_ font: WordFont?, hint: Bool) {
    guard hint || font != nil else { return }
    raw("<w:rFonts")
    if hint { raw(#" w:hint="eastAsia""#) }
    if let font {
      raw(#" w:ascii=""#, font.ascii, #"""#)
      raw(#" w:eastAsia=""#, font.eastAsia, #"""#)
      raw(#" w:hAnsi=""#, font.ascii, #"""#)
      raw(#" w:cs=""#, font.ascii, #"""#)
    }
    raw("/>")
  }

  /// An on-off property: absent, on, or expressly off.
  mutating func toggle(_ open: StaticString, _ value: Bool?) {
    guard let value else { return }
    raw(open)
    if value { raw("/>") } else { raw(#" w:val="0"/>"#) }
  }

  private mutating func field(_ instruction: StaticString, _ format: WordRunFormat) {
    fieldMark("begin", format)
    raw("<w:r>")
    properties(format)
    raw(#"<w:instrText xml:space="preserve"> "#)
    raw(instruction)
    raw(" </w:instrText></w:r>")
    fieldMark("separate", format)
    raw("<w:r>")
    properties(format)
    // Replaced by the word processor when it lays the page out.
    raw("<w:t>1</w:t></w:r>")
    fieldMark("end", format)
  }

  private mutating func fieldMark(_ type: StaticString, _ format: WordRunFormat) {
    raw("<w:r>")
    properties(format)
    raw(#"<w:fldChar w:fldCharType=""#)
    raw(type)
    raw(#""/></w:r>"#)
  }
}
