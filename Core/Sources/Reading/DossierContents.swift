import Evaluation

/// What a dossier holds, made once. What an earlier state of the same filing holds is kept where it is still the same.
final class DossierContents: Sendable {
  let calculation: Calculation
  let sheets: [SheetReading]
  let reports: [ReportReading]
  let narrative: Narrative
  let isFile: Bool
  /// Those of the narrative, then those of each sheet.
  let writings: [Writing]
  let statements: Statements
  /// A file's text and tables, and what it carries besides. These never change: a file has no earlier state.
  let text: RunningText?
  let traces: FileTraces?
  let tables: [ReportTable]
  let unseen: [Writing]
  /// The parts that are not as they were in the earlier state.
  let changed: DossierParts
  private let proseWritings: [Writing]

  init(_ calculation: Calculation, narrative: Narrative?, file: Report?, after previous: DossierContents?) {
    let filing = calculation.filing
    let earlier = previous.flatMap { $0.isComparable(with: calculation) ? $0 : nil }
    self.calculation = calculation
    isFile = narrative != nil
    let reports = filing.sheets.compactMap { sheet -> ReportReading? in
      guard case .report(_, let outline)? = filing.policies.definition(of: sheet) else { return nil }
      return ReportReading(sheet, outline, in: calculation)
    }
    self.reports = reports
    let isSameProse = earlier.map { narrative == nil && !$0.isFile && $0.reports == reports } ?? false
    if let earlier, isSameProse {
      self.narrative = earlier.narrative
      statements = earlier.statements
      proseWritings = earlier.proseWritings
    } else {
      let prose = narrative ?? Narrative(reports)
      self.narrative = prose
      statements = Statements(prose, year: filing.year, unit: filing.unit.name)
      proseWritings = prose.passages.map { Writing(.passage($0), $0.text) }
    }
    var changed: DossierParts = isSameProse ? [] : .prose
    if earlier?.calculation.filing.attached != filing.attached { changed.insert(.attachments) }
    var sheets: [SheetReading] = []
    for (index, sheet) in calculation.sheets.enumerated() {
      if let kept = earlier?.sheets[index], kept.calculated === sheet {
        sheets.append(kept)
      } else {
        sheets.append(SheetReading(sheet, at: index, besides: narrative))
        changed.insert(.sheet(index))
      }
    }
    self.sheets = sheets
    writings = proseWritings + sheets.flatMap(\.writings)
    text = file?.text
    traces = file?.traces
    tables = file?.tables ?? []
    unseen = Writing.unseen(file?.traces, besides: writings)
    self.changed = earlier == nil ? .all : changed
  }

  /// The same unit, year and policies, and the same sheets in the same order.
  private func isComparable(with other: Calculation) -> Bool {
    let (before, after) = (calculation.filing, other.filing)
    return calculation.mode == other.mode && before.unit == after.unit && before.year == after.year
      && before.policies.isSame(as: after.policies) && before.sheets.map(\.id) == after.sheets.map(\.id)
      && before.sheets.map(\.form) == after.sheets.map(\.form)
  }
}
