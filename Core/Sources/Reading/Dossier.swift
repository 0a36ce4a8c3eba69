public import Evaluation

/// Everything known about one unit's self-evaluation: what the audit rules look at.
///
/// A filing typed into the system and a report written elsewhere both become one. What many rules ask for is made
/// once, here.
public final class Dossier: Sendable {
  public let calculation: Calculation
  /// Every form sheet, ready to be asked.
  public let sheets: [SheetReading]
  /// 基础数据表, if the filing has one.
  public let base: SheetReading?
  /// 部门整体支出绩效自评表, if the filing has one.
  public let departmentSheet: SheetReading?
  /// 项目支出绩效自评表, one per project.
  public let projectSheets: [SheetReading]
  /// Every scored sheet: the department's and the projects'.
  public let scoredSheets: [SheetReading]
  /// Every third-level indicator that counts, of all scored sheets.
  public let countedLines: [IndicatorLine]
  /// Every number cell that is filled in and not worked out, in reading order.
  public let numberCells: [NumberCell]
  /// Every report outline of the filing with what is written in it.
  public let reports: [ReportReading]

  /// All prose: of the file that was read, or of the reports that are written in the system.
  public let narrative: Narrative
  /// Read from a file rather than filled in here: what was uploaded beside it is not known.
  public let isFile: Bool
  /// Everything that is written in words: the paragraphs of the narrative, then the cells of the forms.
  public let writings: [Writing]
  /// `writings`, then what the file carries besides its text and nobody sees at first sight.
  public let allWritings: [Writing]
  /// What the file carries besides its text; nil for a filing and for formats that carry nothing else.
  public let traces: FileTraces?
  /// Every table of the file, forms among them; none for a filing.
  public let tables: [ReportTable]
  /// Its words and amounts, bound to what they are said of.
  public let statements: Statements

  /// `narrative` is what a file says beside its forms; nil for a filing, whose reports are its prose. `file` is all of
  /// the file as it was read.
  public init(_ calculation: Calculation, narrative: Narrative? = nil, file: Report? = nil) {
    self.calculation = calculation
    sheets = calculation.layouts.map { SheetReading($0, in: calculation) }
    base = sheets.first { $0.form.kind == .baseData }
    departmentSheet = sheets.first { $0.form.kind == .selfEvaluation }
    projectSheets = sheets.filter { $0.form.kind == .projectEvaluation }
    scoredSheets = sheets.filter { $0.form.kind != .baseData }
    countedLines = scoredSheets.flatMap(\.countedLines)
    numberCells = sheets.flatMap(\.numberCells)
    let filing = calculation.filing
    let reports = filing.sheets.compactMap { sheet -> ReportReading? in
      guard case .report(_, let outline)? = filing.policies.definition(of: sheet) else { return nil }
      return ReportReading(sheet, outline, in: calculation)
    }
    self.reports = reports
    isFile = narrative != nil
    let prose = narrative ?? Narrative(reports)
    self.narrative = prose
    writings =
      prose.passages.map { Writing(.passage($0), $0.text) }
      + Writing.cells(of: calculation.layouts, in: calculation, besides: narrative)
    allWritings = writings + Writing.unseen(file?.traces, besides: writings)
    traces = file?.traces
    tables = file?.tables ?? []
    statements = Statements(prose, year: filing.year, unit: filing.unit.name)
  }

  public var filing: Filing { calculation.filing }
}
