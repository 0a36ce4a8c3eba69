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
    self.init(report, among: KnownForms(candidates), year: year)
  }

  /// The same for one of many reports: the words of the forms are made ready once.
  public init(_ report: Report, among known: KnownForms, year: Int? = nil) {
    let draft = NarrativeDraft(report)
    let facts = ReportFacts(draft, report)
    let year = year ?? facts.year
    let keys = report.tables.map { TableKeys($0.rows) }
    let (policies, candidates) = Self.likest(known, to: keys, year: year)
    let forms = RecognisedForms(report, keys, under: candidates)
    let filing = Filing(
      unit: FilingUnit(code: "", name: facts.unit ?? "", kind: .lead), year: year ?? 0, policies: policies,
      sheets: forms.sheets)
    self.report = report
    self.policies = policies
    self.year = year
    unit = facts.unit
    title = facts.title
    places = forms.places
    dossier = Dossier(
      Calculation(filing, mode: .asWritten), narrative: draft.narrative(besides: forms.tables))
  }

  /// Where a cell stands, a blank one at its label; nil for one that the report leaves out.
  public func place(of cell: CellAddress) -> Range<Int>? { places[cell] }

  /// The policies whose forms the report shows most of; among equals those of its year, then the first.
  private static func likest(
    _ known: KnownForms, to tables: [TableKeys], year: Int?
  ) -> (policies: PolicySet, forms: [KnownForm]) {
    let ranked = known.candidates.enumerated().map { number, candidate in
      (
        candidate: candidate, likeness: RecognisedForms.likeness(of: tables, to: candidate.forms),
        isOfYear: candidate.policies.policies.contains { $0.year == year }, number: number
      )
    }
    let best = ranked.max { a, b in
      if a.likeness != b.likeness { return a.likeness < b.likeness }
      if a.isOfYear != b.isOfYear { return b.isOfYear }
      return a.number > b.number
    }
    return best?.candidate ?? (PolicySet([]), [])
  }
}
