import Audit
public import OOXML
import Reading
import Rules

/// What was found in a report as comments in its Word file.
public enum WordComments {
  /// One for each finding that has a place, at its first.
  public static func list(of report: AuditedReport) -> [WordComment] {
    report.findings.compactMap { finding in
      guard let first = finding.evidence.first, let origin = first.origin, let paragraph = origin.paragraph else {
        return nil
      }
      return WordComment(paragraph: paragraph, range: origin.bytes, lines: lines(of: finding))
    }
  }

  private static func lines(of finding: PlacedFinding) -> [String] {
    let card = finding.reported.card
    let others = finding.evidence.dropFirst().compactMap { $0.origin?.words }
    return [
      "【\(finding.severity.words)】\(card.id) \(card.title)", finding.message, finding.derivation,
      others.isEmpty ? "" : "另见\(others.joined(separator: "、"))。",
      finding.companions.map { "对照 \($0.file) 第 \($0.line) 行。" }.joined(), card.remedy,
    ].filter { !$0.isEmpty }
  }
}
