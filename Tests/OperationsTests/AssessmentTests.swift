import Database
import Evaluation
import Figures
import Store
import TestKit
import Testing

@testable import Operations

/// 工作考核: computed from what is stored, decided by the bureau, read by the department once it is released.
@Suite struct AssessmentTests {
  /// A department whose head is done, sent two working days late, and one of whose two subordinate units is not done.
  private func county() async throws -> (County, Int64) {
    let county = try await County(
      units: ["201001": "示例县商务局", "201002": "示例县投资促进中心", "201003": "示例县会展中心", "301001": "示例县文旅局"],
      policies: PolicyShelf(PolicySet.exampleAssessed.policies))
    let filing = try await county.filing(of: "201001")
    let subordinate = try await county.filing(of: "201002")
    try await county.place(subordinate, .done, sentOn: "2025-03-01")
    try await county.begin(filing)
    _ = try await county.edit(
      [
        .addLine(sheet: "self", under: "quantity"), .set("self/r1/name", "举办展会"), .set("self/r1/points", "50"),
        .set("report/problems/text", "一是经费不足。二是专项资金缺口较大。"),
      ], filing, by: "jb201001")
    // The deadline is Monday, 31 March 2025.
    try await county.place(filing, .done, sentOn: "2025-04-02")
    return (county, filing)
  }
  private func assess(
    _ county: County, _ filing: Int64, _ points: [String: (String, String)], by account: String = "finance",
    expecting version: Int64? = nil
  ) async throws {
    let current = try await county.shelf.filing(filing).record.version
    try await AssessFiling(engine: county.engine, shelf: county.shelf)(
      points.sorted { $0.key < $1.key }.map { .init(row: $0.key, points: $0.value.0, reason: $0.value.1) }, on: filing,
      expecting: version ?? current, by: try county.person(account), at: County.now)
  }
  private func release(_ county: County, _ filing: Int64, _ isReleased: Bool, by account: String = "finance")
    async throws
  {
    try await AssessFiling(engine: county.engine, shelf: county.shelf).release(
      isReleased, on: filing, by: try county.person(account), at: County.now)
  }
  private let all: [String: (String, String)] = [
    "notice": ("5", "通知以纸质印发"), "content": ("3.5", "缺少要求"), "units": ("9", ""), "late": ("8", ""),
    "weights": ("10", ""), "problems": ("30", "补充说明了管理问题"),
  ]

  @Test func `proposals are computed from what is stored`() async throws {
    let (county, filing) = try await county()
    let loaded = try await county.shelf.filing(filing)
    let facts = try await ReadWorkFacts(reader: county.engine)(of: loaded, at: County.now)
    let table = try #require(loaded.filing.policies.workAssessment?.table)
    let proposals = Dictionary(
      table.proposals(from: facts).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // No notice; one unit of three not done; two working days; two of four weights right; only money.
    #expect(proposals["notice"]?.points == 0 && proposals["content"]?.points == 3)
    #expect(proposals["units"]?.points == 9 && proposals["units"]?.faults.map(\.words) == ["示例县会展中心 没有完成自评"])
    #expect(proposals["late"]?.points == 8)
    #expect(proposals["weights"]?.points == 10)
    #expect(proposals["problems"]?.points == 0)
  }

  @Test func `marks are kept with what was proposed, in the chain of the history`() async throws {
    let (county, filing) = try await county()
    try await assess(county, filing, all)
    let stored = try await county.engine.read { try $0.ask(.workMarks(of: filing)) }.map(\.mark)
    #expect(stored.count == 6)
    #expect(
      stored.first { $0.row == "notice" } == WorkMark(row: "notice", points: "5", computed: "0", reason: "通知以纸质印发"))
    // 5 + 3.5 + 9 + 8 + 10 + 30 = 65.5
    #expect(try await county.engine.read { try $0.first(.workAssessment(of: filing)) }?.total == 6_550)
    // The same again is no change.
    let version = try await county.shelf.filing(filing).record.version
    try await assess(county, filing, all)
    #expect(try await county.shelf.filing(filing).record.version == version)
    try await assess(county, filing, ["problems": ("", "")])
    #expect(try await county.engine.read { try $0.first(.workAssessment(of: filing)) }?.total == nil)
    let findings = try await VerifyHistory(reader: county.engine)().findings
    #expect(!findings.contains { $0.contains("工作考核") })
    _ = try await county.engine.write {
      try $0.tell(Command("UPDATE work_mark SET points = '10' WHERE filing_id = \(filing) AND criterion = 'late'"))
    }
    #expect(try await VerifyHistory(reader: county.engine)().findings.contains { $0.contains("工作考核") })
  }

  @Test func `one fault keeps nothing, and a stale page is told`() async throws {
    let (county, filing) = try await county()
    var wrong = all
    wrong["late"] = ("7", "")
    await #expect(throws: Invalid.self) { try await assess(county, filing, wrong) }
    wrong["late"] = ("11", "理由")
    await #expect(throws: Invalid.self) { try await assess(county, filing, wrong) }
    #expect(try await county.engine.read { try $0.ask(.workMarks(of: filing)) }.isEmpty)
    await #expect(throws: StaleVersion.self) { try await assess(county, filing, all, expecting: 0) }
  }

  @Test func `only the bureau marks, only lead units, only what has come to it`() async throws {
    let (county, filing) = try await county()
    for account in ["jb201001", "sh201001"] {
      await #expect(throws: Forbidden.self) { try await assess(county, filing, all, by: account) }
      await #expect(throws: Forbidden.self) { try await release(county, filing, true, by: account) }
    }
    await #expect(throws: NotFound.self) { try await assess(county, filing, all, by: "jb301001") }
    let subordinate = try await county.filing(of: "201002")
    await #expect(throws: NotFound.self) { try await assess(county, subordinate, all) }
    let other = try await county.filing(of: "301001")
    await #expect(throws: Refused.self) { try await assess(county, other, all) }
  }

  @Test func `what is not complete is not released, and what is released stays complete`() async throws {
    let (county, filing) = try await county()
    await #expect(throws: Invalid.self) { try await release(county, filing, true) }
    try await assess(county, filing, all)
    try await release(county, filing, true)
    #expect(try await county.engine.read { try $0.first(.workAssessment(of: filing)) }?.isReleased == true)
    await #expect(throws: Invalid.self) { try await assess(county, filing, ["problems": ("", "")]) }
    try await release(county, filing, false)
    let kinds = try await county.engine.read { try $0.ask(.history(of: filing)) }.map(\.detail.kind)
    #expect(kinds.suffix(3) == [.assessment, .release, .release])
    #expect(!(try await VerifyHistory(reader: county.engine)().findings.contains { $0.contains("工作考核") }))
  }
}
