/// How a paragraph is set; nil leaves it to the style.
public struct WordParagraphFormat: Hashable, Sendable {
  /// `distributed` stretches the last line too.
  public enum Alignment: Hashable, Sendable { case left, center, right, justified, distributed }

  /// How far lines stand apart.
  public enum LineSpacing: Hashable, Sendable {
    case exactly(Length)
    case atLeast(Length)
    /// Hundredths of single spacing: 150 is one and a half.
    case percent(Int)
  }

  public var alignment: Alignment?
  /// Beyond the left indent; negative lets the first line hang.
  public var firstLineIndent: WordIndent?
  /// From the edge of the text or the cell.
  public var leftIndent: WordIndent?
  /// From the edge of the text or the cell.
  public var rightIndent: WordIndent?
  public var lineSpacing: LineSpacing?
  /// Above the first line.
  public var spaceBefore: Length?
  /// Below the last line.
  public var spaceAfter: Length?
  /// Stays on the page on which the next paragraph begins.
  public var keepsWithNext: Bool?
  /// Is not parted between two pages.
  public var keepsLinesTogether: Bool?
  /// Begins a new page; without effect in tables, headers and footers.
  public var startsPage: Bool?
  /// Sets its lines on the page's grid.
  public var snapsToGrid: Bool?
  /// 0 for the highest level, up to 8.
  public var outlineLevel: Int?

  public init(
    alignment: Alignment? = nil, firstLineIndent: WordIndent? = nil, leftIndent: WordIndent? = nil,
    rightIndent: WordIndent? = nil, lineSpacing: LineSpacing? = nil, spaceBefore: Length? = nil,
    spaceAfter: Length? = nil, keepsWithNext: Bool? = nil, keepsLinesTogether: Bool? = nil, startsPage: Bool? = nil,
    snapsToGrid: Bool? = nil, outlineLevel: Int? = nil
  ) {
    self.alignment = alignment
    self.firstLineIndent = firstLineIndent
    self.leftIndent = leftIndent
    self.rightIndent = rightIndent
    self.lineSpacing = lineSpacing
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.keepsWithNext = keepsWithNext
    self.keepsLinesTogether = keepsLinesTogether
    self.startsPage = startsPage
    self.snapsToGrid = snapsToGrid
    self.outlineLevel = outlineLevel
  }
}

/// An indent, in characters where the program can count them and always in twips.
public struct WordIndent: Hashable, Sendable {
  /// Hundredths of a character; nil if the indent is a plain length.
  public let hundredths: Int?
  /// For programs that cannot count characters.
  public let length: Length

  /// A plain length.
  public init(_ length: Length) {
    hundredths = nil
    self.length = length
  }

  /// So many characters of that size.
  public static func characters(_ count: Int, halfPoints: Int) -> WordIndent {
    WordIndent(hundredths: count * 100, length: .twips(count * halfPoints * 10))
  }

  private init(hundredths: Int?, length: Length) {
    self.hundredths = hundredths
    self.length = length
  }
}
