/// What stands below one another in a section, a cell or a footer.
public enum WordBlock: Hashable, Sendable {
  case paragraph(WordParagraph)
  case table(WordTable)
  /// What follows begins on a new page; without effect in tables, headers and footers.
  case pageBreak
}
