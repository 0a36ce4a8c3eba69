import Database
import Evaluation
import Store
import TestKit
import Testing

@testable import Operations

/// Samples can be drawn again by anybody, are never overwritten, and what becomes of them is in the chain.
@Suite struct SampleTests {
  private static let units = [
    "101001": "甲局", "101002": "甲一中心", "101003": "甲二中心", "101004": "甲三中心", "201001": "乙局", "201002": "乙中心",
    "301001": "丙局",
  ]

  private static let expectedOrder = ["101001", "101002", "101003", "201002", "201001"]
  private static let expectedChosen = ["101001", "101002", "201002"]
  private static let expectedFirstKey = "77f33b0e8af007e0e4c0b31f225ee8e83a18a37a80a5269d3cfc876a8a60f70e"

  /// Filings of 甲 are done but for one, those of 乙 wait for the bureau, 丙 is not begun.
  private func county() async throws -> County {
    let county = try await County(units: Self.units)
    for code in ["101001", "101002", "101003"] {
      try await county.place(try await county.filing(of: code), .done, sentOn: "2025-02-10")
    }
    try await county.place(try await county.filing(of: "101004"), .unitReview, sentOn: "2025-02-10")
    for code in ["201001", "201002"] {
      try await county.place(try await county.filing(of: code), .financeReview, sentOn: "2025-02-10")
    }
    return county
  }
  private func draw(
    _ county: County, ratio: String = "50", seed: String = "a7", by account: String = "finance"
  ) async throws -> Int64 {
    try await DrawSample(engine: county.engine)(
      .init(ratio: ratio, seed: seed), from: county.task, by: try county.person(account), at: County.now)
  }
  private func candidates(_ county: County, _ draw: Int64) async throws -> [SampleItem] {
    try await county.engine.read { try $0.ask(.candidates(of: draw, limit: 100, offset: 0)) }
  }

  @Test func `a draw is what another program makes of its seed`() async throws {
    let county = try await county()
    let id = try await draw(county)
    let items = try await candidates(county, id)
    // printf '00000000000000a7-101001' | sha256sum, and so on.
    #expect(items.map(\.unit.code.description) == Self.expectedOrder)
    #expect(items.filter(\.isChosen).map(\.unit.code.description) == Self.expectedChosen)
    #expect(items.first?.key == Self.expectedFirstKey)
    let task = county.task
    let found = try await county.engine.read { try $0.first(.draw(id, of: task)) }
    let record = try #require(found)
    #expect(record.seed == "00000000000000a7" && record.ratio == "50")
    #expect(record.candidates == 5 && record.chosen == 3)
    #expect(record.leftOut == "未填报 1 份、待单位审核 1 份")
  }

  @Test func `draws are added, a random seed is kept, and chosen filings bear a mark`() async throws {
    let county = try await county()
    let first = try await draw(county, ratio: "15")
    let second = try await draw(county, ratio: "15", seed: "")
    let records = try await county.engine.read { [task = county.task] in try $0.ask(.draws(of: task, limit: 9)) }
    #expect(records.map(\.id) == [second, first])
    #expect(records[0].seed != records[1].seed && records[0].seed.count == 16)
    for item in try await candidates(county, first) where item.isChosen {
      let loaded = try await county.shelf.filing(item.filing)
      #expect(loaded.record.standing.isSampled)
    }
    let findings = try await VerifyHistory(reader: county.engine)().findings
    #expect(findings.allSatisfy { $0.contains("阶段") })
  }

  @Test func `only the bureau draws, from what was sent, in an open task`() async throws {
    let county = try await county()
    for account in ["jb101001", "sh101001", "admin"] {
      await #expect(throws: Forbidden.self, "\(account)") { try await draw(county, by: account) }
    }
    for (ratio, seed) in [("0", ""), ("101", ""), ("", ""), ("15.123", ""), ("15", "xyz"), ("15", "00000000000000000")]
    {
      await #expect(throws: Invalid.self, "\(ratio) \(seed)") { try await draw(county, ratio: ratio, seed: seed) }
    }
    let empty = try await County(units: ["101001": "甲局"])
    await #expect(throws: Invalid.self) { try await draw(empty) }
    try await MoveTask(engine: county.engine)(
      .close, on: county.task, by: try county.person("finance"), at: County.now)
    await #expect(throws: Refused.self) { try await draw(county) }
  }

