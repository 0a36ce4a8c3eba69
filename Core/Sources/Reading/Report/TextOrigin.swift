/// Where in the file a stretch of the running text was read from; nil or empty what its format does not know.
public struct TextOrigin: Hashable, Sendable {
  /// Part of a package, such as `word/document.xml`.
  public let part: String?
  /// Number of the paragraph in the part, from 0.
  public let paragraph: Int?
  /// Its share of the paragraph's text, in UTF-8; empty where it only touches the automatic number.
  public let bytes: Range<Int>
  /// The cell of a table in the part; nil outside of tables.
  public let cell: Cell?
  /// nil for what is no workbook.
  public let sheetCell: SheetCell?
  /// Number of the page, from 0.
  public let page: Int?

  /// A cell, counted as the cells stand: one that is merged to the right counts once; all from 0.
  public struct Cell: Hashable, Sendable {
    /// Among all tables of the part.
    public let table: Int
    /// Of the table.
    public let row: Int
    /// Which cell of its row.
    public let column: Int
    public init(table: Int, row: Int, column: Int) {
      self.table = table
      self.row = row
      self.column = column
    }
  }

  /// A cell of a workbook.
  public struct SheetCell: Hashable, Sendable {
    /// As on the sheet's tab.
    public let sheet: String
    /// "B5"
    public let reference: String
    public init(sheet: String, reference: String) {
      self.sheet = sheet
      self.reference = reference
    }
  }

  /// In a paragraph of a part.
  public init(part: String, paragraph: Int, bytes: Range<Int>, cell: Cell?) {
    self.part = part
    self.paragraph = paragraph
    self.bytes = bytes
    self.cell = cell
    sheetCell = nil
    page = nil
  }

  /// In a cell of a workbook's sheet, which is a part.
  public init(part: String, _ cell: SheetCell) {
    self.part = part
    paragraph = nil
    bytes = 0..<0
    self.cell = nil
    sheetCell = cell
    page = nil
  }

  /// On a page.
  public init(page: Int) {
    part = nil
    paragraph = nil
    bytes = 0..<0
    cell = nil
    sheetCell = nil
    self.page = page
  }
}
