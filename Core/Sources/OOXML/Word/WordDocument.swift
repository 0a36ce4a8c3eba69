/// A text document as a value.
public struct WordDocument: Hashable, Sendable {
  public var sections: [WordSection]
  /// Of paragraphs; of several with one id the first counts.
  public var styles: [WordStyle]
  /// Shown in the properties of the file.
  public var title: String
  /// Shown in the properties of the file; nobody by default.
  public var author: String
  /// Fonts for machines that have not got those of the document.
  public var fontAlternatives: [WordFontAlternative]

  public init(
    sections: [WordSection], styles: [WordStyle] = [], title: String = "", author: String = "",
    fontAlternatives: [WordFontAlternative] = []
  ) {
    self.sections = sections
    self.styles = styles
    self.title = title
    self.author = author
    self.fontAlternatives = fontAlternatives
  }
}
