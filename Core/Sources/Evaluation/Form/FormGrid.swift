/// A form laid out for one sheet: rows of cells with their spans, as the page, the paper and the workbook show it.
public struct FormGrid: Sendable {
  /// In grid units.
  public let width: Int
  /// From top to bottom.
  public var rows: [Row] = []

  /// One row with the cells that begin in it.
  public struct Row: Sendable {
    /// From left to right; a place that a cell above covers has none of its own.
    public var cells: [Cell] = []
    /// Holds captions of columns.
    public let isHeader: Bool
    /// The added line this row shows; it can be removed.
    public var line: String?
    /// What the captions of the added line call it while it has no name; nil where its name is not theirs.
    var unnamed: String?
    /// What the added line stands under.
    public var parent: String?
    /// The line is not in the filing: it stands ready to be filled in on a copy.
    public var isSpare = false
    /// Lines can be added: under this row, under the indicator that begins here, or, on a header, under its block.
    public var adds: Adds?
    /// The second-level indicator that begins here and may be left out.
    public var removableNode: String?
    /// What belongs into the row, for those who fill it in; empty where nothing need be said.
    public var help = ""
    public init(isHeader: Bool = false) { self.isHeader = isHeader }
  }

  /// What can be added at a row.
  public struct Adds: Hashable, Sendable {
    /// The row, block or second-level indicator that the new line stands under.
    public let under: String
    /// The words of the button.
    public let caption: String
    public init(under: String, caption: String) {
      self.under = under
      self.caption = caption
    }
  }

  /// A cell with its place and its spans.
  public struct Cell: Sendable {
    /// The grid unit at which it begins, from 0.
    public let column: Int
    /// In grid units.
    public let columnSpan: Int
    /// In rows.
    public var rowSpan: Int
    public internal(set) var content: Content
    public init(column: Int, columnSpan: Int, rowSpan: Int = 1, content: Content) {
      self.column = column
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.content = content
    }
  }

  /// What stands in a cell.
  public enum Content: Sendable {
    /// A caption of a column or of a part of the form.
    case heading(String)
    /// A row's label with its level.
    case label(String, level: Int)
    /// Text made from the filing.
    case fixed(String)
    /// A value, printed after `prefix`, with an indent for lines below the first level.
    case value(CellDefinition, prefix: String, level: Int)
    case empty
  }

  /// Every cell that holds a value, in reading order.
  public var definitions: [CellDefinition] {
    rows.flatMap(\.cells).compactMap { cell in
      guard case .value(let definition, _, _) = cell.content else { return nil }
      return definition
    }
  }
}
