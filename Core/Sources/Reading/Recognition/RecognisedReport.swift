public import Evaluation

/// A report with its forms found and its prose in order: ready to be audited.
public struct RecognisedReport: Sendable {
  public let report: Report
  /// The policies that it fits best.
  public let policies: PolicySet
  /// The year it reports on; nil where neither it nor the caller says.
  public let year: Int?
  /// Whose report it is, as it says.
  public let unit: String?
  public let title: String?
  public let dossier: Dossier
  /// Where each cell stands in the running text.
  private let places: [CellAddress: Range<Int>]

  /// `candidates` are the policies to choose from; a `year` given by the caller counts more than what the report says.
  public init(_ report: Report, under candidates: [PolicySet], year: Int? = nil) {
    let narrative = Narrative(report)
    self.report = report
    policies = candidates.first ?? PolicySet([])
    self.year = year
    unit = nil
    title = nil
    let filing = Filing(
      unit: FilingUnit(code: "", name: "", kind: .lead), year: year ?? 0, policies: policies, sheets: [])
    dossier = Dossier(Calculation(filing, mode: .asWritten), narrative: narrative)
    places = [:]
  }

  /// Where a cell stands; nil for one that the report leaves out or blank.
  public func place(of cell: CellAddress) -> Range<Int>? { places[cell] }
}
