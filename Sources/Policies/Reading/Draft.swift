import Evaluation
import Rules

/// What is collected while one file is read: its faults, and what can be checked only after all is read.
final class Draft {
  let file: String
  private(set) var faults: Set<PolicyFault> = []
  private(set) var origins: [String: ValueOrigin] = [:]
  /// Where the name of a source is used.
  private(set) var sourceUses: [(name: String, place: Place)] = []
  /// Where a formula stands, by the cells it belongs to.
  var formulaPlaces: [FormulaOwner: Place] = [:]
  /// Where the text of a report section begins, for its bound figures.
  var starters: [(text: String, place: Place)] = []
  /// Where other names stand that are checked at the end, by their path.
  var places: [String: Place] = [:]

  init(file: String) { self.file = file }

  var hasErrors: Bool { faults.contains { $0.severity == .error } }

  func report(_ message: String, at place: Place, severity: Severity = .error) {
    faults.insert(
      PolicyFault(file: file, line: place.line, column: place.column, severity: severity, message: message))
  }

  func note(_ origin: ValueOrigin, for path: String, at place: Place) {
    origins[path] = origin
    sourceUses.append((origin.source, place))
  }

  /// Reports every name but the first of those that occur twice.
  func requireUnique(_ names: [(name: String, place: Place)], _ kind: String) {
    var first: [String: Place] = [:]
    for (name, place) in names where !name.isEmpty {
      if let earlier = first[name] {
        report("\(kind)“\(name)”重复，第 \(earlier.line) 行已有。", at: place)
      } else {
        first[name] = place
      }
    }
  }
}

/// The cells that a formula works out.
enum FormulaOwner: Hashable {
  case cell(form: String, CellKey)
  case row(form: String, String)
  case column(form: String, block: String, String)
  case check(String)
}
