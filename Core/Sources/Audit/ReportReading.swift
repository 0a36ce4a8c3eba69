import Evaluation
import Figures
import Reading

/// A report written in the sections of its outline.
struct ReportReading {
  let sheet: String
  let outline: ReportOutline
  /// As it reads, by section.
  private let texts: [String: String]
  /// Something of its own is written; the texts that an outline begins with do not count.
  let isStarted: Bool

  init(_ sheet: Sheet, _ outline: ReportOutline, in calculation: Calculation) {
    let filing = calculation.filing
    let places = Placeholders([
      "year": String(filing.year), "lastYear": String(filing.year - 1), "unit": filing.unit.name,
    ])
    var texts: [String: String] = [:]
    var isStarted = false
    for section in outline.sections {
      let written = sheet.entries[CellKey(section.id, "text")]?.text ?? ""
      texts[section.id] = BoundText(written).rendered(in: calculation)
      if !written.isBlank, written != places.filled(into: section.starter) { isStarted = true }
    }
    self.sheet = sheet.id
    self.outline = outline
    self.texts = texts
    self.isStarted = isStarted
  }

  func address(_ section: ReportOutline.Section) -> CellAddress { CellAddress(sheet, section.id, "text") }
  func text(_ section: ReportOutline.Section) -> String { texts[section.id] ?? "" }

  /// The sections whose heading holds one of these words, each with what stands under it down to its last subsection.
  func passages(headed words: String...) -> [(section: ReportOutline.Section, text: String)] {
    outline.sections.enumerated().compactMap { number, section in
      guard words.contains(where: { section.heading.contains($0) }) else { return nil }
      let parts = outline.sections[(number + 1)...].prefix { $0.level > section.level }
      return (section, ([section] + parts).map(text).filter { !$0.isBlank }.joined(separator: "\n"))
    }
  }
}

extension Dossier {
  /// Every report outline of the filing with what is written in it.
  var reports: [ReportReading] {
    filing.sheets.compactMap { sheet in
      guard case .report(_, let outline)? = filing.policies.definition(of: sheet) else { return nil }
      return ReportReading(sheet, outline, in: calculation)
    }
  }

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
