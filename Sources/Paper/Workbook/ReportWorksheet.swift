import Evaluation
import Workbooks

/// A report as a worksheet: headings at the left, what is written at the right.
struct ReportWorksheet {
  private(set) var worksheet: Worksheet
  private(set) var mapped: [WorkbookMap.Cell] = []

  static let markColumn = 2
  private static let width = 92

  init(_ sheet: Sheet, _ outline: ReportOutline, name: String, in calculation: Calculation) {
    worksheet = Worksheet(name: name)
    worksheet.columnWidths = [26, Double(Self.width), 8]
    worksheet.hiddenColumns = [Self.markColumn]
    worksheet.frozenRows = 2
    worksheet.isProtected = true
    let places = calculation.filing.placeholders
    add(title: places.filled(into: outline.title), on: sheet)
    let names = CellNames(calculation)
    for (number, section) in outline.sections.enumerated() {
      let raw = sheet.entries[CellKey(section.id, "text")]?.text ?? ""
      add(
        section, places.filled(into: section.heading), names.named(BoundText(raw)), at: number + 2, on: sheet)
    }
    worksheet.printing = PrintSetup(
      isLandscape: false, repeatedRows: 2, rows: outline.sections.count + 2, columns: 2)
  }

  private mutating func add(title: String, on sheet: Sheet) {
    worksheet.cells.append(SheetEntry(row: 0, column: 0, columnSpan: 2, .text(title), style: .title))
    worksheet.rowHeights[0] = 30
    for (column, caption) in ["章节", "内容"].enumerated() {
      worksheet.cells.append(SheetEntry(row: 1, column: column, .text(caption), style: .heading))
    }
    for row in 0...1 { worksheet.cells.append(.mark(sheet.id, row, column: Self.markColumn)) }
  }

  private mutating func add(
    _ section: ReportOutline.Section, _ heading: String, _ text: NamedText, at row: Int, on sheet: Sheet
  ) {
    var style = EntryStyle.heading
    (style.alignment, style.indent, style.isAtTop) = (.left, min(max(section.level - 1, 0), 4), true)
    let limit = section.limit ?? ReportOutline.Section.greatestLimit
    let note = "\(section.isRequired ? "必填，" : "")最多 \(limit) 字。【】中的名称代表表中的数，请原样保留。"
    worksheet.cells.append(SheetEntry(row: row, column: 0, .text(heading), style: style, note: note))
    worksheet.cells.append(.mark(sheet.id, row, column: Self.markColumn))
    let lines = max(TextWidth.lines(text.text, halves: Self.width - 4), TextWidth.lines(heading, halves: 24))
    worksheet.rowHeights[row] = min(400, max(34, Double(lines) * 14 + 6))
    var entry = SheetEntry(row: row, column: 1, .text(text.text), style: .prose)
    // What no cell can hold stays where it is.
    guard text.text.utf16.count <= SheetText.limit else {
      entry.content = .text("（此节文字过长，请在网页上修改。）")
      entry.style.isLocked = true
      worksheet.cells.append(entry)
      return
    }
    worksheet.cells.append(entry)
    mapped.append(
      WorkbookMap.Cell(
        sheet: sheet.id, row: row, column: 1, target: .cell(CellAddress(sheet.id, section.id, "text")),
        parent: "", isNumber: false, text: text.text, names: text.cells))
  }
}

extension SheetEntry {
  /// The mark by which a row is found again.
  static func mark(_ sheet: String, _ row: Int, column: Int) -> SheetEntry {
    SheetEntry(row: row, column: column, .text(WorkbookMap.mark(sheet, row)))
  }
}

extension EntryStyle {
  static let title: EntryStyle = {
    var style = EntryStyle()
    (style.isBold, style.size, style.alignment) = (true, 14, .center)
    return style
  }()
  static let heading: EntryStyle = {
    var style = EntryStyle()
    (style.isBold, style.alignment, style.shade, style.hasBorder) = (true, .center, .heading, true)
    return style
  }()
  static let label: EntryStyle = {
    var style = EntryStyle()
    (style.alignment, style.hasBorder) = (.left, true)
    return style
  }()
  static let prose: EntryStyle = {
    var style = EntryStyle()
    (style.alignment, style.hasBorder, style.isAtTop, style.isLocked) = (.left, true, true, false)
    return style
  }()
  static let note: EntryStyle = {
    var style = EntryStyle()
    (style.alignment, style.size) = (.left, 9)
    return style
  }()
}
