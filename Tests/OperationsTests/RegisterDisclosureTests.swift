import Database
import Evaluation
import Store
import TestKit
import Testing

@testable import Operations

/// The ledger of publications: who must, who has, and where.
@Suite struct RegisterDisclosureTests {
  private static let address = "https://www.example.cn/jx.html"

  private func county() async throws -> County {
    let county = try await County(units: ["101001": "甲局", "101002": "甲中心", "201001": "乙局"])
    for code in ["101001", "101002", "201001"] { try await county.place(try await county.filing(of: code), .done) }
    return county
  }

  private func tell(
    _ county: County, _ unit: String, _ address: String, _ day: String, _ reason: String, by account: String
  ) async throws {
    let loaded = try await county.shelf.filing(try await county.filing(of: unit))
    try await RegisterDisclosure(engine: county.engine)(
      DisclosureRegistration(address: address, day: day, exemptReason: reason), of: loaded,
      by: try county.person(account), at: County.now)
  }

  private func lines(_ county: County, _ state: Disclosure.State? = nil) async throws -> [Disclosure] {
    try await county.engine.read { [task = county.task] in
      try $0.ask(.disclosures(DisclosureFilter(task: task, state: state), limit: 99, offset: 0))
    }
  }

  @Test func `each state has its lines, and the counts are theirs`() async throws {
    let county = try await county()
    try await tell(county, "101001", Self.address, "2025-02-01", "", by: "sh101001")
    try await tell(county, "201001", "", "", "涉密", by: "finance")
    let counts = try await county.engine.read { [task = county.task] in
      try $0.first(.disclosureCounts(DisclosureFilter(task: task, state: .missing)))
    }
    #expect(counts == [.published: 0, .elsewhere: 1, .exempt: 1, .missing: 1])
    #expect(try await lines(county).map(\.state) == [.elsewhere, .missing, .exempt])
    for state in Disclosure.State.allCases {
      #expect(try await lines(county, state).map(\.state) == Array(repeating: state, count: counts?[state] ?? 0))
    }
  }

  @Test func `a second word takes the place of the first, and both are kept`() async throws {
    let county = try await county()
    try await tell(county, "101001", "", "", "涉密", by: "sh101001")
    try await tell(county, "101001", Self.address, "2025-02-01", "", by: "sh101001")
    #expect(try await lines(county, .elsewhere).map(\.registration.address) == [Self.address])
    let kept = try await county.engine.read {
      try $0.ask(Query("SELECT exempt_reason FROM disclosure_event ORDER BY id") { try $0.text() })
    }
    #expect(kept == ["涉密", ""])
  }

  @Test(arguments: [
    ("www.example.cn", "2025-02-01", "", "address"), ("javascript:alert(1)", "2025-02-01", "", "address"),
    ("https://www.example.cn", "", "", "day"), ("https://www.example.cn", "2025-02-30", "", "day"),
    ("https://www.example.cn", "2026-02-01", "", "day"), ("https://www.example.cn", "2025-02-01", "涉密", "exemptReason"),
  ]) func `what cannot be is refused at its field`(address: String, day: String, reason: String, field: String)
    async throws
  {
    let county = try await county()
    let problem = await #expect(throws: Invalid.self) {
      try await tell(county, "101001", address, day, reason, by: "sh101001")
    }
    #expect(problem?.problems.map(\.field) == [field])
  }

  @Test func `handlers and strangers have no say`() async throws {
    let county = try await county()
    await #expect(throws: Forbidden.self) {
      try await tell(county, "101001", "", "", "涉密", by: "jb101001")
    }
    await #expect(throws: NotFound.self) {
      try await tell(county, "101001", "", "", "涉密", by: "sh201001")
    }
    await #expect(throws: Forbidden.self) {
      try await RegisterDisclosure(engine: county.engine).setDay(
        "2025-09-30", of: county.task, by: try county.person("sh101001"), at: County.now)
    }
  }

  @Test func `the day is kept with the task, and noted in its history once`() async throws {
    let county = try await county()
    let register = RegisterDisclosure(engine: county.engine)
    for _ in 0..<2 {
      try await register.setDay("2025-09-30", of: county.task, by: try county.person("finance"), at: County.now)
    }
    let (task, events) = try await county.engine.read { [id = county.task] database in
      (try database.first(.task(id)), try database.ask(.events(of: id, limit: 9)))
    }
    #expect(task?.publicBy == "2025-09-30")
    #expect(events.filter { $0.kind == .publicDaySet }.map(\.detail) == ["2025-09-30"])
    await #expect(throws: Invalid.self) {
      try await register.setDay("九月底", of: county.task, by: try county.person("finance"), at: County.now)
    }
  }
}
