import Database
import Store
import Testing

/// The queries and commands of what is deleted after a time, on every engine at hand.
@Suite("Retention on every engine", .timeLimit(.minutes(10))) struct RetentionContractTests {
  @Test("what is older goes, and only that", arguments: EngineKind.atHand)
  func deletes(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    let closed = try await engine.write { database -> Int64 in
      let closed = try database.insert(.insertPerson(account: "a", name: "甲", mobile: "13900000001"))
      _ = try database.insert(.insertPerson(account: "b", name: "乙", mobile: "13900000002"))
      try database.tell(.closeAccount(closed, at: 50))
      try database.tell(.dateClosedAccounts(at: 90))
      for number in Int64(1)...4 {
        try database.tell(
          .insertAdminEntry(
            number, AdminEvent(.signedIn, "a"), by: closed, from: "", at: number * 10, chain: "c\(number)"))
      }
      return closed
    }
    let (floor, end, all, none, mobiles) = try await engine.read { database in
      (
        try database.first(.adminLogFloor), try database.first(.adminLogEnd(before: 30)),
        try database.first(.adminLogEnd(before: 41)), try database.first(.adminLogEnd(before: 10)),
        try [50, 51].map { try database.first(.mobileCount(ofAccountsClosedBefore: $0)) }
      )
    }
    #expect(floor?.number == 0 && floor?.chain == "")
    #expect(end?.number == 2 && end?.chain == "c2")
    #expect(all == nil && none == nil, "the log never goes whole")
    #expect(mobiles == [0, 1])
    try await engine.write { database in
      try database.tell(.setAdminLogFloor(try #require(end)))
      try database.tell(.deleteAdminEntries(through: 2))
      try database.tell(.deleteMobiles(ofAccountsClosedBefore: 51))
      try database.tell(.deleteDraftFiles(before: 51))
    }
    let (moved, left, person, drafts) = try await engine.read { database in
      (
        try database.first(.adminLogFloor), try database.ask(Query<AdminEntry>.adminEntries(after: 0, limit: 9)),
        try database.person(closed), try database.first(.draftFileCount(before: 51))
      )
    }
    #expect(moved?.number == 2 && moved?.chain == "c2" && left.map(\.number) == [3, 4])
    #expect(person?.mobile == nil && person?.isClosed == true && drafts == 0)
    try await engine.write {
      try $0.tell(.updatePerson(closed, name: "甲", mobile: "13900000001", isClosed: false))
      try $0.tell(.closeAccount(closed, at: 200))
    }
    #expect(try await engine.read { try $0.first(.mobileCount(ofAccountsClosedBefore: 200)) } == 0)
  }
}
