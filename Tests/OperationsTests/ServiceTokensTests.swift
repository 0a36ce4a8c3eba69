import Database
import Evaluation
import Operations
import Store
import TestKit
import Testing

@Suite("Tokens of other systems") struct ServiceTokensTests {
  private let now = County.now

  @Test func actInTheNameOfTheirAccountUntilTheyEnd() async throws {
    let county = try await County()
    let tokens = ServiceTokens(engine: county.engine)
    let entry = ServiceTokens.Entry(
      name: "数据平台", scopes: [.moveFilings, .readFilings, .readFilings], account: "finance", days: "10")
    let token = try await tokens.issue(entry, at: now)
    let caller = try #require(try await tokens.caller(token, at: now))
    #expect(caller.token.scopes == [.readFilings, .moveFilings] && caller.person?.account == "finance")
    #expect(try caller.person(for: .moveFilings).account == "finance")
    #expect(throws: Forbidden.self) { try caller.person(for: .publish) }
    #expect(try await tokens.caller(token, at: now + 10 * 86_400 - 1) != nil)
    #expect(try await tokens.caller(token, at: now + 10 * 86_400) == nil)
    #expect(try await tokens.caller(token + "0", at: now) == nil)
    let stored = try #require(try await county.engine.read { try $0.ask(.accessTokens(limit: 9, offset: 0)).first })
    #expect(stored.usedAt == now + 10 * 86_400 - 1)
    try await tokens.revoke(stored.id, at: now)
    #expect(try await tokens.caller(token, at: now) == nil)
    await #expect(throws: NotFound.self) { try await tokens.revoke(stored.id, at: now) }
  }

  @Test func endWithTheirAccount() async throws {
    let county = try await County()
    let tokens = ServiceTokens(engine: county.engine)
    let token = try await tokens.issue(.init(name: "甲", scopes: [.readFilings], account: "sh201001"), at: now)
    let person = try county.person("sh201001")
    try await Accounts(engine: county.engine).update(
      person.id, .init(account: person.account, name: person.name, mobile: "", posts: person.posts), isClosed: true,
      at: now)
    #expect(try await tokens.caller(token, at: now) == nil)
    await #expect(throws: Invalid.self) {
      try await tokens.issue(.init(name: "乙", scopes: [.readFilings], account: "sh201001"), at: now)
    }
  }

  @Test func withoutAnAccountOnlyHandOverData() async throws {
    let county = try await County()
    let tokens = ServiceTokens(engine: county.engine)
    let token = try await tokens.issue(.init(name: "预算系统", scopes: [.sendBudget]), at: now)
    let caller = try #require(try await tokens.caller(token, at: now + (1 << 32)))
    #expect(caller.person == nil)
    #expect(throws: Forbidden.self) { try caller.person(for: .sendBudget) }
  }

  @Test(
    "are refused with every fault",
    arguments: [
      (ServiceTokens.Entry(name: " ", scopes: []), ["name", "scope"]),
      (.init(name: "甲", scopes: [.readUnits]), ["account"]),
      (.init(name: "甲", scopes: [.readUnits], account: "nobody"), ["account"]),
      (.init(name: "甲", scopes: [.sendBudget], account: "admin", days: "0"), ["days"]),
      (.init(name: "甲", scopes: [.sendBudget], account: "", days: "2000"), ["days"]),
    ]) func faults(_ entry: ServiceTokens.Entry, _ fields: [String]) async throws
  {
    let county = try await County()
    let refused = await #expect(throws: Invalid.self) {
      try await ServiceTokens(engine: county.engine).issue(entry, at: now)
    }
    #expect(refused?.problems.map(\.field) == fields)
  }

  @Test func keepTheAnswersOfWhatWasDoneForADay() async throws {
    let county = try await County()
    _ = try await ServiceTokens(engine: county.engine).issue(.init(name: "甲", scopes: [.sendBudget]), at: now)
    let token = try #require(try await county.engine.read { try $0.ask(.accessTokens(limit: 1, offset: 0)).first }).id
    let answers = KeptAnswers(engine: county.engine)
    func begin(_ print: String, after seconds: Int64 = 0) async throws -> String {
      switch try await answers.begin("k", of: token, fingerprint: print, at: now + seconds) {
      case .begun: "begun"
      case .done(let kept): "done \(kept.status ?? 0) \(kept.body)"
      case .otherRequest: "other"
      case .underWay: "under way"
      case .cutOff: "cut off"
      }
    }
    #expect(try await begin("f") == "begun")
    #expect(try await begin("f", after: 5) == "under way")
    #expect(try await begin("f", after: 500) == "cut off")
    #expect(try await begin("g", after: 5) == "other")
    try await answers.drop("k", of: token)
    #expect(try await begin("g", after: 6) == "begun")
    try await answers.keep("k", of: token, status: 201, headers: "", body: "{}")
    #expect(try await begin("g", after: 86_405) == "done 201 {}")
    #expect(try await begin("f", after: 86_405) == "other")
    #expect(try await begin("f", after: 86_406) == "begun")
  }

  @Test func editsAreRefusedAtAnotherVersion() async throws {
    let county = try await County()
    let id = try await county.filing(of: "201002")
    _ = try await county.move(.start, id, by: "jb201002")
    let version = try await county.shelf.filing(id).record.version
    let edit = EditFiling(engine: county.engine, shelf: county.shelf)
    let person = try county.person("jb201002")
    await #expect(throws: StaleVersion.self) {
      try await edit([], in: id, expecting: version - 1, by: person, at: now)
    }
    #expect(try await edit([], in: id, expecting: version, by: person, at: now).changes.isEmpty)
    await #expect(throws: Forbidden.self) {
      try await edit([], in: id, expecting: version - 1, by: try county.person("sh201002"), at: now)
    }
  }
}
