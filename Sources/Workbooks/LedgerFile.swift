import CXlsxWriter

/// One long table written row by row: what was written is on the disk and takes no memory, however many rows come.
public final class LedgerFile {
  private let library: LibraryWorkbook
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let columns: [Column]
  private let formats: [UnsafeMutablePointer<lxw_format>?]
  private let title: String
  private var row: lxw_row_t = 0

  /// A column of the table.
  public struct Column: Sendable {
    /// What stands above it.
    public let caption: String
    /// In digits of the standard font.
    public let width: Double
    /// Of its cells below the caption.
    public let style: EntryStyle
    public init(_ caption: String, width: Double, style: EntryStyle = EntryStyle()) {
      self.caption = caption
      self.width = width
      self.style = style
    }
  }

  /// Begins the file with its row of captions. Throws `noFile` or `refused`.
  public init(path: String, title: String, columns: [Column]) throws(WorkbookDefect) {
    library = try LibraryWorkbook(path: path, title: title, inConstantMemory: true)
    sheet = try library.addSheet(SheetText.tabName(title, besides: []))
    self.columns = columns
    self.title = title
    formats = columns.map { [library] in library.format($0.style) }
    for (number, column) in columns.enumerated() {
      let place = lxw_col_t(number)
      try library.check(worksheet_set_column(sheet, place, place, column.width, nil))
    }
    worksheet_freeze_panes(sheet, 1, 1)
    var heading = EntryStyle()
    (heading.isBold, heading.alignment, heading.shade, heading.hasBorder) = (true, .center, .heading, true)
    let format = library.format(heading)
    for (number, column) in columns.enumerated() {
      try write(.text(column.caption), at: number, format)
    }
    row = 1
  }

  /// Adds a row: as many cells as there are columns, or fewer. Throws `refused` or `textTooLong`.
  public func append(_ cells: [EntryContent]) throws(WorkbookDefect) {
    for (number, cell) in cells.prefix(columns.count).enumerated() { try write(cell, at: number, formats[number]) }
    row += 1
  }

  /// Ends the file. Throws `refused`.
  public func close() throws(WorkbookDefect) {
    if row > 1 {
      try library.check(worksheet_autofilter(sheet, 0, 0, row - 1, lxw_col_t(max(columns.count, 1) - 1)))
    }
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    try library.check(worksheet_repeat_rows(sheet, 0, 0))
    worksheet_fit_to_pages(sheet, 1, 0)
    try library.close()
  }

  private func write(
    _ content: EntryContent, at column: Int, _ format: UnsafeMutablePointer<lxw_format>?
  ) throws(WorkbookDefect) {
    let place = lxw_col_t(column)
    switch content {
    case .blank: break
    case .number(let number): try library.check(worksheet_write_number(sheet, row, place, number, format))
    case .formula(let formula, let value):
      try library.check(worksheet_write_formula_num(sheet, row, place, formula, format, value ?? 0))
    case .text(let text):
      guard !text.isEmpty else { return }
      let kept = SheetText.kept(text)
      guard kept.utf8.count <= SheetText.limit || kept.utf16.count <= SheetText.limit else {
        throw .textTooLong(sheet: title, row: Int(row), column: column)
      }
      try library.check(worksheet_write_string(sheet, row, place, kept, format))
    }
  }
}
