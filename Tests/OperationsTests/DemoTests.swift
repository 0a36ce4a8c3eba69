import Audit
import Evaluation
import Policies
import Reading
import Rules
import Testing

@testable import Operations

@Suite struct DemoTests {
  /// The demo's filled filings by unit, made once.
  private static let made = Result { try fill(DemoCounty.units) }
  private static func filings() throws -> [(unit: DemoPlan.Unit, filing: Filing)] { try made.get() }

  private static func fill(_ units: [DemoPlan.Unit]) throws -> [(unit: DemoPlan.Unit, filing: Filing)] {
    let library = try PolicyLibrary.bundled()
    let policies = PolicySet(try ["hunan-2024-department", "hunan-2024-project"].map { try #require(library[$0]) })
    return units.map { unit in
      let kind: UnitKind = unit.code.hasSuffix("001") ? .lead : .subordinate
      let blank = Filing(
        blank: FilingUnit(code: unit.code, name: unit.name, kind: kind), year: 2024, policies: policies)
      let begun = blank.applying(blank.reportStarters).filing
      return (unit, unit.content.filled(begun).filing)
    }
  }

  private static func texts(_ filing: Filing) -> [(place: String, text: String)] {
    filing.sheets.filter { filing.isReport($0.id) }.flatMap { sheet in
      sheet.entries.map { ("\(sheet.id)/\($0.key.row)", $0.value.text) }
    }
  }

  @Test func `no filing of the demo has anything that must be put right`() throws {
    for (unit, filing) in try Self.filings() {
      let findings = Audit(of: Dossier(Calculation(filing))).findings
      #expect(findings.filter { $0.severity == .error }.map(\.finding.message) == [], "\(unit.code)")
      #expect(findings.filter { $0.card.id == "G10" }.map(\.finding.message) == [], "\(unit.code)")
    }
  }

  @Test func `sections say different things, but for what did not happen`() throws {
    for (unit, filing) in try Self.filings() {
      let said = Self.texts(filing).map(\.text).filter { $0 != "本年度无此项支出。" }
      #expect(said.count == Set(said).count, "\(unit.code)")
    }
  }

  @Test func `units say different things about themselves`() throws {
    let filings = try Self.filings()
    for section in ["report/functions", "report/organisation", "report/performance"] {
      let said = filings.compactMap { Self.texts($0.filing).first { $0.place == section }?.text }
      #expect(said.count == DemoCounty.units.count && Set(said).count == said.count, "\(section)")
    }
    let problems = filings.compactMap { Self.texts($0.filing).first { $0.place == "report/problems" }?.text }
    #expect(Set(problems).count > DemoCounty.units.count / 2)
  }

  @Test func `what did not happen is said in one sentence`() throws {
    for (unit, filing) in try Self.filings() {
      for place in ["report/stateCapital", "report/socialInsurance"] {
        let said = Self.texts(filing).first { $0.place == place }?.text
        #expect(said == "本年度无此项支出。", "\(unit.code) \(place)")
      }
    }
  }

  @Test func `the same texts are made each time`() throws {
    let first = try Self.filings().suffix(1)
    #expect(try Self.fill(first.map(\.unit)).map(\.filing.sheets) == first.map(\.filing.sheets))
  }
}
