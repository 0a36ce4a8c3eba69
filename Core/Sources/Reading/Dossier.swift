public import Evaluation

/// Everything known about one unit's self-evaluation: what the audit rules look at.
///
/// A filing typed into the system and a report written elsewhere both become one. What many rules ask for is made
/// once. Whatever is asked for is noted in the record that the dossier is read under.
public struct Dossier: Sendable {
  private let contents: DossierContents
  private let record: ReadRecord?
  /// What it is compared with. These are others' filings and stay as they are, so looking at them is not noted.
  public let companions: Companions

  /// `narrative` is what a file says beside its forms; nil for a filing, whose reports are its prose. `file` is all of
  /// the file as it was read. What `previous`, an earlier state of the same filing, holds is kept where it is still the
  /// same.
  public init(
    _ calculation: Calculation, narrative: Narrative? = nil, file: Report? = nil, after previous: Dossier? = nil
  ) {
    contents = DossierContents(calculation, narrative: narrative, file: file, after: previous?.contents)
    record = nil
    companions = previous?.companions ?? .none
  }

  private init(_ contents: DossierContents, _ companions: Companions, under record: ReadRecord?) {
    self.contents = contents
    self.companions = companions
    self.record = record
  }

  /// The same dossier; what is asked of it is noted.
  public func read(under record: ReadRecord) -> Dossier { Dossier(contents, companions, under: record) }

  /// The same dossier with others that it is compared with, and so are its later states.
  public func beside(_ companions: Companions) -> Dossier { Dossier(contents, companions, under: record) }

  /// The parts that differ from the earlier state that it was made after; all of them where there was none.
  public var changedParts: DossierParts { contents.changed }

  func note(_ parts: DossierParts) { record?.note(parts) }

  private func noted(_ sheet: SheetReading) -> SheetReading {
    note(.sheet(sheet.index))
    return sheet
  }

  /// The filing, which tells by itself what is read of it.
  public var filing: FilingReading { FilingReading(contents.calculation, for: self) }
  /// What the cells come to, by their addresses.
  public var calculation: CalculationReading { CalculationReading(contents.calculation, for: self) }

  /// Every form sheet, ready to be asked.
  public var sheets: [SheetReading] {
    note(.sheets)
    return contents.sheets
  }
  /// 基础数据表, if the filing has one.
  public var base: SheetReading? { contents.sheets.first { $0.form.kind == .baseData }.map(noted) }
  /// 部门整体支出绩效自评表, if the filing has one.
  public var departmentSheet: SheetReading? {
    contents.sheets.first { $0.form.kind == .selfEvaluation }.map(noted)
  }
  /// 项目支出绩效自评表, one per project.
  public var projectSheets: [SheetReading] {
    contents.sheets.filter { $0.form.kind == .projectEvaluation }.map(noted)
  }
  /// Every scored sheet: the department's and the projects'.
  public var scoredSheets: [SheetReading] { contents.sheets.filter { $0.form.kind != .baseData }.map(noted) }
  /// Every third-level indicator that counts, of all scored sheets.
  public var countedLines: [IndicatorLine] { scoredSheets.flatMap(\.countedLines) }
  /// Every number cell that is filled in and not worked out, in reading order.
  public var numberCells: [NumberCell] { sheets.flatMap(\.numberCells) }

  /// Every report outline of the filing with what is written in it.
  public var reports: [ReportReading] {
    note(.prose)
    return contents.reports
  }
  /// All prose: of the file that was read, or of the reports that are written in the system.
  public var narrative: Narrative {
    note(.prose)
    return contents.narrative
  }
  /// Its words and amounts, bound to what they are said of.
  public var statements: Statements {
    note(.prose)
    return contents.statements
  }
  /// Everything that is written in words: the paragraphs of the narrative, then the cells of the forms.
  public var writings: [Writing] {
    note([.prose, .sheets])
    return contents.writings
  }
  /// `writings`, then what the file carries besides its text and nobody sees at first sight.
  public var allWritings: [Writing] {
    note([.prose, .sheets])
    return contents.writings + contents.unseen
  }
  /// What the file carries besides its text; nil for a filing and for formats that carry nothing else.
  public var traces: FileTraces? { contents.traces }
  /// The running text of the file; nil for a filing.
  public var text: RunningText? { contents.text }
  /// Every table of the file, forms among them; none for a filing.
  public var tables: [ReportTable] { contents.tables }
  /// Read from a file rather than filled in here: what was uploaded beside it is not known.
  public var isFile: Bool { contents.isFile }
}
