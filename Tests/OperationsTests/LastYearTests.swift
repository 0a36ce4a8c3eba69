import Audit
import Database
import Evaluation
import Operations
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct LastYearTests {
  private let unit = "201002"

  /// A county whose unit has filed for 2023 with 2.31 of 公务接待.
  private func county(isSettled: Bool) async throws -> County {
    let county = try await County()
    let task = try await LaunchTask(engine: county.engine, policies: County.policies)(
      .init(
        title: "2023年度绩效自评", year: "2023", noticeTitle: "", noticeNumber: "", policies: ["example"],
        deadline: "2024-03-31", units: []), by: try county.person("admin").id, at: County.now)
    let code = try #require(UnitCode(unit))
    let last = try #require(try await county.engine.read { try $0.first(.filing(of: code, in: task)) })
    _ = try await county.move(.start, last.id, by: "jb\(unit)")
    _ = try await county.edit([.set("base/reception/final", "2.31")], last.id, by: "jb\(unit)")
    if isSettled {
      _ = try await county.engine.write {
        try $0.tell(Command("UPDATE filing SET stage = \(Stage.done.rawValue) WHERE id = \(last.id)"))
      }
    }
    return county
  }

  private func findings(_ filing: LoadedFiling) -> [String] {
    filing.audit.findings.filter { $0.card.id == "E01" }.map(\.finding.message)
  }

  @Test func `a filing is checked against the unit's settled one of the year before, on every save`() async throws {
    let county = try await county(isSettled: true)
    let filing = try await county.filing(of: unit)
    _ = try await county.move(.start, filing, by: "jb\(unit)")
    let saved = try await county.edit([.set("base/reception/last", "2.28")], filing, by: "jb\(unit)")
    #expect(findings(saved.after) == ["公务接待上年决算数 2.28，上年填报的本年决算数 2.31，相差 0.03。"])
    let corrected = try await county.edit([.set("base/reception/last", "2.31")], filing, by: "jb\(unit)")
    #expect(findings(corrected.after).isEmpty)
    let other = FilingShelf(reader: county.engine, policies: County.policies)
    #expect(findings(try await other.filing(filing)).isEmpty)
    #expect(try await other.filing(filing).audit.notCheckable["E01"] == nil)
  }

  @Test func `one that is still being written counts for nothing`() async throws {
    let county = try await county(isSettled: false)
    let filing = try await county.filing(of: unit)
    _ = try await county.move(.start, filing, by: "jb\(unit)")
    let saved = try await county.edit([.set("base/reception/last", "2.28")], filing, by: "jb\(unit)")
    #expect(saved.after.audit.notCheckable["E01"] == ["本单位上年填报"])
  }
}
