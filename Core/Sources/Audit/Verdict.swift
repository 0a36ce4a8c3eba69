public import Evaluation
public import Reading
public import Rules

/// What one rule says about one dossier.
public enum Verdict: Hashable, Sendable {
  case pass
  case fail([Finding])
  /// The rule could not look: these are missing. Never counted as a pass.
  case notCheckable(missing: [String])

  /// Pass where there is nothing to report.
  public init(_ findings: [Finding]) { self = findings.isEmpty ? .pass : .fail(findings) }
}

/// One thing noticed, and exactly where. Data, never thrown.
public struct Finding: Hashable, Sendable {
  /// The first is where a person looks first.
  public let places: [Place]
  /// What is wrong, in words for the person who filled it in.
  public let message: String
  /// How the numbers come out: "2.28 + 0 = 2.28，表中 2.31".
  public let derivation: String
  /// Lower than the rule's own, where the case is milder.
  public let severity: Severity?

  public init(at places: [Place], _ message: String, derivation: String = "", severity: Severity? = nil) {
    self.places = places
    self.message = message
    self.derivation = derivation
    self.severity = severity
  }
  /// In texts; the first stretch is where a person looks first.
  public init(
    at stretches: TextPlace..., message: String, derivation: String = "", severity: Severity? = nil
  ) {
    self.init(at: stretches.map { .text($0) }, message, derivation: derivation, severity: severity)
  }
  /// In forms; the first cell is where a person looks first.
  public init(
    at cells: CellAddress..., message: String, derivation: String = "", severity: Severity? = nil
  ) {
    self.init(at: cells.map { .cell($0) }, message, derivation: derivation, severity: severity)
  }
}

/// Where something stands.
public enum Place: Hashable, Sendable {
  case cell(CellAddress)
  /// A sheet as a whole.
  case sheet(String)
  /// The list of files, by the requirement's id.
  case attachment(String)
  /// A stretch of a report's text.
  case text(TextPlace)
  /// A stretch of what a file carries besides its text.
  case trace(TracePlace)
  /// A stretch of another report that this one was compared with.
  case companion(CompanionPlace)

  /// Lies in the filing or report itself.
  var isOwn: Bool { if case .companion = self { false } else { true } }
}

extension Place: CustomStringConvertible {
  /// "self/r7/score", "sheet self", "attachment report", "report/basic/text", "text", "trace comment
  /// word/comments.xml/0": stable, part of a finding's key, which leaves companions out.
  /// Where in a text is left out: it moves with every word that is written before it.
  public var description: String {
    switch self {
    case .cell(let address): address.description
    case .sheet(let id): "sheet \(id)"
    case .attachment(let id): "attachment \(id)"
    case .text(let place):
      if case .section(let address) = place.source { address.description } else { "text" }
    case .trace(let place): "trace \(place.trace.kind.key) " + place.trace.position
    case .companion: "companion"
    }
  }
}

extension FileTrace.Kind {
  /// Endnotes were once told as notes: what was explained then stays explained.
  fileprivate var key: String { self == .endnote ? Self.note.rawValue : rawValue }
}

extension FileTrace {
  /// Part and paragraph, or part and name.
  fileprivate var position: String { part + (paragraph.map { "/\($0)" } ?? (name.isEmpty ? "" : "/\(name)")) }
}
