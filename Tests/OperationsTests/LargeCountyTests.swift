import Audit
import Evaluation
import Policies
import Reading
import Rules
import Testing

@testable import Operations

/// A county of any size: plausible, repeatable, and wrong only where it is meant to be.
@Suite struct LargeCountyTests {
  private static func begun(_ unit: DemoPlan.Unit) throws -> Filing {
    let library = try PolicyLibrary.bundled()
    let policies = PolicySet(try ["hunan-2024-department", "hunan-2024-project"].map { try #require(library[$0]) })
    let kind: UnitKind = unit.code.hasSuffix("001") ? .lead : .subordinate
    let blank = Filing(
      blank: FilingUnit(code: unit.code, name: unit.name, kind: kind), year: 2024, policies: policies)
    return blank.applying(blank.reportStarters).filing
  }

  /// What the checks say of a unit's filing but for remarks, with the fault planted or left out.
  private static func findings(_ unit: DemoPlan.Unit, _ fault: DemoFault?) throws -> [Audit.Reported] {
    var sheet = unit.content.filled(try begun(unit))
    fault?.plant(in: &sheet)
    return Audit(of: Dossier(Calculation(sheet.filing))).findings.filter { $0.severity != .info }
  }

  private static func county(units: Int = 24, projects: Int = 60, faults: Int = 0, seed: UInt64 = 1) -> DemoPlan {
    LargeCounty(units: units, projects: projects, faultsPerThousand: faults, seed: seed).plan
  }

  @Test func `nothing is found in a filing that nobody made wrong`() throws {
    for unit in Self.county().units {
      let found = try Self.findings(unit, nil).map { "\($0.card.id) \($0.finding.message)" }
      #expect(found == [], "\(unit.code) \(unit.name)")
    }
  }

  @Test(arguments: DemoFault.allCases) func `what is wrong on purpose is found`(_ fault: DemoFault) throws {
    let fitting = Self.county().units.filter { fault.fits($0.content) }.prefix(3)
    #expect(fitting.count == 3)
    for unit in fitting {
      let codes = Set(try Self.findings(unit, fault).map(\.card.id))
      #expect(!codes.isDisjoint(with: fault.rules), "\(unit.name): \(codes.sorted())")
    }
  }

  @Test func `there are as many units, projects and faults as were asked for`() {
    let plan = LargeCounty(units: 120, projects: 500, faultsPerThousand: 80, seed: 7).plan
    #expect(plan.units.count == 120 && Set(plan.units.map(\.code)).count == 120)
    #expect(Set(plan.units.map(\.name)).count == 120)
    let projects = plan.units.reduce(0) { sum, unit in
      guard case .plain(_, let funds, _) = unit.content else { return sum }
      return sum + funds.count
    }
    #expect(projects == 500)
    #expect((8...10).contains(plan.units.filter { $0.fault != nil }.count))
    #expect(plan.people.count == 3 + 2 * 120)
  }

  @Test func `a department waits for its institutions, and what is wrong is not sent`() {
    for seed in 1...20 {
      let units = Self.county(units: 60, projects: 0, faults: 100, seed: UInt64(seed)).units
      for unit in units where unit.code.hasSuffix("001") && unit.goal != .notStarted {
        let below = units.filter { $0.code.hasPrefix(unit.code.prefix(3)) && $0.code != unit.code }
        #expect(below.allSatisfy { $0.goal == .done }, "\(unit.code)")
      }
      #expect(units.allSatisfy { $0.fault == nil || $0.goal == .drafting })
    }
  }

  @Test func `the same seed makes the same county, another one another`() {
    func told(_ seed: UInt64) -> [String] {
      Self.county(faults: 100, seed: seed).units.map {
        "\($0.code) \($0.name) \($0.goal) \($0.content) \($0.fault?.rawValue ?? "")"
      }
    }
    #expect(told(3) == told(3) && told(3) != told(4))
  }
}
