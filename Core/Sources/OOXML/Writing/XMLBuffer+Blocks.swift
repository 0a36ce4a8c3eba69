extension XMLBuffer {
  /// Blocks one below the other, so that the last is a paragraph as body, cell and footer demand.
  ///
  /// Tables that would grow together are kept apart, a page break moves into the paragraph that follows it. Inside of
  /// tables, headers and footers nothing breaks a page: it has no meaning there and makes LibreOffice run in circles.
  mutating func blocks(_ blocks: [WordBlock], breaksPages: Bool, closing: SectionEnd? = nil) {
    var startsPage = false
    var afterTable = false
    var endsInParagraph = false
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(var paragraph):
        if startsPage { paragraph.format.startsPage = true }
        if !breaksPages { paragraph.format.startsPage = nil }
        self.paragraph(paragraph, closing: index == blocks.count - 1 ? closing : nil)
        (startsPage, afterTable, endsInParagraph) = (false, false, true)
      case .table(let table) where !table.isEmpty:
        if startsPage || afterTable { slimParagraph(startsPage: startsPage) }
        self.table(table)
        (startsPage, afterTable, endsInParagraph) = (false, true, false)
      case .pageBreak where breaksPages:
        if startsPage { slimParagraph(startsPage: true) }
        (startsPage, endsInParagraph) = (true, false)
      case .pageBreak, .table: break
      }
    }
    if !endsInParagraph { slimParagraph(startsPage: startsPage, closing: closing) }
  }
}
