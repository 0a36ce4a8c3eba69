import Database
import Evaluation
import Store
import Testing

/// The queries of the interface for other systems, on every engine at hand.
@Suite("Tokens, kept answers and told moves on every engine", .timeLimit(.minutes(10))) struct InterfaceContractTests {
  private struct Made {
    let engine: any Engine
    let task: Int64
    let person: Int64
    let filings: [Int64]
  }

  private func made(_ kind: EngineKind) async throws -> Made {
    let engine = try await kind.open()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    return try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "finance", name: "财政", mobile: nil))
      for (code, name) in [("101001", "甲局"), ("101002", "甲中心"), ("201001", "乙局")] {
        try database.tell(.insertUnit(BudgetUnit(code: try #require(UnitCode(code)), name: name)))
      }
      let task = try database.insert(
        .insertTask(
          title: "自评", year: 2024, noticeTitle: "", noticeNumber: "", policies: ["a"], deadline: "2025-03-31",
          phase: .launched, scope: .all, at: 1, by: person))
      for unit in try database.ask(Query<BudgetUnit>.units) {
        try database.tell(.insertFiling(task: task, unit: unit.code, at: 10))
      }
      let filings = try database.ask(.filings(FilingFilter(task: task), limit: 9)).map(\.id)
      return Made(engine: engine, task: task, person: person, filings: filings)
    }
  }

  @Test("tokens keep what they may do, and are revoked once", arguments: EngineKind.atHand)
  func tokens(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    try await made.engine.write { database in
      try database.tell(
        .insertAccessToken(
          "a", name: "预算系统", scopes: [.sendBudget], person: nil, expiresAt: nil, by: nil, at: 5))
      try database.tell(
        .insertAccessToken(
          "b", name: "数据平台", scopes: [.readFilings, .moveFilings], person: made.person, expiresAt: 100,
          by: made.person, at: 6))
    }
    let (tokens, second, none, count) = try await made.engine.read { database in
      (
        try database.ask(.accessTokens(limit: 5, offset: 0)), try database.first(.accessToken("b")),
        try database.first(.accessToken("c")), try database.first(Query<Int64>.accessTokenCount)
      )
    }
    #expect(tokens.map(\.name) == ["数据平台", "预算系统"] && count == 2 && none == nil)
    let token = try #require(second)
    #expect(token.scopes == [.readFilings, .moveFilings] && token.account == "finance")
    #expect(token.isGood(at: 99) && !token.isGood(at: 100) && tokens[1].isGood(at: 1 << 40))
    let rows = try await made.engine.write { database in
      try database.tell(.touchAccessToken(token.id, at: 50))
      return [
        try database.tell(.revokeAccessToken(token.id, at: 60)),
        try database.tell(.revokeAccessToken(token.id, at: 61)),
      ]
    }
    let after = try #require(try await made.engine.read { try $0.first(.accessToken("b")) })
    #expect(rows == [1, 0] && after.usedAt == 50 && after.revokedAt == 60 && !after.isGood(at: 61))
  }

  @Test("an answer is begun once, kept, and dropped with age", arguments: EngineKind.atHand)
  func answers(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    try await made.engine.write { database in
      let token = try database.insert(
        .insertAccessToken("a", name: "甲", scopes: [], person: nil, expiresAt: nil, by: nil, at: 5))
      #expect(try database.tell(.beginAnswer("k", of: token, fingerprint: "f", at: 10)) == 1)
      #expect(try database.tell(.beginAnswer("k", of: token, fingerprint: "g", at: 11)) == 0)
      let begun = try database.first(.keptAnswer("k", of: token))
      #expect(begun?.status == nil && begun?.fingerprint == "f" && begun?.at == 10)
      try database.tell(.keepAnswer("k", of: token, status: 201, headers: "Location: /x", body: "{}"))
      let kept = try database.first(.keptAnswer("k", of: token))
      #expect(kept?.status == 201 && kept?.headers == "Location: /x" && kept?.body == "{}")
      try database.tell(.dropAnswers(before: 10))
      #expect(try database.first(.keptAnswer("k", of: token)) != nil)
      try database.tell(.dropAnswers(before: 11))
      #expect(try database.first(.keptAnswer("k", of: token)) == nil)
      #expect(try database.tell(.beginAnswer("k", of: token, fingerprint: "g", at: 12)) == 1)
      try database.tell(.dropAnswer("k", of: token))
      #expect(try database.first(.keptAnswer("k", of: token)) == nil)
    }
  }

  @Test("moves of the last while are put on their way once", arguments: EngineKind.atHand)
  func deliveries(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    try await made.engine.write { database in
      func move(_ filing: Int64, _ version: Int64, at seconds: Int64, _ detail: HistoryDetail) throws {
        try database.tell(
          .insertHistory(
            detail, stored: detail.stored, version: version, of: filing, by: made.person, for: nil,
            at: seconds, chain: "c"))
        try database.tell(.setStanding(FilingStanding(since: seconds), of: filing))
      }
      let start = HistoryDetail.move(.start, from: .notStarted, to: .drafting, reason: "")
      try move(made.filings[0], 1, at: 50, start)
      try move(made.filings[0], 2, at: 120, .move(.submit, from: .drafting, to: .unitReview, reason: ""))
      try move(made.filings[1], 1, at: 110, start)
      try move(made.filings[1], 2, at: 130, .explanation(finding: "A01", text: "说明"))
      try database.tell(.insertStageDeliveries(since: 100, at: 140))
      #expect(try database.tell(.insertStageDeliveries(since: 100, at: 141)) == 0)
      let due = try database.ask(.dueStageDeliveries(at: 140, limit: 10))
      #expect(due.map(\.filing) == [made.filings[0], made.filings[1]] && due.map(\.version) == [2, 1])
      #expect(due[0].unit.name == "甲局" && due[0].taskTitle == "自评" && due[0].entry.at == 120)
      #expect(due[1].entry.detail == start)
      #expect(try database.tell(.claimStageDelivery(2, of: made.filings[0], attempts: 0, next: 200)) == 1)
      #expect(try database.tell(.claimStageDelivery(2, of: made.filings[0], attempts: 0, next: 300)) == 0)
      #expect(try database.ask(.dueStageDeliveries(at: 199, limit: 10)).map(\.filing) == [made.filings[1]])
      try database.tell(.noteStageDelivery(2, of: made.filings[0], outcome: "500", deliveredAt: nil))
      #expect(try database.ask(.dueStageDeliveries(at: 200, limit: 10)).map(\.attempts).sorted() == [0, 1])
      try database.tell(.noteStageDelivery(2, of: made.filings[0], outcome: "204", deliveredAt: 201))
      #expect(try database.ask(.dueStageDeliveries(at: 900, limit: 10)).map(\.filing) == [made.filings[1]])
      #expect(try database.tell(.claimStageDelivery(2, of: made.filings[0], attempts: 1, next: 300)) == 0)
      for command in Command.deleteFilings(of: made.task) { try database.tell(command) }
      #expect(try database.ask(.dueStageDeliveries(at: 900, limit: 10)).isEmpty)
    }
  }

  @Test("lists go on behind the last one", arguments: EngineKind.atHand)
  func pages(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    try await made.engine.write { database in
      let reviewer = try database.insert(.insertPerson(account: "sh", name: "审核", mobile: nil))
      try database.tell(.insertPost(Post(.reviewer, at: "101001"), of: reviewer))
      try database.tell(.insertPost(Post(.finance, at: nil), of: made.person))
    }
    try await made.engine.read { database in
      func units(_ after: String, _ text: String = "", _ departments: [String]? = nil) throws -> [String] {
        try database.ask(.units(after: after, matching: text, departments: departments, limit: 2)).map(\.name)
      }
      #expect(try units("") == ["甲局", "甲中心"] && units("101002") == ["乙局"] && units("201001") == [])
      #expect(try units("", "局") == ["甲局", "乙局"] && units("", "", ["201"]) == ["乙局"] && units("", "", []) == [])
      let people = try database.people(after: 0, matching: "", limit: 5)
      #expect(people.map(\.account) == ["finance", "sh"] && people.map(\.posts.count) == [1, 1])
      #expect(people[1].posts == [Post(.reviewer, at: "101001")])
      #expect(try database.people(after: people[0].id, matching: "审", limit: 5).map(\.account) == ["sh"])
      let tasks = try database.ask(Query<EvaluationTask>.tasks(before: .max, in: [.launched], limit: 5))
      #expect(tasks.map(\.id) == [made.task])
      #expect(try database.ask(Query<EvaluationTask>.tasks(before: made.task, in: [.launched], limit: 5)).isEmpty)
      #expect(try database.ask(Query<EvaluationTask>.tasks(before: .max, in: [.draft], limit: 5)).isEmpty)
      #expect(try database.ask(Query<EvaluationTask>.tasks([made.task, 99])).count == 1)
      let some = [FilingFilter(department: "101"), FilingFilter(department: "201")]
      let ids = try database.ask(.filings(anyOf: some, after: made.filings[0], limit: 5)).map(\.id)
      #expect(ids == Array(made.filings.dropFirst()))
      #expect(try database.ask(.filings(anyOf: [], after: 0, limit: 5)).isEmpty)
      #expect(try database.ask(.publicVersions(year: nil, text: "", after: 0, limit: 5)).isEmpty)
      #expect(try database.ask(.history(of: made.filings[0], after: 0, limit: 5)).isEmpty)
    }
  }
}
