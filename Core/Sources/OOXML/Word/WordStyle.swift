/// A named paragraph style.
public struct WordStyle: Hashable, Sendable {
  /// What paragraphs refer to; ASCII letters and digits.
  public struct ID: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public init(stringLiteral value: String) { rawValue = value }

    /// The style of paragraphs that name none, and the base of all others.
    public static let normal: ID = "Normal"
    /// The style of the document's title.
    public static let title: ID = "Title"

    /// Level 1 is the highest.
    public static func heading(_ level: Int) -> ID { ID(rawValue: "Heading\(level)") }
  }

  public let id: ID
  /// What the style list of the word processor shows.
  public var name: String
  /// nil for Normal itself.
  public var base: ID?
  /// How its characters look.
  public var run: WordRunFormat
  /// How its paragraphs are set.
  public var paragraph: WordParagraphFormat

  public init(
    _ id: ID, name: String, base: ID? = .normal, run: WordRunFormat = WordRunFormat(),
    paragraph: WordParagraphFormat = WordParagraphFormat()
  ) {
    self.id = id
    self.name = name
    self.base = base
    self.run = run
    self.paragraph = paragraph
  }

  /// The style Normal; its size is also the measure of the document grid.
  public static func normal(
    _ run: WordRunFormat, _ paragraph: WordParagraphFormat = WordParagraphFormat()
  ) -> WordStyle {
    WordStyle(.normal, name: "Normal", base: nil, run: run, paragraph: paragraph)
  }

  /// The style of the title; it counts for no level of the outline.
  public static func title(_ run: WordRunFormat, _ paragraph: WordParagraphFormat) -> WordStyle {
    WordStyle(.title, name: "Title", run: run, paragraph: paragraph)
  }

  /// The style of headings of a level from 1; its outline level is set here.
  public static func heading(_ level: Int, _ run: WordRunFormat, _ paragraph: WordParagraphFormat) -> WordStyle {
    var paragraph = paragraph
    paragraph.outlineLevel = level - 1
    paragraph.keepsWithNext = paragraph.keepsWithNext ?? true
    return WordStyle(.heading(level), name: "heading \(level)", run: run, paragraph: paragraph)
  }
}
