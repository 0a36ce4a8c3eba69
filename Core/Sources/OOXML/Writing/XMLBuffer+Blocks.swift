extension XMLBuffer {
  /// Blocks one below the other, so that the last is a paragraph as body, cell and footer demand.
  ///
  /// Tables that would grow together are kept apart, a page break moves into the paragraph that follows it.
  mutating func blocks(_ blocks: [WordBlock], closing: SectionEnd? = nil) {
    var startsPage = false
    var afterTable = false
    var endsInParagraph = false
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph):
        let isLast = index == blocks.count - 1
        self.paragraph(paragraph, startsPage: startsPage, closing: isLast ? closing : nil)
        (startsPage, afterTable, endsInParagraph) = (false, false, true)
      case .table(let table):
        if startsPage || afterTable { slimParagraph(startsPage: startsPage) }
        self.table(table)
        (startsPage, afterTable, endsInParagraph) = (false, true, false)
      case .pageBreak:
        if startsPage { slimParagraph(startsPage: true) }
        (startsPage, endsInParagraph) = (true, false)
      }
    }
    if !endsInParagraph { slimParagraph(startsPage: startsPage, closing: closing) }
  }
}
