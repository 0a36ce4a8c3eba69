import Database
import Evaluation
import Store
import TestKit
import Testing

@testable import Operations

/// Posts are held from a day to a day, given on, and lent to a deputy.
@Suite("Posts, deputies and handing over") struct PostTests {
  private let county: County
  private static let day: Int64 = 86_400
  private let today = CivilDay(inChinaAt: County.now)

  init() async throws { county = try await County() }

  private func now(_ account: String, after days: Int64 = 0) async throws -> Person {
    let id = try county.person(account).id
    return try #require(try await county.engine.read { try $0.person(id, at: County.now + days * Self.day) })
  }

  private func lend(_ posts: [Post], of account: String, to deputy: String, days: Int = 7) async throws {
    try await AppointDeputy(engine: county.engine)(
      of: try county.person(account).id,
      .init(
        deputy: deputy, posts: posts, from: "", until: CivilDay(number: today.number + days).description, reason: "出差"),
      by: try county.person("admin"), at: County.now)
  }

  private func handOver(
    _ account: String, to successor: String, in days: Int = 0, leaves: Bool = false
  ) async throws {
    try await HandOver(engine: county.engine)(
      from: try county.person(account).id,
      .init(
        successor: successor, day: CivilDay(number: today.number + days).description, reason: "轮岗", leaves: leaves),
      by: try county.person("admin"), at: County.now)
  }

