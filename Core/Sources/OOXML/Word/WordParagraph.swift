/// Runs of text that are broken into lines together.
public struct WordParagraph: Hashable, Sendable {
  /// One behind the other; without any the paragraph is an empty line.
  public var runs: [WordRun]
  /// nil means the style Normal, as does a style that the document does not define.
  public var style: WordStyle.ID?
  public var format: WordParagraphFormat

  public init(_ runs: [WordRun], style: WordStyle.ID? = nil, format: WordParagraphFormat = WordParagraphFormat()) {
    self.runs = runs
    self.style = style
    self.format = format
  }

  /// One run; no run at all for an empty text.
  public init(_ text: String, style: WordStyle.ID? = nil, format: WordParagraphFormat = WordParagraphFormat()) {
    self.init(text.isEmpty ? [] : [WordRun(text)], style: style, format: format)
  }
}
