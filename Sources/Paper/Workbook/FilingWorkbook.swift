public import Evaluation
public import Workbooks

/// A filing as a workbook that can be filled in and taken back: a worksheet for each form and report, the same grid as
/// on the page, and a hidden worksheet that says which cell is which.
public struct FilingWorkbook: Sendable {
  /// Ready to be written out: see `Workbook.bytes`.
  public let workbook: Workbook
  /// What its last worksheet says.
  let map: WorkbookMap

  /// Empty lines at the end of every place that takes lines.
  public static let spareLines = 5

  /// `version` and `chain` are those of the filing's last history entry.
  public init(_ calculation: Calculation, version: Int64, chain: String) {
    let filing = calculation.filing
    var map = WorkbookMap(origin: WorkbookOrigin(filing, version: version, chain: chain))
    var sheets: [Worksheet] = []
    for sheet in filing.sheets {
      if let calculated = calculation.sheet(sheet.id) {
        let form = FormWorksheet(calculated, in: calculation)
        sheets.append(form.worksheet)
        map.cells += form.mapped
        map.markColumns[sheet.id] = form.markColumn
      } else if case .report(let policy, let outline)? = filing.policies.definition(of: sheet) {
        let isFirst = policy.outlines.first?.id == outline.id
        let report = ReportWorksheet(sheet, outline, name: isFirst ? "报告" : "项目报告", in: calculation)
        sheets.append(report.worksheet)
        map.cells += report.mapped
        map.markColumns[sheet.id] = ReportWorksheet.markColumn
      }
    }
    self.map = map
    workbook = Workbook(
      title: "\(filing.unit.name)\(filing.year)年度绩效自评", sheets: sheets + [map.worksheet])
  }

  /// The .xlsx file: the same filing gives the same bytes. Throws `WorkbookDefect`.
  public func bytes() throws(WorkbookDefect) -> [UInt8] { try workbook.bytes() }
}
