/// What closes a section: its layout, what it mentions, and the measure of its grid.
struct SectionEnd {
  let section: WordSection
  let references: [RunningTextReference]
  /// Size of the style Normal.
  let halfPoints: Int
}

extension XMLBuffer {
  /// `<w:sectPr>`.
  mutating func section(_ end: SectionEnd) {
    let section = end.section
    raw("<w:sectPr>")
    for reference in end.references { self.reference(reference) }
    switch section.start {
    case .nextPage: raw(#"<w:type w:val="nextPage"/>"#)
    case .continuous: raw(#"<w:type w:val="continuous"/>"#)
    case .oddPage: raw(#"<w:type w:val="oddPage"/>"#)
    }
    page(section.page)
    if let number = section.firstPageNumber { raw(#"<w:pgNumType w:start=""#, number) }
    raw(#"<w:cols w:space="720"/>"#)
    if section.verticalAlignment == .center { raw(#"<w:vAlign w:val="center"/>"#) }
    if end.references.contains(where: { $0.pages == .first }) { raw("<w:titlePg/>") }
    if let grid = section.page.grid { self.grid(grid, section.page, halfPoints: end.halfPoints) }
    raw("</w:sectPr>")
  }

  private mutating func reference(_ reference: RunningTextReference) {
    switch reference.kind {
    case .header: raw("<w:headerReference")
    case .footer: raw("<w:footerReference")
    }
    switch reference.pages {
    case .odd: raw(#" w:type="default""#)
    case .even: raw(#" w:type="even""#)
    case .first: raw(#" w:type="first""#)
    }
    raw(#" r:id="rText"#, reference.part + 1)
  }

  private mutating func page(_ page: WordPage) {
    raw(#"<w:pgSz w:w=""#, page.width.twips, #"""#)
    raw(#" w:h=""#, page.height.twips, #"""#)
    if page.orientation == .landscape { raw(#" w:orient="landscape""#) }
    raw(#"/><w:pgMar w:top=""#, page.margins.top.twips, #"""#)
    raw(#" w:right=""#, page.margins.right.twips, #"""#)
    raw(#" w:bottom=""#, page.margins.bottom.twips, #"""#)
    raw(#" w:left=""#, page.margins.left.twips, #"""#)
    raw(#" w:header=""#, page.headerDistance.twips, #"""#)
    raw(#" w:footer=""#, page.footerDistance.twips, #"" w:gutter="0"/>"#)
  }

  private mutating func grid(_ grid: WordGrid, _ page: WordPage, halfPoints: Int) {
    raw(#"<w:docGrid w:type=""#)
    let space = grid.characterSpace(on: page, halfPoints: halfPoints)
    if space == nil { raw("lines") } else { raw("linesAndChars") }
    raw(#"" w:linePitch=""#, page.textHeight.twips / max(grid.lines, 1), #"""#)
    if let space { raw(#" w:charSpace=""#, space, #"""#) }
    raw("/>")
  }
}

extension WordGrid {
  /// What a character gets beyond its size, in 1/4096 point, rounded down; nil if it should get nothing or less.
  ///
  /// LibreOffice gives a character two places of the grid if one is smaller than the character. Characters are set
  /// closer with `WordPage.characterSpacing(fitting:halfPoints:)` instead, which all programs understand.
  fileprivate func characterSpace(on page: WordPage, halfPoints: Int) -> Int? {
    guard let charactersPerLine, charactersPerLine > 0 else { return nil }
    let space = page.textWidth.twips * 4096 / (20 * charactersPerLine) - halfPoints * 2048
    return space > 0 ? space : nil
  }
}
