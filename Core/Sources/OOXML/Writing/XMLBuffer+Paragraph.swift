extension XMLBuffer {
  /// `<w:p>`; a section that ends with this paragraph is written into it.
  mutating func paragraph(_ paragraph: WordParagraph, closing: SectionEnd? = nil) {
    let format = paragraph.format
    let style = paragraph.style.flatMap { styles.contains($0) ? $0 : nil }
    raw("<w:p>")
    if style != nil || closing != nil || format != WordParagraphFormat() {
      raw("<w:pPr>")
      if let style { raw(#"<w:pStyle w:val=""#, style.rawValue) }
      properties(format)
      if let closing { section(closing) }
      raw("</w:pPr>")
    }
    for run in paragraph.runs { self.run(run) }
    raw("</w:p>")
  }

  /// A paragraph that takes no room: where the format demands one and the document has none.
  mutating func slimParagraph(startsPage: Bool = false, closing: SectionEnd? = nil) {
    raw("<w:p><w:pPr>")
    if startsPage { raw("<w:pageBreakBefore/>") }
    raw(#"<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>"#)
    raw(#"<w:rPr><w:sz w:val="2"/></w:rPr>"#)
    if let closing { section(closing) }
    raw("</w:pPr></w:p>")
  }

  /// The content of `<w:pPr>` after the style, in the order of the schema.
  mutating func properties(_ format: WordParagraphFormat) {
    toggle("<w:keepNext", format.keepsWithNext)
    toggle("<w:keepLines", format.keepsLinesTogether)
    toggle("<w:pageBreakBefore", format.startsPage)
    toggle("<w:snapToGrid", format.snapsToGrid)
    spacing(format)
    indents(format)
    switch format.alignment {
    case .left: raw(#"<w:jc w:val="left"/>"#)
    case .center: raw(#"<w:jc w:val="center"/>"#)
    case .right: raw(#"<w:jc w:val="right"/>"#)
    case .justified: raw(#"<w:jc w:val="both"/>"#)
    case .distributed: raw(#"<w:jc w:val="distribute"/>"#)
    case nil: break
    }
    if let level = format.outlineLevel { raw(#"<w:outlineLvl w:val=""#, level) }
  }

  private mutating func spacing(_ format: WordParagraphFormat) {
    guard format.lineSpacing != nil || format.spaceBefore != nil || format.spaceAfter != nil else { return }
    raw("<w:spacing")
    if let before = format.spaceBefore { raw(#" w:before=""#, before.twips, #"""#) }
    if let after = format.spaceAfter { raw(#" w:after=""#, after.twips, #"""#) }
    switch format.lineSpacing {
    case .exactly(let length): raw(#" w:line=""#, length.twips, #"" w:lineRule="exact""#)
    case .atLeast(let length): raw(#" w:line=""#, length.twips, #"" w:lineRule="atLeast""#)
    case .percent(let percent): raw(#" w:line=""#, percent * 240 / 100, #"" w:lineRule="auto""#)
    case nil: break
    }
    raw("/>")
  }

  private mutating func indents(_ format: WordParagraphFormat) {
    guard format.firstLineIndent != nil || format.leftIndent != nil || format.rightIndent != nil else { return }
    raw("<w:ind")
    if let left = format.leftIndent { indent(left, #" w:leftChars=""#, #" w:left=""#) }
    if let right = format.rightIndent { indent(right, #" w:rightChars=""#, #" w:right=""#) }
    if let first = format.firstLineIndent {
      if first.length.twips < 0 {
        indent(first, #" w:hangingChars=""#, #" w:hanging=""#, sign: -1)
      } else {
        indent(first, #" w:firstLineChars=""#, #" w:firstLine=""#)
      }
    }
    raw("/>")
  }

  private mutating func indent(
    _ indent: WordIndent, _ characters: StaticString, _ length: StaticString, sign: Int = 1
  ) {
    if let hundredths = indent.hundredths { raw(characters, sign * hundredths, #"""#) }
    raw(length, sign * indent.length.twips, #"""#)
  }
}
