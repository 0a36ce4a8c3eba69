/// A table with fixed column widths.
public struct WordTable: Hashable, Sendable {
  /// Where the table stands between the margins.
  public enum Alignment: Hashable, Sendable { case left, center, right }

  /// Space between the border of a cell and its content.
  public struct CellMargins: Hashable, Sendable {
    public var top: Length
    public var left: Length
    public var bottom: Length
    public var right: Length

    public init(top: Length = .zero, left: Length, bottom: Length = .zero, right: Length) {
      self.top = top
      self.left = left
      self.bottom = bottom
      self.right = right
    }
  }

  /// From left to right; spans of cells count them.
  public var columnWidths: [Length]
  /// From top to bottom.
  public var rows: [WordRow]
  /// What cells do not say themselves.
  public var borders: WordBorders
  public var alignment: Alignment
  /// In every cell.
  public var cellMargins: CellMargins

  public init(
    columnWidths: [Length], rows: [WordRow], borders: WordBorders = .all(.thin), alignment: Alignment = .center,
    cellMargins: CellMargins = CellMargins(left: .twips(57), right: .twips(57))
  ) {
    self.columnWidths = columnWidths
    self.rows = rows
    self.borders = borders
    self.alignment = alignment
    self.cellMargins = cellMargins
  }

  /// True if no row has a cell; such a table is not written.
  public var isEmpty: Bool { rows.allSatisfy(\.cells.isEmpty) }

  /// The sum of the column widths.
  public var width: Length { columnWidths.reduce(.zero, +) }
}

/// One row of a table.
public struct WordRow: Hashable, Sendable {
  /// How high a row is, whatever it holds.
  public enum Height: Hashable, Sendable {
    case atLeast(Length)
    case exactly(Length)
  }

  /// From left to right; places covered by a cell above still have one, with `continue`.
  public var cells: [WordCell]
  /// nil for as high as its content.
  public var height: Height?
  /// Repeated at the top of each page; only rows from the first on can be.
  public var repeatsAsHeader: Bool
  /// False keeps the row on one page.
  public var breaksAcrossPages: Bool

  public init(
    _ cells: [WordCell], height: Height? = nil, repeatsAsHeader: Bool = false, breaksAcrossPages: Bool = false
  ) {
    self.cells = cells
    self.height = height
    self.repeatsAsHeader = repeatsAsHeader
    self.breaksAcrossPages = breaksAcrossPages
  }
}

/// One cell of a row.
public struct WordCell: Hashable, Sendable {
  /// Its share in a merge from top to bottom.
  public enum VerticalMerge: Hashable, Sendable {
    case none
    /// The topmost of merged cells: the one whose content shows.
    case restart
    case `continue`
  }

  /// Where its content stands when the row is higher.
  public enum VerticalAlignment: Hashable, Sendable { case top, center, bottom }

  /// A cell without any shows one empty paragraph of the style Normal.
  public var blocks: [WordBlock]
  /// Columns that it covers, 1 at least.
  public var columnSpan: Int
  public var verticalMerge: VerticalMerge
  public var verticalAlignment: VerticalAlignment
  /// nil for none.
  public var shading: WordColor?
  /// nil leaves all sides to the table.
  public var borders: WordBorders?
  /// nil means the sum of the columns it covers.
  public var width: Length?

  public init(
    _ blocks: [WordBlock], columnSpan: Int = 1, verticalMerge: VerticalMerge = .none,
    verticalAlignment: VerticalAlignment = .center, shading: WordColor? = nil, borders: WordBorders? = nil,
    width: Length? = nil
  ) {
    self.blocks = blocks
    self.columnSpan = columnSpan
    self.verticalMerge = verticalMerge
    self.verticalAlignment = verticalAlignment
    self.shading = shading
    self.borders = borders
    self.width = width
  }

  /// One paragraph.
  public init(
    _ text: String, style: WordStyle.ID? = nil, columnSpan: Int = 1, verticalMerge: VerticalMerge = .none
  ) {
    self.init(
      [.paragraph(WordParagraph(text, style: style))], columnSpan: columnSpan, verticalMerge: verticalMerge)
  }
}
