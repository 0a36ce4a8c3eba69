public import Evaluation

/// A filing as a rule reads it: what can change from one save to the next is noted.
public struct FilingReading: Sendable {
  private let dossier: Dossier

  init(_ dossier: Dossier) { self.dossier = dossier }

  /// Stays the same as long as the filing does, so asking is not noted.
  public var unit: FilingUnit { dossier.contents.calculation.filing.unit }
  /// The year under evaluation, which stays the same.
  public var year: Int { dossier.contents.calculation.filing.year }
  /// What it is made under, which stays the same.
  public var policies: PolicySet { dossier.contents.calculation.filing.policies }
  /// The ids of the attachment requirements for which a file is there.
  public var attached: Set<String> {
    dossier.note(.attachments)
    return dossier.contents.calculation.filing.attached
  }
  /// What is filled into every form and report.
  public var sheets: [Sheet] {
    dossier.note(.prose)
    dossier.note(.everySheet)
    return dossier.contents.calculation.filing.sheets
  }
  /// A form or a report; all of the filing's count as looked at.
  public func sheet(_ id: String) -> Sheet? { sheets.first { $0.id == id } }
  /// What stands in a cell or in a section of a report.
  public func entry(at address: CellAddress) -> Entry? {
    if let sheet = dossier.sheet(address.sheet) { return sheet.entry(address.row, address.column) }
    dossier.note(.prose)
    return dossier.contents.calculation.filing.entry(at: address)
  }
}
