/// The paper of a section and what stays free on it.
public struct WordPage: Hashable, Sendable {
  /// How the paper lies.
  public enum Orientation: Hashable, Sendable { case portrait, landscape }

  /// What stays free at the edges.
  public struct Margins: Hashable, Sendable {
    public var top: Length
    public var left: Length
    public var bottom: Length
    public var right: Length

    public init(top: Length, left: Length, bottom: Length, right: Length) {
      self.top = top
      self.left = left
      self.bottom = bottom
      self.right = right
    }
  }

  /// The shorter side of the paper.
  public var shortSide: Length
  /// The longer side of the paper.
  public var longSide: Length
  /// Landscape turns the paper, not its margins.
  public var orientation: Orientation
  /// As seen when reading, whatever the orientation.
  public var margins: Margins
  /// From the upper edge of the paper to the header.
  public var headerDistance: Length
  /// From the footer to the lower edge of the paper.
  public var footerDistance: Length
  /// nil for none: lines stand as far apart as their own spacing says.
  public var grid: WordGrid?

  public init(
    shortSide: Length = .millimetres(210), longSide: Length = .millimetres(297), orientation: Orientation = .portrait,
    margins: Margins, headerDistance: Length = .millimetres(15), footerDistance: Length = .millimetres(25),
    grid: WordGrid? = nil
  ) {
    self.shortSide = shortSide
    self.longSide = longSide
    self.orientation = orientation
    self.margins = margins
    self.headerDistance = headerDistance
    self.footerDistance = footerDistance
    self.grid = grid
  }

  /// GB/T 9704-2012: A4, text 156 × 225 mm, 22 lines; for 28 characters a line see `characterSpacing`.
  public static let officialPortrait = WordPage(
    margins: Margins(
      top: .millimetres(37), left: .millimetres(28), bottom: .millimetres(35), right: .millimetres(26)),
    grid: WordGrid(lines: 22))

  /// The same paper turned for wide tables; the binding side is above.
  public static let officialLandscape = WordPage(
    orientation: .landscape,
    margins: Margins(
      top: .millimetres(28), left: .millimetres(37), bottom: .millimetres(26), right: .millimetres(35)),
    footerDistance: .millimetres(16))

  /// As the paper lies.
  public var width: Length { orientation == .portrait ? shortSide : longSide }
  /// As the paper lies.
  public var height: Length { orientation == .portrait ? longSide : shortSide }
  /// The width that text can take.
  public var textWidth: Length { width - margins.left - margins.right }
  /// The height that text can take.
  public var textHeight: Length { height - margins.top - margins.bottom }

  /// What to add between characters of that size, so that as many fit a line; negative sets them closer.
  public func characterSpacing(fitting characters: Int, halfPoints: Int) -> Length {
    let room = textWidth.twips - characters * halfPoints * 10
    // Rounded down, or the last one would not fit.
    return .twips(room >= 0 ? room / characters : (room - characters + 1) / characters)
  }
}

/// The document grid: how many lines a page and how many characters a line hold.
public struct WordGrid: Hashable, Sendable {
  /// On the height that text can take.
  public var lines: Int
  /// nil leaves the width of characters alone; so do characters too large for as many, see `characterSpacing`.
  ///
  /// LibreOffice 7.4 may never finish a narrow cell with a composed emoji on such a grid: set it only for files that
  /// it need not open.
  public var charactersPerLine: Int?

  public init(lines: Int, charactersPerLine: Int? = nil) {
    self.lines = lines
    self.charactersPerLine = charactersPerLine
  }
}
