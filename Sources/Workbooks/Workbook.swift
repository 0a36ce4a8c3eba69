/// A workbook to be written, its worksheets from left to right.
public struct Workbook: Sendable {
  /// In the file's properties; no worksheet shows it.
  public var title: String
  /// From left to right.
  public var sheets: [Worksheet]
  public init(title: String, sheets: [Worksheet] = []) {
    self.title = title
    self.sheets = sheets
  }
}

/// One worksheet. Rows and columns count from 0.
public struct Worksheet: Sendable {
  /// As on the tab; what tabs cannot show is replaced when it is written.
  public var name: String
  /// In the order in which they are written.
  public var cells: [SheetEntry] = []
  /// Widths from the first column on, in digits of the standard font.
  public var columnWidths: [Double] = []
  /// In points, by row; rows that are left out have the program's own height.
  public var rowHeights: [Int: Double] = [:]
  /// By their numbers.
  public var hiddenColumns: Set<Int> = []
  /// So many rows at the top and columns at the left stay in sight.
  public var frozenRows = 0
  /// See `frozenRows`.
  public var frozenColumns = 0
  /// Its tab is not shown.
  public var isHidden = false
  /// Locked cells cannot be changed and rows can be inserted; there is no password.
  public var isProtected = false
  /// nil leaves it to the program.
  public var printing: PrintSetup?

  public init(name: String) { self.name = name }
}

/// A cell, or several merged into one.
public struct SheetEntry: Sendable {
  /// Of its upper left cell, here and below.
  public let row: Int
  public let column: Int
  /// How many rows and columns it takes, 1 for a single cell.
  public var rowSpan: Int
  public var columnSpan: Int
  public var content: EntryContent
  public var style: EntryStyle
  /// What may be typed into it; nil for anything.
  public var rule: EntryRule?
  /// A note that shows when the pointer is over the cell.
  public var note: String

  public init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, _ content: EntryContent,
    style: EntryStyle = EntryStyle(), rule: EntryRule? = nil, note: String = ""
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.content = content
    self.style = style
    self.rule = rule
    self.note = note
  }
}

/// What a cell holds.
public enum EntryContent: Hashable, Sendable {
  case blank
  /// Always text, also where it begins as a formula does.
  case text(String)
  /// Programs keep 15 digits.
  case number(Double)
  /// "=SUM(B3:B5)", with what it comes to; nil for nothing.
  case formula(String, value: Double?)
}

/// How a worksheet is printed: on A4, as wide as the page, `repeatedRows` rows from the top on every page.
public struct PrintSetup: Hashable, Sendable {
  public var isLandscape: Bool
  /// How many; 0 for none.
  public var repeatedRows: Int
  /// So many rows and columns from the first on are printed.
  public var rows: Int
  public var columns: Int
  public init(isLandscape: Bool, repeatedRows: Int, rows: Int, columns: Int) {
    self.isLandscape = isLandscape
    self.repeatedRows = repeatedRows
    self.rows = rows
    self.columns = columns
  }
}
