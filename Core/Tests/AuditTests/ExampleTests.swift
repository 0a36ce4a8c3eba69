import Audit
import Evaluation
import Foundation
import Reading
import Rules
import Testing

@Suite("Every rule keeps its own promises")
struct ExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: AuditRule
    let number: Int
    var example: AuditRule.Example { rule.examples[number] }
    var testDescription: String { "\(rule.id) example \(number + 1)" }
  }
  static let cases = AuditRule.all.flatMap { rule in rule.examples.indices.map { Case(rule: rule, number: $0) } }

  /// The same typing as other keyboards leave it behind: nothing a rule says may depend on it.
  enum Dress: String, CaseIterable { case plain, fullWidth, spaced }

  @Test("says of its examples exactly what it promises", arguments: cases, Dress.allCases)
  func saysWhatItPromises(_ item: Case, dress: Dress) {
    let layouts = Calculation(item.example.given.filing(), mode: .asWritten)
    let report = item.example.given.report(behind: dress.line)
    let dossier = item.example.given.dossier(behind: dress.line) { address, text in
      guard layouts.definition(at: address)?.kind.isNumber == true else { return text }
      return dress.applied(to: text)
    }
    switch (item.rule.check(dossier), item.example.expected) {
    case (.pass, .pass), (.notCheckable, .notCheckable): break
    case (.fail(let findings), .fail(let expected)):
      let said = findings.map { "\($0.places.first.map { $0.spoken(in: report) } ?? "nowhere"): \($0.message)" }
      #expect(said == expected.map { "\($0.place): \($0.message)" })
      let marked = findings.flatMap(\.places).compactMap(\.range).sorted { $0.lowerBound < $1.lowerBound }
      #expect(marked == item.example.given.marks(behind: dress.line))
    case (let verdict, let expected): Issue.record("expected \(expected), got \(verdict)")
    }
  }

  @Test("has a reason, a source, a way out and enough examples", arguments: AuditRule.all)
  func isComplete(_ rule: AuditRule) {
    #expect(!rule.card.why.isEmpty && !rule.card.remedy.isEmpty && !rule.card.sources.isEmpty && !rule.method.isEmpty)
    #expect(rule.examples.count { $0.expected == .pass } >= 2)
    #expect(rule.examples.count { if case .fail = $0.expected { true } else { false } } >= 2)
    #expect(rule.examples.contains { $0.expected == .notCheckable })
  }

  @Test func oneFilePerRuleAndItsCodeBeginsItsName() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.package("Sources/Audit/Rules").path())
    let codes = files.filter { $0.hasSuffix(".swift") }.map { String($0.prefix(3)) }
    #expect(codes.sorted() == AuditRule.all.map(\.id).sorted())
  }

  static func package(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../" + path).standardized
  }
}

extension ExampleTests.Dress {
  func applied(to text: String) -> String {
    switch self {
    case .plain: text
    case .fullWidth:
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
    case .spaced: "\u{3000}\(text)\u{A0}"
    }
  }
}

extension ExampleTests.Dress {
  /// What stands before the prose: scalars that other ways of counting count otherwise.
  var line: String { self == .plain ? "" : "\u{20BB7}👨‍👩‍👧e\u{301}\r" }
}

extension Place {
  fileprivate var range: Range<Int>? { if case .text(let place) = self { place.range } else { nil } }

  /// A stretch of text by its words, anything else as it describes itself.
  fileprivate func spoken(in report: Report?) -> String {
    guard let range, let report else { return description }
    return "⟦\(report.text[range])⟧"
  }
}
