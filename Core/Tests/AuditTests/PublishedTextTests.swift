import Audit
import Evaluation
import Foundation
import Reading
import Rules
import Testing

/// What the rules on personal data, residue, units and wording say of published reports, checked by eye.
struct PublishedText: CustomTestStringConvertible, Sendable {
  let report: String
  /// Code and line of every finding, in the order of the report.
  let findings: String
  init(_ report: String, _ findings: String) { (self.report, self.findings) = (report, findings) }
  var testDescription: String { report }

  static let codes = ["D18", "D19", "D22", "G02", "T01", "T02", "T05", "T07", "T09", "T13"]
  static let all = [
    PublishedText("r0", "T07:5 P16:13 P16:14 P05:21 P05:21 P05:21 P05:21"),
    PublishedText(
      "r1",
      """
      P13:32 T02:41 T02:42 T01:140 T01:145 D19:489 T02:496 D18:516 D19:516 T02:522 P10:544 P08:546 P09:547 P09:548
      """),
    PublishedText("r2", "P16:60"),
    PublishedText(
      "r3",
      """
      G02:34 G02:34 G02:36 D19:43 P16:44 P05:56 P01:372 P04:372 P01:676 P04:676 T13:807 T13:817 P01:1001 P04:1001 P01:1313 \
      P04:1313
      """),
    PublishedText("r4", "T09:38"),
  ]

  private static let folder: URL = {
    let given = ProcessInfo.processInfo.environment["JIHENG_SHARED"].map { URL(filePath: $0) }
    let beside = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared")
    return (given ?? beside).appending(path: "reports").standardized
  }()
  /// The reports are no part of the project; where they are not at hand, there is nothing to compare.
  static let areThere = FileManager.default.fileExists(atPath: folder.path)

  func found() throws -> String {
    let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
    let file = try #require(files.first { $0.lastPathComponent.hasPrefix(report + "-") })
    let text = Report(flattened: try String(contentsOf: file, encoding: .utf8))
    let recognised = RecognisedReport(text, under: [.example])
    let found = Audit(of: recognised.dossier).findings.compactMap { reported -> (start: Int, code: String)? in
      guard reported.id.hasPrefix("P") || Self.codes.contains(reported.card.id) else { return nil }
      switch reported.finding.places.first {
      case .text(let place)?: return (place.range.lowerBound, reported.card.id)
      case .cell(let cell)?: return recognised.place(of: cell).map { ($0.lowerBound, reported.card.id) }
      default: return nil
      }
    }
    let lines = found.map { "\($0.code):\(text.text.position(of: $0.start).line)" }
    let ordered = zip(found, lines).sorted { a, b in
      let (first, second) = (text.text.position(of: a.0.start).line, text.text.position(of: b.0.start).line)
      return first == second ? a.1 < b.1 : first < second
    }
    return ordered.map(\.1).joined(separator: " ")
  }
}

@Suite struct PublishedTextTests {
  @Test(.enabled(if: PublishedText.areThere), arguments: PublishedText.all)
  func `what is said of published texts was checked by eye`(_ text: PublishedText) throws {
    let found = try text.found()
    #expect(found == text.findings.split(separator: "\n").joined(separator: " "))
  }
}
