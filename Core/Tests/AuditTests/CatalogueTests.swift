import Audit
import Foundation
import Testing

@Suite("The catalogue of checks")
struct CatalogueTests {
  /// How many checks each group of the catalogue has.
  static let groups: [(letter: String, count: Int)] = [
    ("A", 30), ("B", 30), ("C", 25), ("D", 25), ("E", 12), ("F", 12), ("G", 14), ("H", 21), ("T", 14), ("P", 16),
    ("Q", 25), ("W", 10),
  ]
  static let codes = groups.flatMap { group in
    (1...group.count).map { "\(group.letter)\($0 < 10 ? "0" : "")\($0)" }
  }

  /// The lines of Obligations.txt: a code, what is to be checked, and why there is no rule yet.
  static func obligations() throws -> [String] {
    let file = ExampleTests.package("../Documentation/Obligations.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }

  @Test("has every code either as a rule or as an obligation, never both")
  func isComplete() throws {
    let rules = AuditRule.all.map(\.id)
    let obligations = try Self.obligations().map { String($0.prefix { $0 != " " }) }
    #expect(Set(rules).isDisjoint(with: obligations))
    #expect(Set(Self.codes).subtracting(rules + obligations).sorted() == [])
    #expect(Set(rules + obligations).subtracting(Self.codes).sorted() == [])
    #expect(Set(rules).count == rules.count && Set(obligations).count == obligations.count)
    print("规则 \(rules.count) 条，尚缺 \(obligations.count) 条，目录共 \(Self.codes.count) 条")
  }

  @Test func obligationsSayWhatAndWhyInTheOrderOfTheCatalogue() throws {
    let lines = try Self.obligations()
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 1).last?.split(separator: "：") ?? []
      #expect(parts.count == 2, "\(line)")
    }
    let places = lines.compactMap { line in Self.codes.firstIndex { line.hasPrefix("\($0) ") } }
    #expect(places == places.sorted() && places.count == lines.count)
  }

  @Test func rulesStandInTheOrderOfTheCatalogue() {
    let places = AuditRule.all.compactMap { rule in Self.codes.firstIndex(of: rule.id) }
    #expect(places == places.sorted() && places.count == AuditRule.all.count)
  }
}
