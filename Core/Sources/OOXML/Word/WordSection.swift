/// Pages of one layout.
public struct WordSection: Hashable, Sendable {
  /// Where its first page begins.
  public enum Start: Hashable, Sendable { case nextPage, continuous, oddPage }

  /// Where the text stands on pages that it does not fill.
  public enum VerticalAlignment: Hashable, Sendable { case top, center }

  public var page: WordPage
  /// From top to bottom.
  public var blocks: [WordBlock]
  /// nil for none on these pages.
  public var header: WordRunningText?
  /// nil for none on these pages.
  public var footer: WordRunningText?
  /// The number of its first page; nil continues the section before.
  public var firstPageNumber: Int?
  public var start: Start
  public var verticalAlignment: VerticalAlignment

  public init(
    _ blocks: [WordBlock], page: WordPage = .officialPortrait, header: WordRunningText? = nil,
    footer: WordRunningText? = nil, firstPageNumber: Int? = nil, start: Start = .nextPage,
    verticalAlignment: VerticalAlignment = .top
  ) {
    self.blocks = blocks
    self.page = page
    self.header = header
    self.footer = footer
    self.firstPageNumber = firstPageNumber
    self.start = start
    self.verticalAlignment = verticalAlignment
  }
}

/// What stands at the top or the bottom of every page of a section.
public struct WordRunningText: Hashable, Sendable {
  /// On all pages, or on the odd ones if `even` is given.
  public var blocks: [WordBlock]
  /// On the even pages; nil where they are like the odd ones.
  public var even: [WordBlock]?
  /// On the first page of the section, instead of the others.
  public var first: [WordBlock]?

  /// `blocks` are those of all pages, or of the odd ones.
  public init(_ blocks: [WordBlock], even: [WordBlock]? = nil, first: [WordBlock]? = nil) {
    self.blocks = blocks
    self.even = even
    self.first = first
  }

  /// “— 1 —” as GB/T 9704 sets it: 四号 in half-width 宋体, one character from the outer edge of the sheet.
  public static func dashedPageNumbers(font: WordFont = WordFont("宋体"), halfPoints: Int = 28) -> WordRunningText {
    let format = WordRunFormat(font: font, halfPoints: halfPoints)
    let runs = [WordRun("— ", format), WordRun(.pageNumber, format), WordRun(" —", format)]
    let edge = WordIndent.characters(1, halfPoints: halfPoints)
    let odd = WordParagraphFormat(alignment: .right, rightIndent: edge, snapsToGrid: false)
    let even = WordParagraphFormat(alignment: .left, leftIndent: edge, snapsToGrid: false)
    return WordRunningText(
      [.paragraph(WordParagraph(runs, format: odd))], even: [.paragraph(WordParagraph(runs, format: even))])
  }
}
