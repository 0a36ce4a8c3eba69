public import Evaluation

/// A filing as a rule reads it: what can change from one save to the next is noted.
public struct FilingReading: Sendable {
  private let dossier: Dossier

  init(_ dossier: Dossier) { self.dossier = dossier }

  public var unit: FilingUnit { dossier.contents.calculation.filing.unit }
  public var year: Int { dossier.contents.calculation.filing.year }
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
  public func sheet(_ id: String) -> Sheet? { sheets.first { $0.id == id } }
  /// What stands in a cell or in a section of a report.
  public func entry(at address: CellAddress) -> Entry? {
    if let sheet = dossier.sheet(address.sheet) { return sheet.entry(address.row, address.column) }
    dossier.note(.prose)
    return dossier.contents.calculation.filing.entry(at: address)
  }
}
