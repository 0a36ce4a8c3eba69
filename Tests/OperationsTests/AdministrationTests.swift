import Database
import Evaluation
import Store
import TestKit
import Testing

@testable import Operations

/// The log of what was done to the program itself, and the three administrators.
@Suite("Administration") struct AdministrationTests {
  private let county: County

  init() async throws { county = try await County() }

  private func log() async throws -> [AdminEntry] {
    try await county.engine.read { try $0.ask(Query<AdminEntry>.adminEntries(after: 0, limit: 1_000)) }
  }

  private func signIn(_ account: String, _ secret: String, at seconds: Int64 = County.now) async throws -> Bool {
    try await SignIn(engine: county.engine)(
      name: account, secret: secret, agent: "", from: "192.0.2.7", at: seconds) != nil
  }

  private func now(_ account: String) async throws -> Person {
    let id = try county.person(account).id
    return try #require(try await county.engine.read { try $0.person(id, at: County.now) })
  }

  @Test func `accounts, units, tokens and sign-ins leave a line each`() async throws {
    let before = try await log().count
    #expect(try await signIn("finance", county.secrets["finance"] ?? ""))
    let admin = try county.person("admin")
    let accounts = Accounts(engine: county.engine)
    let made = try await accounts.create(
      .init(account: "wang", name: "王敏", mobile: "", posts: [Post(.handler, at: "201001")]), by: admin.id,
      at: County.now)
    var entry = Accounts.Entry(
      account: "wang", name: "王敏", mobile: "13800000001", posts: [Post(.reviewer, at: "201001")])
    entry.terms[entry.posts[0]] = PostTerm(until: CivilDay("2025-12-31"))
    try await accounts.update(made.id, entry, isClosed: false, by: admin.id, at: County.now)
    _ = try await accounts.reset(made.id, by: admin.id, at: County.now)
    let unit = try #require(UnitCode("201002"))
    try await RenameUnit(engine: county.engine).correct(
      unit, to: "示例县投资中心", reason: "录入有误", by: admin, at: County.now)
    _ = try await ServiceTokens(engine: county.engine).issue(
      .init(name: "甲系统", scopes: [.sendBudget]), by: admin.id, at: County.now)
    try await accounts.update(made.id, entry, isClosed: true, by: admin.id, at: County.now)
    let lines = try await log().dropFirst(before)
    #expect(
      lines.map(\.event.kind) == [
        .signedIn, .accountCreated, .accountChanged, .secretIssued, .unitCorrected, .tokenIssued, .accountClosed,
      ])
    #expect(lines.first?.address == "192.0.2.7")
    #expect(lines.dropFirst(2).first?.event.detail == "修改手机号码；原岗位：201001 经办岗；新岗位：201001 审核岗（至 2025-12-31）")
    #expect(lines.allSatisfy { !$0.event.detail.contains("13800000001") }, "no number of a telephone")
    #expect(lines.dropFirst().allSatisfy { $0.name == "人员admin" })
  }

  @Test func `the account of the budget system is nobody's`() async throws {
    let admin = try county.person("admin").id
    await #expect(throws: Invalid.self) {
      _ = try await Accounts(engine: county.engine).create(
        .init(account: Accounts.systemAccount, name: "王敏", mobile: "", posts: []), by: admin, at: County.now)
    }
  }

  @Test func `a wrong present secret is put down and counts like a refused sign-in`() async throws {
    let accounts = Accounts(engine: county.engine)
    let person = try county.person("finance")
    func set(_ secret: String, present: String?) async throws {
      try await accounts.setSecret(
        secret, repeated: secret, present: present, of: person, session: "\(secret) \(present ?? "")", csrf: "",
        agent: "",
        from: "192.0.2.9", at: County.now)
    }
    try await set("Only-a-test-1", present: nil)
    let before = try await log().count
    for _ in 0..<5 {
      await #expect(throws: Invalid.self) { try await set("Only-a-test-2", present: "wrong") }
    }
    let lines = try await log().dropFirst(before)
    #expect(lines.map(\.event.kind) == Array(repeating: .signInFailed, count: 5) + [.lockedOut])
    #expect(lines.first?.address == "192.0.2.9")
    #expect(try await signIn("finance", "Only-a-test-1") == false, "locked")
  }

  @Test func `failures are put down until the account is locked, unknown names once a minute and without the name`()
    async throws
  {
    let before = try await log().count
    for second in Int64(0)..<8 { #expect(try await !signIn("finance", "wrong", at: County.now + second)) }
    for second in Int64(0)..<3 { #expect(try await !signIn("a secret by mistake", "x", at: County.now + second)) }
    let lines = try await log().dropFirst(before)
    #expect(
      lines.map(\.event.kind) == Array(repeating: .signInFailed, count: 5) + [.lockedOut, .unknownSignIn])
    #expect(lines.allSatisfy { $0.event.subject != "a secret by mistake" && $0.event.detail.isEmpty })
  }

  @Test(
    "a change of the log behind the program's back is found",
    arguments: [
      Command("UPDATE admin_entry SET subject = 'x' WHERE number = 3"),
      Command("UPDATE admin_entry SET person_id = 1 WHERE number = 2"),
      Command("UPDATE admin_entry SET at = at - 60 WHERE number = 2"),
      Command("DELETE FROM admin_entry WHERE number = 2"),
      Command("DELETE FROM admin_entry WHERE number = (SELECT max(number) FROM admin_entry)"),
    ])
  func findsAChange(_ tampering: Command) async throws {
    #expect(try await VerifyLog(reader: county.engine)().findings.isEmpty)
    let rows = try await county.engine.write { try $0.tell(tampering) }
    #expect(rows == 1)
    #expect(try await !VerifyLog(reader: county.engine)().findings.isEmpty)
  }

  @Test func `a 管理员 has all three parts until they are separated`() async throws {
    #expect(Duty.allCases.allSatisfy { [Post(.administrator, at: nil)].include($0) })
    for account in ["jia", "yi", "bing"] {
      _ = try await Accounts(engine: county.engine).create(
        .init(account: account, name: account, mobile: "", posts: [Post(.finance, at: nil)]), at: County.now)
    }
    let separate = SeparateAdministrators(engine: county.engine)
    let error = await #expect(throws: Invalid.self) {
      try await separate(
        .init(system: "jia", security: "jia", audit: "nobody"), by: try county.person("admin"), at: County.now)
    }
    #expect(error?.problems.map(\.message) == ["三员须由三个不同的人担任。", "没有这个账号，或已停用。"])
    await #expect(throws: Forbidden.self) {
      try await separate(
        .init(system: "jia", security: "yi", audit: "bing"), by: try county.person("finance"), at: County.now)
    }
    try await separate(
      .init(system: "jia", security: "yi", audit: "bing"), by: try county.person("admin"), at: County.now)
    #expect(try await now("admin").posts.isEmpty)
    let people = try await county.engine.read { try $0.people(matching: "", limit: 99, offset: 0) }
    for (account, duty) in [("jia", Duty.system), ("yi", .security), ("bing", .audit)] {
      let person = try #require(people.first { $0.account == account })
      #expect(Duty.allCases.filter { person.administers($0) } == [duty])
    }
  }

  @Test func `separated, nobody holds two of the three or changes the own posts`() async throws {
    let accounts = Accounts(engine: county.engine)
    for account in ["jia", "yi", "bing"] {
      _ = try await accounts.create(.init(account: account, name: account, mobile: "", posts: []), at: County.now)
    }
    try await SeparateAdministrators(engine: county.engine)(
      .init(system: "jia", security: "yi", audit: "bing"), by: try county.person("admin"), at: County.now)
    let people = try await county.engine.read { try $0.people(matching: "", limit: 99, offset: 0) }
    let (system, security) = (
      try #require(people.first { $0.account == "jia" }), try #require(people.first { $0.account == "yi" })
    )
    func message(_ posts: [Post.Kind], of person: Person) async -> String? {
      let entry = Accounts.Entry(
        account: person.account, name: person.name, mobile: "", posts: posts.map { Post($0, at: nil) })
      do {
        try await accounts.update(person.id, entry, isClosed: false, by: security.id, at: County.now)
        return nil
      } catch let invalid as Invalid { return invalid.problems.first?.message } catch { return "\(error)" }
    }
    #expect(await message([.system, .audit], of: system) == "系统管理员、安全管理员、审计管理员不能由同一人担任。")
    #expect(await message([.administrator], of: system) == "三员已分立，不能再设“管理员”。")
    #expect(await message([.security, .finance], of: security) == "三员已分立，不能变更自己的岗位，请由另一位安全管理员办理。")
    #expect(await message([.security], of: security) == nil, "the own name may be put right")
    #expect(await message([.system, .finance], of: system) == nil)
    let day = CivilDay(inChinaAt: County.now).description
    for (from, to) in [(system.id, "yi"), (system.id, "bing")] {
      await #expect(throws: Invalid.self) {
        try await HandOver(engine: county.engine)(
          from: from, .init(successor: to, day: day, reason: "轮岗", leaves: false), by: security, at: County.now)
      }
    }
    // Only the command line brings the three together again.
    try await UniteAdministrators(engine: county.engine)("jia", at: County.now)
    #expect(try await county.engine.read { try $0.isSeparated() } == false)
    let united = try await county.engine.read { try $0.person(system.id) }
    #expect(united?.holds(.administrator) == true)
  }
}
