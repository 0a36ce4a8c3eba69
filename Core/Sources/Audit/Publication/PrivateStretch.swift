public import Evaluation
public import Reading
public import Rules
import Text

/// A stretch of text that strangers must not read, such as a telephone number or a password.
public struct PrivateStretch: Hashable, Sendable, Identifiable {
  public let source: Source
  /// In the text of the source, in scalars.
  public let range: Range<Int>
  /// As it is written.
  public let text: String
  /// The check that found it.
  public let check: String
  public let severity: Severity
  /// Why, as the check puts it; it never quotes the text.
  public let reason: String

  /// What it stands in.
  public enum Source: Hashable, Sendable {
    /// A cell or the section of a report, as it is shown.
    case cell(CellAddress)
    /// The running text of an uploaded file.
    case file(Int64)
    /// What an uploaded file carries besides its text: no copy made of that text has it.
    case trace(FileTrace, of: Int64)
  }

  /// Stays the same as long as the stretch does.
  public var id: String { "\(check) \(source) \(range.lowerBound) \(range.count)" }

  /// Would stand in a public copy, unless it is cut.
  public var isShown: Bool { if case .trace = source { false } else { true } }

  /// Everything that the checks of group P find in a filing, in its order. A stretch that several of them find is told
  /// once, by the gravest.
  public static func all(in calculation: Calculation) -> [PrivateStretch] {
    let narrative = Narrative(wordsOf: calculation)
    let found = all(in: Dossier(calculation, narrative: narrative)) { place in
      guard case .text(let place) = place, let address = place.section else { return nil }
      let shown = PublicCopy.shown(at: address, in: calculation).unicodeScalars
      return (.cell(address), String(shown.dropFirst(place.range.lowerBound).prefix(place.range.count)), place.range)
    }
    let order = Dictionary(
      narrative.passages.enumerated().compactMap { index, passage in
        passage.place.section.map { (Source.cell($0), index) }
      }, uniquingKeysWith: { first, _ in first })
    return found.sorted {
      (order[$0.source] ?? 0, $0.range.lowerBound) < (order[$1.source] ?? 0, $1.range.lowerBound)
    }
  }

  /// The same in a report that was uploaded as the file of this id, what the file carries besides last.
  public static func all(in report: Report, of file: Int64, by unit: FilingUnit, year: Int) -> [PrivateStretch] {
    let nothing = Calculation(Filing(unit: unit, year: year, policies: PolicySet([]), sheets: []))
    let found = all(in: Dossier(nothing, narrative: Narrative(report), file: report)) { place in
      switch place {
      case .text(let place): return (.file(file), report.text[place.range], place.range)
      case .trace(let place):
        let text = place.trace.text.unicodeScalars.dropFirst(place.range.lowerBound).prefix(place.range.count)
        return (.trace(place.trace, of: file), String(text), place.range)
      case .cell, .sheet, .attachment, .companion: return nil
      }
    }
    return found.filter(\.isShown).sorted { $0.range.lowerBound < $1.range.lowerBound }
      + found.filter { !$0.isShown }
  }

  /// `read` tells of a place of a finding what text it is in, what stands there, and where; nil for what holds no text.
  private static func all(
    in dossier: Dossier, read: (Place) -> (Source, text: String, Range<Int>)?
  ) -> [PrivateStretch] {
    let rules = AuditRule.all.filter { $0.id.hasPrefix("P") }
    var found: [PrivateStretch] = []
    for reported in Audit(of: dossier, rules: rules).findings {
      for (source, text, range) in reported.finding.places.compactMap(read) {
        let stretch = PrivateStretch(
          source: source, range: range, text: text, check: reported.card.id, severity: reported.severity,
          reason: reported.finding.message)
        let twins = found.indices.filter { found[$0].source == source && found[$0].range == range }
        if let twin = twins.first {
          if found[twin].severity < stretch.severity { found[twin] = stretch }
        } else {
          found.append(stretch)
        }
      }
    }
    return found
  }
}

extension PrivateStretch.Source: CustomStringConvertible {
  /// "base/economyMeasures/text", "file-12", "file-12 trace comment word/comments.xml/0".
  public var description: String {
    switch self {
    case .cell(let address): address.description
    case .file(let id): "file-\(id)"
    case .trace(let trace, let id): "file-\(id) \(Place.trace(TracePlace(trace)))"
    }
  }
}
