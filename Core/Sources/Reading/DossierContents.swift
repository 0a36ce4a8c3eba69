import Evaluation
import Text

/// What a dossier holds, made once. What an earlier state of the same filing holds is kept where it is still the same.
final class DossierContents: Sendable {
  let calculation: Calculation
  let sheets: [SheetContents]
  let reports: [ReportReading]
  /// Every section of the reports, or the whole of a file.
  let prose: [ProseGroup]
  let narrative: Narrative
  let isFile: Bool
  /// Those of the narrative, then those of each sheet; empty groups are left out.
  let writingGroups: [TextGroup<Writing>]
  /// The same, one after another.
  let writings: [Writing]
  private let bound: Lazy<Statements>
  /// A file's text and tables, and what it carries besides. These never change: a file has no earlier state.
  let text: RunningText?
  let traces: FileTraces?
  let tables: [ReportTable]
  /// The cells that a file has labels or texts for; nil where all are there.
  let shown: Set<CellAddress>?
  let fileTables: TextGroup<FileTable>
  let unseen: TextGroup<Writing>
  /// What is not as it was in the earlier state; nil where there was none.
  let changes: DossierChanges?

  init(
    _ calculation: Calculation, narrative: Narrative?, file: Report?, shown: Set<CellAddress>?,
    after previous: DossierContents?
  ) {
    let filing = calculation.filing
    let earlier = previous.flatMap { narrative == nil && $0.isComparable(with: calculation) ? $0 : nil }
    self.calculation = calculation
    isFile = narrative != nil
    self.shown = shown
    let reports = ReportReading.all(in: calculation, after: earlier?.reports ?? [])
    self.reports = reports
    let (sheets, sheetChanges) = Self.sheets(of: calculation, besides: narrative, after: earlier)
    self.sheets = sheets
    if let earlier, earlier.reports == reports {
      (prose, self.narrative, bound) = (earlier.prose, earlier.narrative, earlier.bound)
    } else {
      let prose = Self.prose(narrative, reports, of: filing, after: earlier)
      self.prose = prose
      self.narrative = narrative ?? Narrative(prose)
      bound = Lazy { Statements(prose) }
    }
    writingGroups = (prose.map(\.writings) + sheets.map(\.writings)).filter { !$0.texts.isEmpty }
    writings = writingGroups.flatMap(\.texts)
    text = file?.text
    traces = file?.traces
    let tables = file?.tables ?? []
    self.tables = tables
    fileTables = TextGroup(FileTable.all(tables, besides: self.narrative))
    unseen = TextGroup(Writing.unseen(file?.traces, besides: writings))
    changes = earlier.map { earlier in
      DossierChanges(
        prose: earlier.reports != reports, attachments: earlier.calculation.filing.attached != filing.attached,
        words: zip(earlier.sheets, sheets).contains { $0.writings !== $1.writings }, sheets: sheetChanges)
    }
  }

  var statements: Statements { bound.value }

  private static func prose(
    _ narrative: Narrative?, _ reports: [ReportReading], of filing: Filing, after earlier: DossierContents?
  ) -> [ProseGroup] {
    let (year, unit) = (filing.year, filing.unit.name)
    if let narrative { return [ProseGroup(narrative.passages, year: year, unit: unit)] }
    var known = earlier?.prose[...]
    return reports.flatMap { report in
      let sections = report.outline.sections.count
      let before = known?.prefix(sections)
      known?.removeFirst(sections)
      return ProseGroup.all(of: report, after: before.map(Array.init), year: year, unit: unit)
    }
  }

  /// Every form sheet, and what each has that it had not in `earlier`; nothing is told where there is none.
  private static func sheets(
    of calculation: Calculation, besides narrative: Narrative?, after earlier: DossierContents?
  ) -> ([SheetContents], [DossierChanges.SheetChange]) {
    var sheets: [SheetContents] = []
    var changes: [DossierChanges.SheetChange] = []
    for (index, sheet) in calculation.sheets.enumerated() {
      let before = earlier?.sheets[index]
      let changed = before.flatMap { sheet === $0.calculated ? CellSet() : sheet.cells(unlike: $0.calculated) }
      changes.append(changed.map { .cells($0) } ?? .lines)
      if let before, let changed, changed.isEmpty {
        sheets.append(before)
      } else {
        sheets.append(SheetContents(sheet, at: index, besides: narrative, after: before, changed))
      }
    }
    return (sheets, changes)
  }

  /// The same unit, year and policies, and the same sheets in the same order.
  private func isComparable(with other: Calculation) -> Bool {
    let (before, after) = (calculation.filing, other.filing)
    return !isFile && calculation.mode == other.mode && before.unit == after.unit && before.year == after.year
      && before.policies.isSame(as: after.policies) && before.sheets.map(\.id) == after.sheets.map(\.id)
      && before.sheets.map(\.form) == after.sheets.map(\.form)
  }
}
