import Database
import Evaluation

extension UnitReach {
  /// True of filings of these units.
  var condition: SQL {
    guard case .some(let codes) = self else { return "1 = 1" }
    guard !codes.isEmpty else { return "1 = 0" }
    return codes.map { code -> SQL in
      let rest = 6 - code.utf8.count
      guard rest > 0 else { return "filing.unit_code = \(code)" }
      let (first, last) = (code + String(repeating: "0", count: rest), code + String(repeating: "9", count: rest))
      return "filing.unit_code >= \(first) AND filing.unit_code <= \(last)"
    }.joined(by: " OR ")
  }
}