  @Test func `filings are given to somebody, their result is kept, and the history proves it`() async throws {
    let county = try await county()
    let id = try await draw(county, ratio: "100")
    let filing = try await county.filing(of: "201001")
    let other = try await county.filing(of: "201002")
    let work = WorkOnSample(engine: county.engine, shelf: county.shelf)
    let finance = try county.person("finance")
    func assign(_ reviewer: String, _ agency: String, _ due: String = "2025-06-30") async throws {
      try await work.assign(
        [filing, other], of: id, to: .init(reviewer: reviewer, agency: agency, due: due), by: finance, at: County.now)
    }
    await #expect(throws: Invalid.self) { try await assign("", "") }
    await #expect(throws: Invalid.self) { try await assign("\(finance.id)", "某事务所") }
    await #expect(throws: Invalid.self) { try await assign("\(try county.person("jb101001").id)", "") }
    await #expect(throws: Invalid.self) { try await assign("", "某事务所", "六月底") }
    try await assign("", "某会计师事务所")
    func finish(_ points: String, _ verdict: String = "deviating", by person: Person? = nil) async throws {
      let version = try await county.shelf.filing(filing).record.version
      try await work.finish(
        filing, of: id, with: .init(points: points, verdict: verdict, opinion: "抽查凭证 30 份，2 份佐证不足。"),
        expecting: version, by: person ?? finance, at: County.now)
    }
    await #expect(throws: Invalid.self) { try await finish("100.5") }
    await #expect(throws: Invalid.self) { try await finish("88", "good") }
    await #expect(throws: Forbidden.self) { try await finish("88", by: try county.person("sh201001")) }
    try await finish("88.50")
    // What is finished stays as it is when all are given to somebody else.
    try await assign("\(finance.id)", "")
    let items = try await candidates(county, id)
    let done = try #require(items.first { $0.filing == filing })
    #expect(done.work.points == "88.5" && done.work.state == .finished && done.work.agency == "某会计师事务所")
    #expect(items.first { $0.filing == other }?.work.reviewer == finance.id)
    let tally = try await county.engine.read { try $0.first(.sampleTally(of: id, today: "2025-07-01")) }
    #expect(tally?.states == [.drawn: 3, .assigned: 1, .finished: 1] && tally?.overdue == 1)
    let kinds = try await county.engine.read { try $0.ask(.history(of: filing)) }.map(\.detail.kind)
    #expect(kinds == [.sample, .sample, .sample])
    #expect(try await VerifyHistory(reader: county.engine)().findings.allSatisfy { $0.contains("阶段") })
    _ = try await county.engine.write {
      try $0.tell(Command("UPDATE sample_item SET points = '99' WHERE filing_id = \(filing)"))
    }
    #expect(try await VerifyHistory(reader: county.engine)().findings.contains { $0.contains("抽评") })
  }

  @Test func `a trial run takes its samples along when it ends`() async throws {
    let county = try await County(units: Self.units)
    let finance = try county.person("finance")
    let task = try await LaunchTask(engine: county.engine, policies: County.policies)(
      .init(
        title: "试运行", year: "2024", noticeTitle: "", noticeNumber: "", policies: County.policyIDs,
        deadline: "2025-03-31",
        units: []), asDraft: true, by: finance.id, at: County.now)
    let move = MoveTask(engine: county.engine)
    try await move(.startTrial, on: task, units: ["201"], by: finance, at: County.now)
    let code = try #require(UnitCode("201001"))
    let record = try await county.engine.read { try $0.first(.filing(of: code, in: task)) }
    let filing = try #require(record).id
    _ = try await county.engine.write { try $0.tell(.setStage(.done, sender: nil, of: filing)) }
    _ = try await DrawSample(engine: county.engine)(
      .init(ratio: "15", seed: ""), from: task, by: finance, at: County.now)
    try await KeepResults(engine: county.engine, shelf: county.shelf).keep(try await county.shelf.filing(filing))
    try await move(.endTrial, on: task, by: finance, at: County.now)
    let left = try await county.engine.read { try $0.first(.drawCount(of: task)) }
    #expect(left == 0)
  }
}
