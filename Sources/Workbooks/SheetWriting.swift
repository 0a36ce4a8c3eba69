import CXlsxWriter

/// Hands one worksheet over to the library.
struct SheetWriting {
  let sheet: Worksheet
  let library: LibraryWorkbook
  let target: UnsafeMutablePointer<lxw_worksheet>

  func write() throws(WorkbookDefect) {
    try setUp()
    for entry in sheet.cells { try write(entry) }
    if let printing = sheet.printing { try setUp(printing) }
  }

  private func setUp() throws(WorkbookDefect) {
    for (column, width) in sheet.columnWidths.enumerated() {
      let number = lxw_col_t(column)
      var options = lxw_row_col_options(hidden: sheet.hiddenColumns.contains(column) ? 1 : 0, level: 0, collapsed: 0)
      try library.check(worksheet_set_column_opt(target, number, number, width, nil, &options))
    }
    for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
      try library.check(worksheet_set_row(target, lxw_row_t(row), height, nil))
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(target, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
    }
    if sheet.isHidden { worksheet_hide(target) }
    if sheet.isProtected {
      var allowed = lxw_protection()
      allowed.insert_rows = 1
      allowed.format_rows = 1
      allowed.format_columns = 1
      worksheet_protect(target, nil, &allowed)
    }
  }

  private func write(_ entry: SheetEntry) throws(WorkbookDefect) {
    let (row, column) = (lxw_row_t(entry.row), lxw_col_t(entry.column))
    let format = library.format(entry.style)
    if entry.rowSpan > 1 || entry.columnSpan > 1 {
      let (last, end) = (lxw_row_t(entry.row + entry.rowSpan - 1), lxw_col_t(entry.column + entry.columnSpan - 1))
      try library.check(worksheet_merge_range(target, row, column, last, end, "", format))
    }
    switch entry.content {
    case .blank: try library.check(worksheet_write_blank(target, row, column, format))
    case .number(let number): try library.check(worksheet_write_number(target, row, column, number, format))
    case .text(let text): try write(text, entry, format)
    case .formula(let formula, let value):
      let error =
        value.map { worksheet_write_formula_num(target, row, column, formula, format, $0) }
        ?? worksheet_write_formula_str(target, row, column, formula, format, "")
      try library.check(error)
    }
    if let rule = entry.rule { try set(rule, row, column) }
    if !entry.note.isEmpty { try set(note: entry.note, row, column) }
  }

  private func write(
    _ text: String, _ entry: SheetEntry, _ format: UnsafeMutablePointer<lxw_format>?
  ) throws(WorkbookDefect) {
    let (row, column) = (lxw_row_t(entry.row), lxw_col_t(entry.column))
    guard !text.isEmpty else { return try library.check(worksheet_write_blank(target, row, column, format)) }
    let kept = SheetText.kept(text)
    guard kept.utf16.count <= SheetText.limit else {
      throw .textTooLong(sheet: sheet.name, row: entry.row, column: entry.column)
    }
    try library.check(worksheet_write_string(target, row, column, kept, format))
  }

  private func set(_ rule: EntryRule, _ row: lxw_row_t, _ column: lxw_col_t) throws(WorkbookDefect) {
    let texts = CTexts()
    var validation = lxw_data_validation()
    validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    validation.error_title = texts.keep("请检查")
    validation.error_message = texts.keep(rule.message, upTo: 255)
    // A list of C strings that ends with nil.
    var choices: [UnsafeMutablePointer<CChar>?] = []
    switch rule.kind {
    case .choices(let words):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      choices = words.map { texts.keep(SheetText.kept($0)) } + [nil]
    case .whole(let range):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      (validation.minimum_number, validation.maximum_number) = (range.lowerBound, range.upperBound)
    case .decimal(let range):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      (validation.minimum_number, validation.maximum_number) = (range.lowerBound, range.upperBound)
    case .length(let limit):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      (validation.minimum_number, validation.maximum_number) = (0, Double(limit))
    }
    let error = choices.withUnsafeMutableBufferPointer { choices in
      if case .choices = rule.kind { validation.value_list = choices.baseAddress }
      return worksheet_data_validation_cell(target, row, column, &validation)
    }
    withExtendedLifetime(texts) {}
    try library.check(error)
  }

  private func set(note: String, _ row: lxw_row_t, _ column: lxw_col_t) throws(WorkbookDefect) {
    let texts = CTexts()
    var options = lxw_comment_options()
    options.author = texts.keep("绩衡")
    options.x_scale = 2
    // Some 18 characters stand on a line.
    options.y_scale = max(0.6, Double(note.count / 18 + 1) * 0.3)
    let error = worksheet_write_comment_opt(target, row, column, SheetText.kept(note), &options)
    withExtendedLifetime(texts) {}
    try library.check(error)
  }

  private func setUp(_ printing: PrintSetup) throws(WorkbookDefect) {
    worksheet_set_paper(target, 9)
    if printing.isLandscape { worksheet_set_landscape(target) }
    worksheet_fit_to_pages(target, 1, 0)
    worksheet_center_horizontally(target)
    worksheet_set_margins(target, 0.6, 0.6, 0.7, 0.7)
    try library.check(worksheet_set_footer(target, "&C第 &P 页，共 &N 页"))
    if printing.repeatedRows > 0 {
      try library.check(worksheet_repeat_rows(target, 0, lxw_row_t(printing.repeatedRows - 1)))
    }
    guard printing.rows > 0, printing.columns > 0 else { return }
    try library.check(
      worksheet_print_area(target, 0, 0, lxw_row_t(printing.rows - 1), lxw_col_t(printing.columns - 1)))
  }
}
