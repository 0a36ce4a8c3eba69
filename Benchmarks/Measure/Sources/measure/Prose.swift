import Audit
import Evaluation
import Figures
import Reading
import Rules

/// One report, read and audited in process.
struct Prose {
  private static let known = [PolicySet.example]
  private let text: String

  init(_ text: String) { self.text = text }

  func figures(for seconds: Double) {
    var found = 0
    let measured = Measured(for: seconds) { found = WrittenFigure.found(in: text).count }
    measured.write(["bytes": "\(text.utf8.count)", "characters": "\(text.unicodeScalars.count)", "found": "\(found)"])
  }

  /// From the flattened text to all findings.
  func audit(for seconds: Double) {
    var found = 0
    let measured = Measured(for: seconds) { found = findings(AuditRule.all).count }
    measured.write(["bytes": "\(text.utf8.count)", "characters": "\(text.unicodeScalars.count)", "found": "\(found)"])
  }

  /// From the flattened text to what must not be published, as it is done before an uploaded report is.
  func privacy(for seconds: Double) {
    var found = 0
    let measured = Measured(for: seconds) { found = personal.count }
    measured.write(["bytes": "\(text.utf8.count)", "characters": "\(text.unicodeScalars.count)", "found": "\(found)"])
  }

  private var personal: [PrivateStretch] {
    let unit = FilingUnit(code: "201001", name: "云溪县商务局", kind: .lead)
    return PrivateStretch.all(in: Report(flattened: text), of: 0, by: unit, year: 2024)
  }

  private func findings(_ rules: [AuditRule]) -> [Audit.Reported] {
    let recognised = RecognisedReport(Report(flattened: text), under: Self.known)
    return Audit(of: recognised.dossier, rules: rules).findings
  }

  /// "amount FROM TO VALUE" and "CODE FROM TO", places in Unicode scalars.
  func list() {
    for figure in WrittenFigure.found(in: text) {
      guard case .amount(.number(let number)) = figure.kind else { continue }
      print("amount \(figure.range.lowerBound) \(figure.range.upperBound) \(number.significand)e\(number.exponent)")
    }
    for stretch in personal {
      print("\(stretch.check) \(stretch.range.lowerBound) \(stretch.range.upperBound)")
    }
  }

  /// All findings with everything they say, and what could not be checked.
  func tell(_ path: String) {
    let recognised = RecognisedReport(Report(flattened: text), under: Self.known)
    let audit = Audit(of: recognised.dossier)
    print("== \(path)")
    for one in audit.findings {
      let places = one.finding.places.map { place in
        switch place {
        case .text(let text): "\(text.source) \(text.range)"
        case .cell(let cell): "\(cell) \(recognised.place(of: cell).map { "\($0)" } ?? "-")"
        default: place.description
        }
      }
      print(
        "\(one.id) \(one.severity) \(places.joined(separator: "; ")) \(one.finding.message) \(one.finding.derivation)")
    }
    for (code, missing) in audit.notCheckable.sorted(by: { $0.key < $1.key }) { print("\(code) ? \(missing)") }
    for figure in WrittenFigure.found(in: text) { debugPrint(figure) }
    for statement in recognised.dossier.statements.amounts {
      let told = Mirror(reflecting: statement).children.map { "\($0.label ?? ""): \(String(reflecting: $0.value))" }
      print("AmountStatement(\(told.joined(separator: ", ")))")
    }
    for list in recognised.dossier.statements.lists { print(list) }
  }
}
