public import Evaluation
import Reading
public import Rules
import Text

/// A stretch of a filing's text that strangers must not read, such as a telephone number or a password.
public struct PrivateStretch: Hashable, Sendable, Identifiable {
  /// The cell or the section of a report.
  public let address: CellAddress
  /// In the text as it is shown, in scalars.
  public let range: Range<Int>
  /// As it is written.
  public let text: String
  /// The check that found it.
  public let check: String
  public let severity: Severity
  /// Why, as the check puts it; it never quotes the text.
  public let reason: String

  /// Stays the same as long as the stretch does.
  public var id: String { "\(check) \(address) \(range.lowerBound) \(range.count)" }

  /// Everything that the checks of group P find in a filing, in its order. A stretch that several of them find is told
  /// once, by the gravest.
  public static func all(in calculation: Calculation) -> [PrivateStretch] {
    let narrative = Narrative(wordsOf: calculation)
    let dossier = Dossier(calculation, narrative: narrative)
    let rules = AuditRule.all.filter { $0.id.hasPrefix("P") }
    var found: [PrivateStretch] = []
    for reported in Audit(of: dossier, rules: rules).findings {
      for case .text(let place) in reported.finding.places {
        guard let address = place.section else { continue }
        let text = Array(PublicCopy.shown(at: address, in: calculation).unicodeScalars)
        let stretch = PrivateStretch(
          address: address, range: place.range, text: String(scalars: text[place.range]),
          check: reported.card.id, severity: reported.severity, reason: reported.finding.message)
        let twins = found.indices.filter { found[$0].address == address && found[$0].range == place.range }
        if let twin = twins.first {
          if found[twin].severity < stretch.severity { found[twin] = stretch }
        } else {
          found.append(stretch)
        }
      }
    }
    let order = Dictionary(
      narrative.passages.enumerated().compactMap { index, passage in passage.place.section.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    return found.sorted {
      (order[$0.address] ?? 0, $0.range.lowerBound) < (order[$1.address] ?? 0, $1.range.lowerBound)
    }
  }
}
