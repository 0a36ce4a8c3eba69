import Evaluation
public import Workbooks

/// A workbook with nothing but captions, to be filled in with units or people.
public enum ListTemplate {
  /// Throws `WorkbookDefect`.
  public static func units() throws(WorkbookDefect) -> [UInt8] {
    try bytes("单位", ImportUnits.captions, widths: [12, 40])
  }

  /// Throws `WorkbookDefect`.
  public static func people() throws(WorkbookDefect) -> [UInt8] {
    let posts = EntryRule(.choices(Post.Kind.allCases.map(\.title)), message: "请从列表中选择岗位。")
    return try bytes("人员", ImportPeople.captions, widths: [18, 14, 16, 14, 12], rules: [3: posts])
  }

  private static let rows = 300

  private static func bytes(
    _ name: String, _ captions: [String], widths: [Double], rules: [Int: EntryRule] = [:]
  ) throws(WorkbookDefect) -> [UInt8] {
    var sheet = Worksheet(name: name)
    sheet.columnWidths = widths
    sheet.frozenRows = 1
    var heading = EntryStyle()
    (heading.isBold, heading.alignment, heading.shade, heading.hasBorder) = (true, .center, .heading, true)
    sheet.cells = captions.enumerated().map { SheetEntry(row: 0, column: $0, .text($1), style: heading) }
    // As text, so that codes keep their zeros.
    var text = EntryStyle()
    (text.format, text.isLocked) = ("@", false)
    for row in 1...rows {
      for column in captions.indices {
        sheet.cells.append(SheetEntry(row: row, column: column, .blank, style: text, rule: rules[column]))
      }
    }
    return try Workbook(title: name, sheets: [sheet]).bytes()
  }
}
