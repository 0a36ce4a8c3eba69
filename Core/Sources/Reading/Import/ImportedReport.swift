public import Evaluation
import Text

/// A report of a file taken apart into the fields of a filing: what was placed, how surely, and all that was not.
///
/// It is made from the very reading that the audit makes, and holds nothing that the file does not say.
public struct ImportedReport: Sendable {
  /// The reading that it was made from.
  public let recognised: RecognisedReport
  /// The cells of the forms that say something, in the order of the file.
  public let fields: [ImportedField]
  /// The sections of the reports whose headings are there, in the order of the file.
  public let sections: [ImportedSection]
  /// In the order of the file.
  public let unplaced: [UnplacedPart]
  /// A filing with all that was placed, as if it had been typed: computed cells are left to their formulas, and what a
  /// cell cannot hold is left out of it.
  public let filing: Filing
  /// The unit's code, where the file names one.
  public let unitCode: String?
  /// How many cells with a text the file's tables have.
  public let cellCount: Int
  /// How many headings of prose the file has.
  public let headingCount: Int

  /// Takes apart what was read; nothing is looked up elsewhere.
  public init(_ recognised: RecognisedReport) {
    let report = recognised.report
    let prose = ImportedProse(recognised)
    let tables = ImportedTables(recognised)
    self.recognised = recognised
    fields = tables.fields.sorted { $0.place.lowerBound < $1.place.lowerBound }
    sections = prose.sections
    unplaced = (prose.unplaced + tables.unplaced).sorted { $0.place.lowerBound < $1.place.lowerBound }
    unitCode = prose.unitCode
    cellCount = report.tables.reduce(0) { $0 + $1.rows.joined().count { !$0.isEmpty } }
    headingCount = prose.headingCount
    filing = recognised.filing(tables.sheets, sections, under: prose.printed, unitCode: prose.unitCode ?? "")
  }
}

extension ImportedReport {
  /// Cells of the file's tables that belong to no field and are not printed by a form.
  public var unplacedCellCount: Int { unplaced.count { $0.kind == .cell } + unplacedTableCells }
  /// Headings that belong to no section of an outline.
  public var unplacedHeadingCount: Int { unplaced.count { $0.kind == .heading } }

  private var unplacedTableCells: Int {
    unplaced.filter { $0.kind == .table }.reduce(0) { sum, table in
      sum
        + recognised.report.tables.flatMap { $0.rows.joined() }.count { !$0.isEmpty && table.place.contains($0.start) }
    }
  }
}

extension RecognisedReport {
  /// A filing with the sheets of the policies, filled with what was placed.
  fileprivate func filing(
    _ sheets: [Sheet], _ sections: [ImportedSection], under printed: Policy?, unitCode: String
  ) -> Filing {
    let kind: UnitKind = unitCode.isEmpty || unitCode.ends(with: "001") ? .lead : .subordinate
    let unit = FilingUnit(code: unitCode, name: unit ?? "", kind: kind)
    let read = calculation.filing
    let policies = PolicySet(read.policies.policies + [printed].compactMap { $0 })
    var filing = Filing(blank: unit, year: read.year, policies: policies)
    filing.sheets.removeAll { sheet in
      if case .form(let policy, _)? = policies.definition(of: sheet) { policy.isPrinted } else { false }
    }
    for sheet in sheets {
      if let index = filing.sheets.firstIndex(where: { $0.id == sheet.id }) {
        filing.sheets[index] = sheet
      } else {
        filing.sheets.append(sheet)
      }
    }
    return filing.applying(sections.map { .set($0.address, text: $0.text, was: nil) }).filing
  }
}

extension Policy {
  /// Made from a table's own captions, not installed.
  var isPrinted: Bool { sources[Self.printedSource] != nil && hash.isEmpty && effectiveFrom.isEmpty }
}
