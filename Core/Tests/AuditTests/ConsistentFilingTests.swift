import Audit
import Evaluation
import Reading
import Rules
import Testing

@Suite("Filings in which everything agrees, and the same with one fault")
struct ConsistentFilingTests {
  /// Without A24: these forms have no goals with weights.
  static let rules = AuditRule.all.filter { ($0.id.hasPrefix("A") && $0.id != "A24") || $0.id.hasPrefix("C") }

  /// Of filings that faults are planted in.
  static let seeds = 1...3

  static func findings(of filing: ConsistentFiling, _ mode: Calculation.Mode) -> [Audit.Reported] {
    Audit(of: Dossier(Calculation(filing.filing, mode: mode)), rules: rules).findings
  }

  @Test("no rule of sums or across forms has anything to say", arguments: 1...30, ConsistentFiling.Precision.allCases)
  func nothingToSay(seed: Int, precision: ConsistentFiling.Precision) {
    let filing = ConsistentFiling(seed: seed, precision)
    for mode in [Calculation.Mode.asWritten, .computing] {
      let said = Self.findings(of: filing, mode).map { "\($0.id) \($0.finding.message)" }
      #expect(said.isEmpty, "\(mode)")
    }
  }

  @Test("every rule looks at such filings")
  func everyRuleLooks() {
    var silent = Set(Self.rules.map(\.id))
    for seed in 1...20 {
      let dossier = Dossier(Calculation(ConsistentFiling(seed: seed, .exact).filing, mode: .asWritten))
      silent.formIntersection(Audit(of: dossier, rules: Self.rules).notCheckable.keys)
    }
    #expect(silent.isEmpty)
  }

  @Test("one planted fault is found at its cell", arguments: PlantedFault.all, seeds)
  func isFound(_ fault: PlantedFault, seed: Int) {
    for precision in ConsistentFiling.Precision.allCases {
      var filing = ConsistentFiling(seed: seed, precision)
      guard fault.isPossible(in: filing) else { continue }
      fault.plant(&filing)
      let found = Self.findings(of: filing, .asWritten).filter { $0.card.id == fault.code }
      let places = found.flatMap { $0.finding.places.map(\.description) }
      #expect(places.contains(fault.cell), "\(precision), found \(found.map(\.finding.message))")
    }
  }

  @Test("every rule has a planted fault, and every fault is possible somewhere")
  func faultsCoverTheRules() {
    #expect(Set(PlantedFault.all.map(\.code)) == Set(Self.rules.map(\.id)))
    for fault in PlantedFault.all {
      #expect(Self.seeds.contains { fault.isPossible(in: ConsistentFiling(seed: $0, .exact)) }, "\(fault)")
    }
  }
}
