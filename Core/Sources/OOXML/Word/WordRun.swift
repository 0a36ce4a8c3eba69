/// A piece of a paragraph in one format.
public struct WordRun: Hashable, Sendable {
  /// What a run shows.
  public enum Content: Hashable, Sendable {
    /// Tabs and line breaks inside are kept; characters that XML forbids become U+FFFD.
    case text(String)
    /// The number of the page it stands on.
    case pageNumber
    /// The number of pages of the document.
    case pageCount
  }

  public var content: Content
  public var format: WordRunFormat

  public init(_ content: Content, _ format: WordRunFormat = WordRunFormat()) {
    self.content = content
    self.format = format
  }

  /// A run of text.
  public init(_ text: String, _ format: WordRunFormat = WordRunFormat()) { self.init(.text(text), format) }
}

/// How characters look; nil leaves it to the style.
public struct WordRunFormat: Hashable, Sendable {
  public var font: WordFont?
  /// Size in half-points: 三号 is 32, 四号 28, 小四 24, 五号 21.
  public var halfPoints: Int?
  public var bold: Bool?
  public var italic: Bool?
  public var underlined: Bool?
  public var color: WordColor?
  /// Added after each character; negative sets them closer.
  public var characterSpacing: Length?

  public init(
    font: WordFont? = nil, halfPoints: Int? = nil, bold: Bool? = nil, italic: Bool? = nil, underlined: Bool? = nil,
    color: WordColor? = nil, characterSpacing: Length? = nil
  ) {
    self.font = font
    self.halfPoints = halfPoints
    self.bold = bold
    self.italic = italic
    self.underlined = underlined
    self.color = color
    self.characterSpacing = characterSpacing
  }
}
