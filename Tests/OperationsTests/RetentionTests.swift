import Database
import Evaluation
import Operations
import Policies
import Store
import TestKit
import Testing

/// Personal data on which nothing official rests goes when its time is over.
@Suite("Retention") struct RetentionTests {
  private let county: County
  /// Two years and a day later.
  private let later = County.now + 731 * 86_400

  init() async throws { county = try await County() }

  private func set(_ months: [RetainedData: String], at seconds: Int64 = County.now) async throws {
    try await SetRetention(engine: county.engine)(months, by: try county.person("admin"), at: seconds)
  }

  private func log() async throws -> [AdminEntry] {
    try await county.engine.read { try $0.ask(Query<AdminEntry>.adminEntries(after: 0, limit: 1_000)) }
  }

  @Test func `nothing is deleted where no limit is set`() async throws {
    let before = try await log().count
    #expect(try await ApplyRetention(engine: county.engine)(at: later) == [:])
    #expect(try await log().count == before)
  }

  @Test func `the beginning of the log goes when its time is over, and what is left is still proven`() async throws {
    let before = try await log().count
    try await set([.log: "12"])
    try await set([.log: "24"], at: later - 86_400)
    let deleted = try await ApplyRetention(engine: county.engine)(at: later)
    #expect(deleted == [.log: Int64(before + 1)])
    let left = try await log()
    #expect(left.first?.number == Int64(before + 2))
    #expect(left.map(\.event.kind) == [.retentionSet, .retentionApplied])
    let outcome = try await VerifyLog(reader: county.engine)()
    #expect(outcome.findings == [])
    #expect(outcome.deleted == Int64(before + 1))
    #expect(try await ApplyRetention(engine: county.engine)(at: later) == [:])
  }

  @Test func `policies that were published before what is left of the log are not missed in it`() async throws {
    try await DeliverPolicies(engine: county.engine)(try PolicyLibrary.bundled(), at: County.now)
    try await set([.log: "12"], at: later)
    _ = try await ApplyRetention(engine: county.engine)(at: later)
    let verify = VerifyPolicies(reader: county.engine)
    #expect(try await verify().findings == [])
    // What is said to be published since has to be told of.
    _ = try await county.engine.write { try $0.tell(Command("UPDATE policy_version SET at = \(later)")) }
    #expect(try await !verify().findings.isEmpty)
  }

  @Test(
    "a beginning of the log that went otherwise is found",
    arguments: [
      [Command("DELETE FROM admin_entry WHERE number <= 1")],
      [
        Command(
          "UPDATE admin_log_floor SET number = 1, chain = (SELECT chain FROM admin_entry WHERE number = 1) WHERE id = 1"
        ),
        Command("DELETE FROM admin_entry WHERE number <= 1"),
      ],
    ])
  func findsAMissingBeginning(_ tampering: [Command]) async throws {
    #expect(try await VerifyLog(reader: county.engine)().findings == [])
    try await county.engine.write { database in for command in tampering { try database.tell(command) } }
    #expect(try await !VerifyLog(reader: county.engine)().findings.isEmpty)
  }

  @Test func `the mobile number goes a month after an account was closed for the last time, the name stays`()
    async throws
  {
    let accounts = Accounts(engine: county.engine)
    func person(_ account: String, _ mobile: String) async throws -> Int64 {
      try await accounts.create(
        .init(account: account, name: account, mobile: mobile, posts: [Post(.finance, at: nil)]), at: County.now
      ).id
    }
    let gone = try await person("gone", "13900000001")
    let back = try await person("back", "13900000002")
    func update(
      _ id: Int64, _ account: String, _ mobile: String, isClosed: Bool, at seconds: Int64 = County.now
    ) async throws {
      try await accounts.update(
        id, .init(account: account, name: account, mobile: mobile, posts: [Post(.finance, at: nil)]),
        isClosed: isClosed, at: seconds)
    }
    try await update(gone, "gone", "13900000001", isClosed: true)
    try await update(back, "back", "13900000002", isClosed: true)
    try await update(back, "back", "13900000002", isClosed: false)
    try await update(back, "back", "13900000002", isClosed: true, at: County.now + 25 * 86_400)
    try await set([.mobiles: "1"])
    #expect(try await ApplyRetention(engine: county.engine)(at: County.now + 20 * 86_400) == [:])
    #expect(try await ApplyRetention(engine: county.engine)(at: County.now + 40 * 86_400) == [.mobiles: 1])
    let people = try await county.engine.read { database in
      [try database.person(gone), try database.person(back)].compactMap { $0 }
    }
    #expect(people.map(\.mobile) == [nil, "13900000002"])
    #expect(people.map(\.name) == ["gone", "back"])
  }

  @Test func `files of drafts go once their filing is done`() async throws {
    let filing = try await county.filing(of: "201001")
    let person = try county.person("admin").id
    try await county.engine.write { database in
      _ = try database.insert(
        .insertDraftFile(name: "稿.docx", content: [1], of: filing, by: person, at: County.now))
    }
    try await set([.drafts: "3"])
    #expect(try await ApplyRetention(engine: county.engine)(at: later) == [:])
    _ = try await county.engine.write { database in
      try database.tell(Command("UPDATE filing SET stage = 'done' WHERE id = \(filing)"))
    }
    #expect(try await ApplyRetention(engine: county.engine)(at: later) == [.drafts: 1])
    #expect(try await county.engine.read { try $0.ask(.draftFiles(of: filing)) }.isEmpty)
  }

  @Test func `only the security administrator sets limits, from the list`() async throws {
    await #expect(throws: Forbidden.self) {
      try await SetRetention(engine: county.engine)([.log: "12"], by: try county.person("finance"), at: County.now)
    }
    let error = await #expect(throws: Invalid.self) { try await set([.log: "2", .mobiles: "x", .drafts: ""]) }
    #expect(error?.problems.count == 2)
    #expect(try await county.engine.read { try $0.retentionLimits() } == RetentionLimits())
    let before = try await log().count
    try await set([.log: "36", .mobiles: "6"])
    try await set([.log: "36", .mobiles: "6"])
    let lines = try await log().dropFirst(before)
    #expect(lines.map(\.event.detail) == ["日志 3 年，停用账号的手机号 6 个月，导入用的文件不删除"])
  }
}
