import Database
import Evaluation
import Store
import Testing

/// Filings that were opened again, and what the ledger says of their public versions, on every engine at hand.
@Suite("Opened again on every engine", .timeLimit(.minutes(10))) struct ReopeningContractTests {
  @Test(arguments: EngineKind.atHand)
  func aPublicVersionOfBeforeIsMarkedUntilOneOfAfterwardsIsPublic(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    let code = try #require(UnitCode("101001"))
    let (task, filing, person) = try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "finance", name: "财政", mobile: nil))
      try database.tell(.insertUnit(BudgetUnit(code: code, name: "甲局")))
      let task = try database.insert(
        .insertTask(
          title: "自评", year: 2024, noticeTitle: "", noticeNumber: "", policies: ["a"], deadline: "2025-03-31",
          phase: .launched, scope: .all, at: 1, by: person))
      return (task, try database.insert(.insertFiling(task: task, unit: code, at: 10)), person)
    }
    func line() async throws -> Disclosure? {
      try await engine.read { try $0.ask(.disclosures(DisclosureFilter(task: task), limit: 9, offset: 0)).first }
    }
    func publish(_ number: Int, version: Int64) async throws {
      _ = try await engine.write {
        try $0.insert(
          .insertPublication(
            number: number, of: filing, version: version, note: "", cuts: "[]",
            files: PublicationFiles(page: "", json: "{}", word: [1], pages: nil, cells: ""), originalDigest: "",
            digests: PublicationDigests(word: "", json: "", pages: "", cells: ""), by: person, at: 20))
      }
    }
    let standing = FilingStanding(since: 5, isReturned: true, reopenedVersion: 8)
    _ = try await engine.write { try $0.tell(.setStanding(standing, of: filing)) }
    #expect(try await engine.read { try $0.first(.filing(filing)) }?.standing == standing)
    #expect(try await line()?.isOutdated == false)
    try await publish(1, version: 7)
    #expect(try await line()?.isOutdated == true)
    try await publish(2, version: 12)
    #expect(try await line()?.isOutdated == false)
  }
}
