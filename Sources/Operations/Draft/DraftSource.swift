public import Evaluation
public import Intake
public import Reading
import Store

/// What a filing's draft can be taken from.
public enum DraftSource: Hashable, Sendable {
  /// The same unit's filing of the year before, or the latest before that.
  case earlierFiling
  /// The filing of the year before of a unit that became part of this one.
  case predecessor(Int64)
  /// A file that was handed in for it.
  case file(Int64)
}

/// What a source holds, ready to be laid over a filing.
public struct DraftTexts: Sendable {
  /// What people call it.
  public let title: String
  /// Of the earlier filing, or of what the file was taken apart into.
  public let calculation: Calculation
  /// What the file was taken apart into; nil for a filing of the system.
  public let report: ImportedReport?
  /// Where in the file its text stands.
  public let file: SourceFile?

  /// - Parameter unit: the unit that it is taken into.
  init(_ earlier: LoadedFiling, for unit: UnitCode) {
    title = (earlier.record.unit.code == unit ? "" : earlier.record.unit.name) + "\(earlier.task.year)年度自评"
    calculation = earlier.calculation
    (report, file) = (nil, nil)
  }

  /// A report that does not tell its year is one of `year`.
  init(_ file: SourceFile, named name: String, under candidates: [PolicySet], year: Int) {
    var recognised = RecognisedReport(file.report, under: candidates)
    if recognised.year == nil { recognised = RecognisedReport(file.report, under: candidates, year: year) }
    let report = ImportedReport(recognised)
    title = name
    calculation = Calculation(report.filingWithDoubts)
    self.report = report
    self.file = file
  }

  /// The words of the file that a text comes from, with what it is known by; nil for a filing of the system and for
  /// what stands in no cell or section.
  public func ground(of source: CellAddress) -> (confidence: FieldConfidence, problem: String?, place: Range<Int>)? {
    if let field = report?.fields.first(where: { $0.address == source }) {
      return (field.confidence, field.problem, field.place)
    }
    return report?.sections.first { $0.address == source }.map { ($0.confidence, nil, $0.place) }
  }
}

extension ImportedReport {
  /// With what its cells cannot hold as well: a person may correct it.
  fileprivate var filingWithDoubts: Filing {
    var filing = filing
    for field in fields where field.problem != nil && !field.isComputed {
      guard let index = filing.sheets.firstIndex(where: { $0.id == field.address.sheet }) else { continue }
      filing.sheets[index].entries[field.address.key] = Entry(field.text)
    }
    return filing
  }
}
