public import Audit
public import Reading
public import Rules

/// A report with all that was found in it, ready to be written out.
public struct AuditedReport: Sendable {
  /// As the person named it.
  public let file: String
  /// The report as it was taken apart.
  public let recognised: RecognisedReport
  /// In the order of their first places; those without a place first.
  public let findings: [PlacedFinding]
  /// The checks that could not look, with what they miss, in the order of their codes.
  public let notCheckable: [(check: String, missing: [String])]

  /// Where captions of forms stand that could not be read: nothing below them was checked.
  public let unreadForms: [Evidence]

  /// Cells of its tables were told by their places on a page, as in PDF files: what follows from them is only a hint.
  public let guessesCells: Bool

  /// `origins` tells where a stretch of the running text was read from; empty where the text is the file.
  public init(
    file: String, _ recognised: RecognisedReport, _ audit: Audit, guessesCells: Bool = false,
    origins: (Range<Int>) -> [TextOrigin] = { _ in [] }
  ) {
    self.file = file
    self.recognised = recognised
    self.guessesCells = guessesCells
    let sheets = recognised.sheetPlaces
    findings = audit.findings.map { reported in
      PlacedFinding(
        guessesCells ? reported.asHintWhereInForms : reported, in: recognised, sheets, origins: origins)
    }
    .enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
    unreadForms = recognised.unreadForms.map {
      Evidence($0, in: recognised.report.text, origin: origins($0).first)
    }
    notCheckable = audit.notCheckable.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What evidence counts its places in.
  public var text: RunningText { recognised.report.text }

  /// How many findings have it.
  public func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

extension AuditedReport {
  static let guessWords = "PDF 中的表格没有单元格，可能读错，由表中数字得出的问题只作提示；有 Word 文件的，请检查 Word 文件"

  /// Which forms were not read, in a sentence; nil where none was left out.
  public var unreadWords: String? {
    guard let first = unreadForms.first else { return nil }
    let place = first.origin?.words ?? "第 \(first.line) 行"
    let more = unreadForms.count > 1 ? "起共 \(unreadForms.count) 处" : ""
    return "自评表没有读出（\(place)\(more)），表中的指标没有检查；有 Word 文件的，请检查 Word 文件"
  }
}

/// A finding with its places in the running text.
public struct PlacedFinding: Sendable {
  /// As the checks told it.
  public let reported: Audit.Reported
  /// In order; the first is where a person looks first.
  public let evidence: [Evidence]
  /// What it points to in the file besides the running text.
  public let traces: [TracePlace]
  /// What it points to in other reports that this one was compared with.
  public let companions: [CompanionPlace]
  /// The figures of the cells that it names.
  public let values: [FoundValue]

  init(
    _ reported: Audit.Reported, in report: RecognisedReport, _ sheets: RecognisedReport.SheetPlaces,
    origins: (Range<Int>) -> [TextOrigin]
  ) {
    self.reported = reported
    evidence = report.ranges(of: reported.finding.places, sheets: sheets)
      .map { Evidence($0, in: report.report.text, origin: origins($0).first) }
    traces = reported.finding.places.compactMap { if case .trace(let place) = $0 { place } else { nil } }
    companions = reported.finding.places.compactMap { if case .companion(let place) = $0 { place } else { nil } }
    values = reported.finding.places.compactMap { place in
      if case .cell(let address) = place { FoundValue(of: address, in: report.dossier) } else { nil }
    }
  }

  public var severity: Severity { reported.severity }
  /// The check's code: "A19".
  public var check: String { reported.card.id }
  /// What is wrong, in a sentence.
  public var message: String { reported.finding.message }
  /// How the figures follow from one another; empty where nothing was worked out.
  public var derivation: String { reported.finding.derivation }

  fileprivate var start: Int { evidence.first?.range.lowerBound ?? -1 }
}
