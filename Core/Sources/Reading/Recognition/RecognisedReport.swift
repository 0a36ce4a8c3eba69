public import Evaluation
import Figures
import Text

/// A report with its forms found and its prose in order: ready to be audited.
public struct RecognisedReport: Sendable {
  /// As it was read from the file.
  public let report: Report
  /// The policies that it fits best.
  public let policies: PolicySet
  /// The year it reports on; nil where neither it nor the caller says.
  public let year: Int?
  /// Whose report it is, as it says.
  public let unit: String?
  /// What it calls itself; nil where no title stands above it.
  public let title: String?
  public private(set) var dossier: Dossier
  /// What the cells were read from, and what else the tables hold.
  let forms: RecognisedForms
  /// The forms as they are written.
  let calculation: Calculation

  /// `candidates` are the policies to choose from; a `year` given by the caller counts more than what the report says.
  public init(_ report: Report, under candidates: [PolicySet], year: Int? = nil) {
    let prose = Narrative(report)
    let facts = ReportFacts(prose, report)
    let year = year ?? facts.year
    let keys = report.tables.map { TableKeys($0.rows) }
    let policies = Self.likest(candidates, to: report, keys, year: year).counting(in: report.notedUnit)
    let forms = RecognisedForms(
      report, keys: keys, under: policies, year: year, areChosen: candidates.count == 1)
    let filing = Filing(
      unit: FilingUnit(code: "", name: facts.unit ?? "", kind: .lead), year: year ?? 0,
      policies: PolicySet(policies.policies + forms.printed), sheets: forms.sheets)
    self.report = report
    self.policies = policies
    self.year = year
    unit = facts.unit
    title = facts.title
    self.forms = forms
    calculation = Calculation(filing, mode: .asWritten)
    dossier = Dossier(
      calculation, narrative: prose.without(forms.rows, of: report), file: report, shown: Set(forms.fields.keys))
  }

  /// The same report with others that it is compared with.
  public func beside(_ companions: Companions) -> RecognisedReport {
    var report = self
    report.dossier = dossier.beside(companions)
    return report
  }

  /// Where a cell stands, a blank one at its label; nil for one that the report leaves out.
  public func place(of cell: CellAddress) -> Range<Int>? { forms.fields[cell]?.place }

  /// The policies whose forms the report shows most of, where a label or two more do not make it another region's; among
  /// equals those of a region that it names, else general ones, then those of its year, then those that it shows a larger
  /// share of, then the first.
  private static func likest(
    _ candidates: [PolicySet], to report: Report, _ keys: [TableKeys], year: Int?
  ) -> PolicySet {
    if candidates.count == 1 { return candidates[0] }
    let ranked = candidates.enumerated().map { number, policies in
      (
        policies: policies, likeness: RecognisedForms.likeness(of: keys, to: policies),
        nearness: policies.policies.map { $0.nearness(to: report) }.max() ?? 0,
        isOfYear: policies.policies.contains { $0.year == year }, number: number
      )
    }
    let best = ranked.max { a, b in
      let (first, second) = (a.likeness.count - (a.nearness == 0 ? 2 : 0), b.likeness.count - (b.nearness == 0 ? 2 : 0))
      if first != second { return first < second }
      if a.nearness != b.nearness { return a.nearness < b.nearness }
      if a.isOfYear != b.isOfYear { return b.isOfYear }
      if a.likeness.share != b.likeness.share { return a.likeness.share < b.likeness.share }
      return a.number > b.number
    }
    return best?.policies ?? PolicySet([])
  }
}

extension PolicySet {
  /// As papers count that say so; nil leaves the policies as they are.
  fileprivate func counting(in unit: AmountUnit?) -> PolicySet {
    guard let unit else { return self }
    return PolicySet(policies.map { $0.counting(in: unit) })
  }
}

extension Policy {
  /// 2 where a report names the region, 1 for a policy of all regions, 0 for that of another.
  fileprivate func nearness(to report: Report) -> Int {
    if isGeneral { return 1 }
    // 广西 for 广西壮族自治区: nobody writes the whole name all the time.
    let stem = String(region.prefix(2))
    return !stem.isEmpty && report.text.string.holds(stem) ? 2 : 0
  }
}
