import Database
import Evaluation
import Store
import Testing

/// The texts of policies and what tasks are held under, on every engine.
@Suite("Policies on every engine", .timeLimit(.minutes(10))) struct PolicyContractTests {
  private func open(_ kind: EngineKind) async throws -> any Engine {
    let engine = try await kind.open()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    return engine
  }

  private func insert(
    _ policy: String, _ version: Int, _ hash: String, _ origin: PolicyVersion.Origin, by person: Int64? = nil
  ) -> Command {
    .insertPolicy(
      policy, version: version, hash: hash, title: "制度\(policy)", content: [0, 0xEF, 10, 13], origin, note: "注",
      by: person,
      at: 7)
  }

  @Test(
    "the newest text stands last, what was entered behind what was delivered under the same number",
    arguments: EngineKind.atHand)
  func order(_ kind: EngineKind) async throws {
    let engine = try await open(kind)
    try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "a", name: "甲", mobile: nil))
      try database.tell(insert("b", 2, "h1", .entered, by: person))
      try database.tell(insert("b", 1, "h2", .delivered))
      try database.tell(insert("b", 2, "h3", .delivered))
      try database.tell(insert("a", 10, "h4", .delivered))
      try database.tell(insert("a", 9, "h5", .delivered))
    }
    let (all, one, found, content) = try await engine.read { database in
      (
        try database.ask(Query<PolicyVersion>.policyVersions).map(\.hash),
        try database.ask(.policyVersions(of: "b")).map(\.hash), try database.first(.policyVersion("h1")),
        try database.first(Query<[UInt8]>.policyContent("h1"))
      )
    }
    #expect(all == ["h5", "h4", "h2", "h3", "h1"] && one == ["h2", "h3", "h1"])
    #expect(found?.person == "甲" && found?.version == 2 && found?.origin == .entered && found?.at == 7)
    #expect(content == [0, 0xEF, 10, 13])
    // A text is kept once.
    await #expect(throws: DatabaseFault.self) {
      try await engine.write { try $0.tell(insert("c", 1, "h1", .delivered)) }
    }
  }

  @Test("a task is held under texts beside its policies", arguments: EngineKind.atHand)
  func held(_ kind: EngineKind) async throws {
    let engine = try await open(kind)
    let (before, after) = try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "a", name: "甲", mobile: nil))
      let task = try database.insert(
        .insertTask(
          title: "自评", year: 2024, noticeTitle: "", noticeNumber: "", policies: ["a", "b"], deadline: "2025-03-31",
          phase: .launched, scope: .all, at: 1, by: person))
      let before = try database.first(.task(task))?.policyHashes
      try database.tell(.holdTask(task, under: ["h1", "h2"]))
      return (before, try database.first(.task(task))?.policyHashes)
    }
    #expect(before == [] && after == ["h1", "h2"])
  }
}
