import Database
import Evaluation
import Store
import TestKit
import Testing

@testable import Operations

/// Many filings at once: each with its own result, nothing twice.
@Suite("Bulk acts", .timeLimit(.minutes(10))) struct BulkTests {
  private static let units = [
    "101001": "甲局", "101002": "甲中心", "101003": "甲学校", "201001": "乙局", "301001": "丙局",
  ]

  /// Everybody waits for the bureau, but 甲中心, which still fills in.
  private func county() async throws -> County {
    let county = try await County(units: Self.units)
    for code in Self.units.keys where code != "101002" {
      try await county.place(try await county.filing(of: code), .financeReview, sentOn: "2025-03-01")
    }
    return county
  }

  private func bulk(_ county: County) -> CarryOutBulk {
    CarryOutBulk(engine: county.engine, policies: County.policies)
  }

  private func all(_ county: County) -> [FilingFilter] { [FilingFilter(task: county.task)] }

  private func items(_ county: County, _ token: String, by account: String = "finance") async throws -> [BulkItem] {
    let run = try await bulk(county).run(token, of: try county.person(account))
    return try await county.engine.read { try $0.ask(.items(of: run.id, limit: 99, offset: 0)) }
  }

  @Test func `what is refused for one leaves the others, and each is told why`() async throws {
    let county = try await county()
    let finance = try county.person("finance")
    let own = try await county.filing(of: "301001")
    // The bureau's officer changed something here: nobody reviews what they wrote.
    _ = try await county.engine.write { database in
      let record = try #require(try database.first(.filing(own)))
      let entry = PreparedEntry(.edit([]), after: record, by: finance, at: County.now)
      _ = try database.advance(record, in: .launched, by: entry, from: record.version)
    }
    let token = try await bulk(county).choose(
      .approve, anyOf: all(county), task: county.task, by: finance, at: County.now)
    try await bulk(county)(token, by: finance, at: County.now)
    let items = try await items(county, token)
    #expect(items.map(\.unit.name) == ["甲中心", "甲学校", "丙局", "甲局", "乙局"])
    #expect(items.map(\.outcome) == [.refused, .refused, .refused, .done, .done])
    #expect(items[0].message == "当前为“未填报”，不能进行此操作。")
    #expect(items[2].message == Refusal.ownWork.message && items[4].message == "现为“已办结”")
    #expect(try await county.shelf.filing(try await county.filing(of: "101001")).record.stage == .done)
    #expect(try await county.shelf.filing(own).record.stage == .financeReview)
    #expect(
      try await VerifyHistory(reader: county.engine)().findings.filter { $0.contains("不一致") && !$0.contains("阶段") }
        .isEmpty)
  }

  @Test func `a second click does nothing again`() async throws {
    let county = try await county()
    let finance = try county.person("finance")
    let token = try await bulk(county).choose(
      .remind, anyOf: all(county), task: county.task, by: finance, at: County.now)
    try await bulk(county)(token, reason: "请尽快送审", by: finance, at: County.now)
    try await bulk(county)(token, reason: "别的话", by: finance, at: County.now + 5)
    let reminders = try await county.engine.read { try $0.ask(.reminders(in: county.task, limit: 99, offset: 0)) }
    #expect(reminders.map(\.message) == ["请尽快送审"] && reminders.first?.unit.name == "甲中心")
    #expect(try await items(county, token).filter { $0.outcome == .done }.count == 1)
  }

  @Test func `two clicks at the same moment do each thing once`() async throws {
    let county = try await county()
    let finance = try county.person("finance")
    let token = try await bulk(county).choose(
      .return, anyOf: all(county), task: county.task, by: finance, at: County.now)
    let bulk = bulk(county)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { try await bulk(token, reason: "请补充", by: finance, at: County.now) } }
      try await group.waitForAll()
    }
    let filing = try await county.filing(of: "201001")
    let moves = try await county.engine.read { try $0.ask(.moves(of: filing)) }
    #expect(moves.map(\.detail) == [.move(.return, from: .financeReview, to: .unitReview, reason: "请补充")])
  }

  @Test func `a return and an extension need their reason`() async throws {
    let county = try await county()
    let finance = try county.person("finance")
    for action in [BulkAction.return, .extend] {
      let token = try await bulk(county).choose(
        action, anyOf: all(county), task: county.task, by: finance, at: County.now)
      await #expect(throws: Invalid.self) {
        try await bulk(county)(token, day: "2025-04-20", reason: " ", by: finance, at: County.now)
      }
      #expect(try await items(county, token).allSatisfy { $0.outcome == .pending })
      try await bulk(county)(token, day: "2025-04-20", reason: "理由", by: finance, at: County.now)
      #expect(try await items(county, token).contains { $0.outcome == .done })
    }
    #expect(
      try await county.shelf.filing(try await county.filing(of: "201001")).record.standing.ownDeadline == "2025-04-20")
  }

  @Test func `what changed since it was chosen is left`() async throws {
    let county = try await county()
    let finance = try county.person("finance")
    let token = try await bulk(county).choose(
      .approve, anyOf: all(county), task: county.task, by: finance, at: County.now)
    let filing = try await county.filing(of: "201001")
    _ = try await county.engine.write { database in
      let record = try #require(try database.first(.filing(filing)))
      let entry = PreparedEntry(.edit([]), after: record, by: try county.person("jb201001"), at: County.now)
      _ = try database.advance(record, in: .launched, by: entry, from: record.version)
    }
    try await bulk(county)(token, by: finance, at: County.now)
    let item = try #require(try await items(county, token).first { $0.unit.name == "乙局" })
    #expect(item.outcome == .refused && item.message == "选定之后内容又有变化，请重新查看。")
  }

  @Test func `a run is its maker's, and nobody does more in it than alone`() async throws {
    let county = try await county()
    let (finance, lead) = (try county.person("finance"), try county.person("sh101001"))
    let token = try await bulk(county).choose(
      .remind, anyOf: all(county), task: county.task, by: finance, at: County.now)
    await #expect(throws: NotFound.self) { try await bulk(county)(token, by: lead, at: County.now) }
    // Even where the choice was not narrowed: other departments' units stay unknown, extensions the bureau's.
    let wide = try await bulk(county).choose(.remind, anyOf: all(county), task: county.task, by: lead, at: County.now)
    try await bulk(county)(wide, by: lead, at: County.now)
    let told = try await items(county, wide, by: "sh101001")
    #expect(told.filter { $0.outcome == .done }.map(\.unit.name) == ["甲中心"])
    #expect(told.first { $0.unit.name == "乙局" }?.message == "无权查看。")
    let extending = try await bulk(county).choose(
      .extend, anyOf: all(county), task: county.task, by: lead, at: County.now)
    try await bulk(county)(extending, day: "2025-04-20", reason: "理由", by: lead, at: County.now)
    #expect(try await items(county, extending, by: "sh101001").allSatisfy { $0.outcome == .refused })
    await #expect(throws: Invalid.self) {
      try await bulk(county).choose(
        .approve, anyOf: [FilingFilter(task: county.task, ids: [])], task: county.task, by: finance, at: County.now)
    }
  }
}
