import Evaluation
import Figures
import Reading

extension Dossier {
  /// Reports that are written in sections and for which no file was uploaded: what can be looked into.
  var writtenReports: [ReportReading] {
    reports.filter { report in
      let requirements = filing.policies.attachments.filter { $0.outline == report.outline.id }
      return report.isStarted && !requirements.contains { filing.attached.contains($0.id) || isNeeded($0) == false }
    }
  }

  /// nil where the base-data table does not say yet.
  func isNeeded(_ requirement: AttachmentRequirement) -> Bool? {
    switch requirement.need {
    case .always: true
    case .withSpecialFunds: hasSpecialFunds
    case .optional: false
    }
  }

  /// This year's special funds, budgeted or spent; nil where nothing is filled in.
  var hasSpecialFunds: Bool? {
    guard let base else { return nil }
    let rows = ["specialFunds"] + base.lines(under: "specialFunds")
    let figures = rows.flatMap { row in ["budget", "final"].compactMap { base.figure(row, $0) } }
    return figures.isEmpty ? nil : figures.contains { !$0.isZero }
  }
}
