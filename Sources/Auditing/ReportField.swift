import Evaluation
import Reading
import Text

/// The reports of one run, each to be compared with the others: with those of the same unit's years before, and with
/// those of other units.
struct ReportField: Sendable {
  private let files: [String]
  private let reports: [RecognisedReport?]
  private let peers: Peers?
  /// Files by unit and year, in their order.
  private let numbers: [UnitYear: [Int]]

  fileprivate struct UnitYear: Hashable {
    let unit: String
    let year: Int
  }

  /// `peers` are what is kept of the reports, by file.
  init(_ files: [String], _ reports: [RecognisedReport?], _ peers: [PeerReport?]) {
    self.files = files
    self.reports = reports
    let others = peers.compactMap(\.self)
    self.peers = others.count > 1 ? Peers(others) : nil
    var numbers: [UnitYear: [Int]] = [:]
    for (number, report) in reports.enumerated() {
      if let key = report.flatMap({ UnitYear($0) }) { numbers[key, default: []].append(number) }
    }
    self.numbers = numbers
  }

  /// What a file's report is compared with.
  func companions(of number: Int) -> Companions {
    guard let report = reports[number] else { return .none }
    var earlier: [Companion] = []
    var year = report.year ?? 0
    // No rule looks back further than two years.
    while earlier.count < 2, let before = earlierReport(than: year, of: report) {
      earlier.append(Companion(before.report, file: files[before.number]))
      year -= 1
    }
    return Companions(earlier: earlier, peers: peers)
  }

  /// The same unit's report of the year before: among several the one that has most forms in common, then the first by name.
  private func earlierReport(
    than year: Int, of report: RecognisedReport
  ) -> (number: Int, report: RecognisedReport)? {
    guard let key = UnitYear(report) else { return nil }
    let kinds = Set(report.dossier.sheets.map(\.form.kind))
    let found = (numbers[UnitYear(unit: key.unit, year: year - 1)] ?? []).compactMap { number in
      reports[number].map { (number: number, report: $0) }
    }
    return found.max { a, b in
      let (first, second) = (a.report.likeness(to: kinds), b.report.likeness(to: kinds))
      return first == second ? files[a.number] > files[b.number] : first < second
    }
  }
}

extension ReportField.UnitYear {
  /// nil where the report says neither.
  fileprivate init?(_ report: RecognisedReport) {
    guard let year = report.year, let unit = report.unit?.folded, !unit.isEmpty else { return nil }
    self.init(unit: unit, year: year)
  }
}

extension RecognisedReport {
  fileprivate func likeness(to kinds: Set<FormKind>) -> Int {
    Set(dossier.sheets.map(\.form.kind)).intersection(kinds).count
  }
}
