import Audit
import Evaluation
import Reading
import Rules

/// A text becomes a report, its forms, its prose and findings; all of them say where they stand.
struct ReportTest {
  private static let known = [PolicySet.example]
  private let report: Report
  private let isAuditedTwice: Bool

  init(_ bytes: [UInt8]) {
    report = Report(flattened: bytes.text)
    isAuditedTwice = bytes.isChosen(oneIn: 16)
  }

  func run() {
    checkBlocks()
    let recognised = RecognisedReport(report, under: Self.known)
    for passage in recognised.dossier.narrative.passages { check(passage) }
    for statement in recognised.dossier.statements.amounts { check(statement.place, "statement") }
    let audit = Audit(of: recognised.dossier)
    for reported in audit.findings {
      demand(!reported.finding.message.isEmpty, "\(reported.card.id) says nothing")
      for case .text(let place) in reported.finding.places { check(place, reported.card.id) }
      for case .cell(let cell) in reported.finding.places {
        guard let range = recognised.place(of: cell) else { continue }
        check(TextPlace(.file, range), reported.card.id)
      }
    }
    guard isAuditedTwice else { return }
    let again = Audit(of: RecognisedReport(report, under: Self.known).dossier)
    demand(
      audit.findings.map(\.finding) == again.findings.map(\.finding) && audit.notCheckable == again.notCheckable,
      "audited twice")
  }

  /// Blocks and cells follow one another, and hold what stands there.
  private func checkBlocks() {
    var end = 0
    func check(_ part: TextPart) {
      demand(
        part.start >= end && part.end >= part.start && part.end <= report.text.scalars.count,
        "place of \(part.text)")
      if part.end - part.start == part.text.unicodeScalars.count, !part.isEmpty {
        demand(report.text[part.start..<part.end] == part.text, "\(part.text) stands elsewhere")
      }
      end = max(end, part.end)
    }
    for block in report.blocks {
      switch block {
      case .paragraph(let part): check(part)
      case .table(let table): for cell in table.rows.joined() { check(cell) }
      }
    }
  }

  private func check(_ passage: Passage) {
    let scalars = Array(passage.text.unicodeScalars)
    for figure in passage.figures {
      demand(figure.range.upperBound <= scalars.count, "\(figure) in \(passage.text)")
      let place = passage.place(figure.range)
      check(place, "figure")
      demand(
        report.text.scalars[place.range.lowerBound] == scalars[figure.range.lowerBound]
          && report.text.scalars[place.range.upperBound - 1] == scalars[figure.range.upperBound - 1],
        "\(figure) stands elsewhere")
    }
  }

  private func check(_ place: TextPlace, _ what: String) {
    demand(
      place.range.lowerBound >= 0 && place.range.upperBound <= report.text.scalars.count,
      "\(what) at \(place.range) of \(report.text.scalars.count)")
  }
}
