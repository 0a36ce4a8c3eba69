public import Evaluation

/// Everything known about one unit's self-evaluation: what the audit rules look at.
///
/// A filing typed into the system and a report written elsewhere both become one. What many rules ask for is made
/// once. Whatever is asked for is noted in the record that the dossier is read under.
public struct Dossier: Sendable {
  let contents: DossierContents
  private let record: ReadRecord?
  /// What it is compared with. These are others' filings and stay as they are, so looking at them is not noted.
  public let companions: Companions

  /// `narrative` is what a file says beside its forms; nil for a filing, whose reports are its prose. `file` is all of
  /// the file as it was read, `shown` the cells whose labels or texts it has. What `previous`, an earlier state of the same filing, holds is kept where it is still the
  /// same.
  public init(
    _ calculation: Calculation, narrative: Narrative? = nil, file: Report? = nil, shown: Set<CellAddress>? = nil,
    after previous: Dossier? = nil
  ) {
    contents = DossierContents(calculation, narrative: narrative, file: file, shown: shown, after: previous?.contents)
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

  /// What is not as it was in the earlier state that it was made after; nil where there was none.
  public var changes: DossierChanges? { contents.changes }

  func note(_ part: DossierReads.Part) { record?.note(part) }

  private func noted(_ sheet: SheetContents) -> SheetReading { SheetReading(sheet, under: record) }

  /// The filing, which tells by itself what is read of it.
  public var filing: FilingReading { FilingReading(self) }
  /// What the cells come to, by their addresses.
  public var calculation: CalculationReading { CalculationReading(self) }

  /// Every form sheet, ready to be asked.
  public var sheets: [SheetReading] { contents.sheets.map(noted) }
  /// The form sheet of this id.
  public func sheet(_ id: String) -> SheetReading? {
    for sheet in contents.sheets where sheet.id == id { return noted(sheet) }
    return nil
  }
  private func first(_ kind: FormKind) -> SheetReading? {
    contents.sheets.first { $0.calculated.layout.form.kind == kind }.map(noted)
  }
  private func sheets(of isWanted: (FormKind) -> Bool) -> [SheetReading] {
    contents.sheets.filter { isWanted($0.calculated.layout.form.kind) }.map(noted)
  }
  /// 基础数据表, if the filing has one.
  public var base: SheetReading? { first(.baseData) }
  /// 部门整体支出绩效自评表, if the filing has one.
  public var departmentSheet: SheetReading? { first(.selfEvaluation) }
  /// 项目支出绩效自评表, one per project.
  public var projectSheets: [SheetReading] { sheets(of: { $0 == .projectEvaluation }) }
  /// Every scored sheet: the department's and the projects'.
  public var scoredSheets: [SheetReading] { sheets(of: { $0 != .baseData }) }
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
    note(.prose)
    note(.words)
    return contents.writings
  }
  /// `writings`, then what the file carries besides its text and nobody sees at first sight.
  public var allWritings: [Writing] { writings + contents.unseen.texts }
  /// What is found in `writings`.
  public func found<Found>(in writings: WritingFinder<Found>) -> [Found] {
    note(.prose)
    note(.words)
    var all: [Found] = []
    for group in contents.writingGroups { group.add(foundBy: writings, to: &all) }
    return all
  }
  /// What is found in `allWritings`.
  public func found<Found>(inAll writings: WritingFinder<Found>) -> [Found] {
    var all = found(in: writings)
    contents.unseen.add(foundBy: writings, to: &all)
    return all
  }
  /// What is found in the paragraphs of the narrative.
  public func found<Found>(in passages: PassageFinder<Found>) -> [Found] {
    note(.prose)
    var all: [Found] = []
    for group in contents.prose { group.statements.add(foundBy: passages, to: &all) }
    return all
  }
  /// What is found in the tables of the file, which stay as they are; nothing in a filing.
  public func found<Found>(in tables: TableFinder<Found>) -> [Found] {
    var all: [Found] = []
    contents.fileTables.add(foundBy: tables, to: &all)
    return all
  }
  /// What the file carries besides its text; nil for a filing and for formats that carry nothing else.
  public var traces: FileTraces? { contents.traces }
  /// The running text of the file; nil for a filing.
  public var text: RunningText? { contents.text }
  /// Every table of the file, forms among them; none for a filing.
  public var tables: [ReportTable] { contents.tables }
  /// False where a file that was read has neither the cell nor a label for it.
  public func shows(_ cell: CellAddress) -> Bool { contents.shown?.contains(cell) ?? true }
  /// Read from a file rather than filled in here: what was uploaded beside it is not known.
  public var isFile: Bool { contents.isFile }
}