  @Test func `a post gives rights from its first day to the end of its last`() async throws {
    let person = try county.person("sh201001")
    var entry = Accounts.Entry(account: person.account, name: person.name, mobile: "", posts: person.posts)
    entry.terms[person.posts[0]] = PostTerm(
      from: CivilDay(number: today.number + 1), until: CivilDay(number: today.number + 2))
    try await Accounts(engine: county.engine).update(person.id, entry, isClosed: false, at: County.now)
    var held: [Bool] = []
    for day in Int64(0)...3 { held.append(try await now("sh201001", after: day).holds(.reviewer)) }
    #expect(held == [false, true, true, false])
    entry.terms[person.posts[0]] = PostTerm(from: today, until: CivilDay(number: today.number - 1))
    let error = await #expect(throws: Invalid.self) {
      try await Accounts(engine: county.engine).update(person.id, entry, isClosed: false, at: County.now)
    }
    #expect(error?.problems.map(\.message) == ["岗位的最后一天不能早于第一天。"])
  }

  @Test func `a deputy acts until the last day, and the history names both`() async throws {
    let post = Post(.handler, at: "201002")
    try await lend([post], of: "jb201002", to: "jb201001")
    let deputy = try await now("jb201001")
    #expect(deputy.posts.contains(post) && !deputy.ownPosts.contains(post))
    #expect(try await now("jb201001", after: 7).posts.contains(post))
    #expect(try await now("jb201001", after: 8).posts == [Post(.handler, at: "201001")])
    let filing = try await county.filing(of: "201002")
    _ = try await MoveFiling(engine: county.engine, shelf: county.shelf)(.start, on: filing, by: deputy, at: County.now)
    _ = try await EditFiling(engine: county.engine, shelf: county.shelf)(
      [.set("base/operatingExpense/final", "1.00")], in: filing, by: deputy, at: County.now)
    let principal = try county.person("jb201002").id
    let history = try await county.engine.read { try $0.ask(.history(of: filing)) }
    #expect(history.allSatisfy { $0.person == deputy.id && $0.principal == principal } && history.count > 1)
    let changes = try await LastChanges(reader: county.engine)(of: try await county.shelf.filing(filing).record)
    #expect(changes["base/operatingExpense/final"]?.name == "人员jb201001 代 人员jb201002")
    #expect(try await VerifyHistory(reader: county.engine)().findings.isEmpty)
    _ = try await county.engine.write {
      try $0.tell(Command("UPDATE history SET principal_id = NULL WHERE filing_id = \(filing)"))
    }
    #expect(
      try await VerifyHistory(reader: county.engine)().findings.isEmpty == false, "the chain covers the principal")
  }

  @Test func `nobody reviews what was done in the own name, and no deputy what the principal did`() async throws {
    let handler = Post(.handler, at: "201002")
    let reviewer = Post(.reviewer, at: "201002")
    // 201002's reviewer fills in as deputy of its handler; the handler is deputy of the reviewer.
    try await lend([handler], of: "jb201002", to: "sh201002")
    try await lend([reviewer], of: "sh201002", to: "jb201001")
    let filing = try await county.filing(of: "201002")
    _ = try await MoveFiling(engine: county.engine, shelf: county.shelf)(
      .start, on: filing, by: try await now("sh201002"), at: County.now)
    try await county.place(filing, .unitReview)
    for (account, refusal) in [("sh201002", Refusal.ownWork), ("jb201001", .principalsWork)] {
      let person = try await now(account)
      let error = await #expect(throws: Refused.self) {
        try await MoveFiling(engine: county.engine, shelf: county.shelf)(
          .approve, on: filing, by: person, at: County.now)
      }
      #expect(error?.reasons == [refusal])
    }
  }

  @Test func `what the principal gives up, the deputy loses`() async throws {
    let post = Post(.finance, at: nil)
    try await lend([post], of: "finance", to: "jb201001")
    #expect(try await now("jb201001").holds(.finance))
    try await handOver("finance", to: "sh201001")
    #expect(try await now("jb201001").holds(.finance) == false)
    #expect(try await now("sh201001").holds(.finance))
    await #expect(throws: Invalid.self) { try await lend([post], of: "finance", to: "jb201001") }
    await #expect(throws: Invalid.self) {
      try await lend([Post(.administrator, at: nil)], of: "admin", to: "jb201001")
    }
    await #expect(throws: Invalid.self) {
      try await lend([Post(.handler, at: "201001")], of: "jb201001", to: "jb201001")
    }
  }

  @Test func `all posts go to another on a day, without a gap and without an overlap`() async throws {
    try await handOver("jb201001", to: "sh201002", in: 3)
    let post = Post(.handler, at: "201001")
    #expect(try await now("jb201001", after: 2).posts == [post])
    #expect(try await now("sh201002", after: 2).posts == [Post(.reviewer, at: "201002")])
    #expect(try await now("jb201001", after: 3).posts.isEmpty)
    #expect(Set(try await now("sh201002", after: 3).posts) == [post, Post(.reviewer, at: "201002")])
  }

  @Test func `who leaves has no session, no token and no deputy any more`() async throws {
    try await lend([Post(.handler, at: "201001")], of: "jb201001", to: "jb201002")
    let token = try await ServiceTokens(engine: county.engine).issue(
      .init(name: "甲", scopes: [.readFilings], account: "jb201001"), at: County.now)
    let signedIn = try #require(
      try await SignIn(engine: county.engine)(
        name: "jb201001", secret: county.secrets["jb201001"] ?? "", agent: "", at: County.now))
    let person = try county.person("jb201001")
    let before = try await county.engine.read { try $0.underWay(of: person, at: County.now, limit: 9) }
    #expect(before.tokens == 1)
    try await handOver("jb201001", to: "sh201002", leaves: true)
    let (session, left) = try await county.engine.read {
      (try $0.first(.session(Digest.of(signedIn.token))), try $0.person(person.id))
    }
    #expect(session == nil && left?.isClosed == true)
    #expect(try await ServiceTokens(engine: county.engine).caller(token, at: County.now) == nil)
    #expect(try await now("jb201002").posts == [Post(.handler, at: "201002")])
    // Taken back to work, the person has a new secret and none of the old tokens.
    try await Accounts(engine: county.engine).update(
      person.id, .init(account: person.account, name: person.name, mobile: "", posts: person.posts), isClosed: false,
      at: County.now)
    #expect(try await ServiceTokens(engine: county.engine).caller(token, at: County.now) == nil)
  }

  @Test func `what is under way is told before it is given on`() async throws {
    let person = try county.person("jb201002")
    let work = try await county.engine.read { try $0.underWay(of: person, at: County.now, limit: 9) }
    #expect(work.count == 1 && work.filings.map(\.unit.name) == ["示例县投资促进中心"])
    let nobody = try county.person("admin")
    #expect(try await county.engine.read { try $0.underWay(of: nobody, at: County.now, limit: 9) }.isEmpty)
  }
}
