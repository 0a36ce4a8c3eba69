import Database
import Testing

@Suite("Statements mean the same to both engines", .timeLimit(.minutes(10)))
struct StatementTests {
  @Test("A value is bound, never spliced", arguments: EngineKind.atHand)
  func binding(_ kind: EngineKind) async throws {
    let code = "市财政局'; DROP TABLE unit; --"
    let engine = try await kind.openWithUnits()
    try await engine.write { write in _ = try write.tell(Unit.add(code)) }
    #expect(try await engine.read { read in try read.ask(Unit.codes) } == [code])
  }

  @Test("A fragment keeps its own values bound", arguments: EngineKind.atHand)
  func fragments(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let conditions: [SQL] = ["amount > \(1)", "code <> \("c' OR 1 = 1 --")", "amount < \(4)"]
    let found = try await engine.write { write in
      for (index, code) in ["a", "b", "c", "d"].enumerated() {
        try write.tell(Unit.add(code, amount: Int64(index + 1)))
      }
      return try write.ask(
        Query("SELECT code FROM unit WHERE \(fragment: conditions.joined(by: " AND ")) ORDER BY code LIMIT \(5)") {
          row in try row.text()
        })
    }
    #expect(found == ["b", "c"])
  }

  @Test("Every value comes back as it went in", arguments: EngineKind.atHand)
  func roundTrip(_ kind: EngineKind) async throws {
    let texts: [String?] = [
      nil, "", "绩效", "𠮷野家", "👨‍👩‍👧‍👦", "e\u{301}", "a\r\n\tb", "'\"\\", String(repeating: "长", count: 70_000),
    ]
    let amounts: [Int64] = [0, 1, -1, .max, .min, 9_007_199_254_740_993]
    let seals: [[UInt8]?] = [nil, [], [0], [0, 1, 0], Array(0...255), Array("\\x41".utf8)]
    let engine = try await kind.openWithUnits()
    for index in 0..<max(texts.count, amounts.count, seals.count) {
      let text = texts[index % texts.count]
      let amount = amounts[index % amounts.count]
      let seal = seals[index % seals.count]
      let found = try await engine.write { write in
        let id = try write.insert(
          Command("INSERT INTO unit (code, name, amount, seal) VALUES (\("\(index)"), \(text), \(amount), \(seal))"))
        return try write.first(
          Query("SELECT name, amount, seal FROM unit WHERE id = \(id)") { row in
            Written(text: try row.optionalText(), amount: try row.integer(), seal: try row.optionalBytes())
          })
      }
      #expect(found == Written(text: text, amount: amount, seal: seal))
    }
  }

  private struct Written: Equatable {
    let text: String?
    let amount: Int64
    let seal: [UInt8]?
  }

  @Test("A truth value is 0 or 1", arguments: EngineKind.atHand)
  func booleans(_ kind: EngineKind) async throws {
    let found = try await kind.open().read { read in
      try read.first(
        Query("SELECT \(true), \(false), \(Bool?.none), 2 > 1") { row in
          [try row.boolean(), try row.boolean(), try row.optionalBoolean() ?? false, try row.boolean()]
        })
    }
    #expect(found == [true, false, false, true])
  }

  @Test("A bound value keeps its type where the statement does not tell it", arguments: EngineKind.atHand)
  func typesOfBoundValues(_ kind: EngineKind) async throws {
    let found = try await kind.open().read { read in
      try read.first(
        Query("SELECT \(5), \("5"), \([UInt8(5)])") { row in [try row.value(), try row.value(), try row.value()] })
    }
    #expect(found == [.integer(5), .text("5"), .bytes([5])])
  }

  @Test("A list holds what it is given", arguments: EngineKind.atHand)
  func lists(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let all = (100..<300).map { "\($0)" }
    let wanted = Array(all[50..<150])
    let (some, few) = try await engine.write { write in
      try write.tell(Command("INSERT INTO unit (code, amount) VALUES \(rows: all.map { [$0, 1] })"))
      return (
        try write.ask(
          Query("SELECT code FROM unit WHERE code IN \(list: wanted) ORDER BY code") { row in try row.text() }),
        try write.ask(Query("SELECT code FROM unit WHERE code IN \(list: ["299", "no"])") { row in try row.text() })
      )
    }
    #expect(some == wanted)
    #expect(few == ["299"])
  }

  @Test("Nothing is in an empty list", arguments: EngineKind.atHand)
  func emptyLists(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let counts = try await engine.write { write in
      try write.tell(Unit.add("a"))
      let statements: [SQL] = [
        "SELECT count(*) FROM unit WHERE code IN \(list: [String]())",
        "SELECT count(*) FROM unit WHERE code NOT IN \(list: [String]())",
        "SELECT count(*) FROM unit WHERE id IN \(list: [Int64]())",
        "SELECT count(*) FROM unit WHERE seal NOT IN \(list: [[UInt8]]()) OR code = 'a'",
      ]
      return try statements.map { sql in try write.first(Query(sql) { row in try row.integer() }) }
    }
    #expect(counts == [0, 1, 0, 1])
  }

  @Test("A sum of whole numbers is a whole number", arguments: EngineKind.atHand)
  func sums(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let sums = try await engine.write { write in
      let none = try write.ask(Unit.sum)
      try write.tell(Unit.add("a", amount: 71_683))
      try write.tell(Unit.add("b", amount: -1))
      return none + (try write.ask(Unit.sum))
    }
    #expect(sums == [nil, 71_682])
  }

  @Test("Text with a NUL is refused, not cut", arguments: EngineKind.atHand)
  func nulInText(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let error = await #expect(throws: DatabaseFault.self) {
      try await engine.write { write in _ = try write.tell(Unit.add("a\0b")) }
    }
    guard case .refused = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect(try await engine.read { read in try read.ask(Unit.codes) } == [])
  }

  @Test("A column is read as what it is, or not at all", arguments: EngineKind.atHand)
  func wrongColumns(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    await #expect(throws: DatabaseFault.unexpectedColumn(1, .text("x"))) {
      try await engine.read { read in
        _ = try read.ask(
          Query("SELECT 1, 'x'") { row in
            _ = try row.integer()
            return try row.integer()
          })
      }
    }
    await #expect(throws: DatabaseFault.unexpectedColumn(0, .null)) {
      try await engine.read { read in _ = try read.ask(Query("SELECT NULL") { row in try row.text() }) }
    }
    await #expect(throws: DatabaseFault.unexpectedColumn(0, .integer(2))) {
      try await engine.read { read in _ = try read.ask(Query("SELECT 2") { row in try row.boolean() }) }
    }
    await #expect(throws: DatabaseFault.unexpectedColumn(1, nil)) {
      try await engine.read { read in
        _ = try read.ask(
          Query("SELECT 1") { row in
            _ = try row.integer()
            return try row.optionalBytes()
          })
      }
    }
  }

  @Test("A change tells how many rows it changed", arguments: EngineKind.atHand)
  func changedRows(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let changed = try await engine.write { write in
      [
        try write.tell(Command("INSERT INTO unit (code) VALUES ('a'), ('b'), ('c')")),
        try write.tell(Command("CREATE TABLE other (id \(fragment: .identityColumn))")),
        try write.tell(Command("UPDATE unit SET amount = 1 WHERE code <> 'a'")),
        try write.tell(Command("UPDATE unit SET amount = 1 WHERE code = 'x'")),
        try write.tell(Command("INSERT INTO unit (code) VALUES ('a') ON CONFLICT DO NOTHING")),
        try write.tell(Command("DELETE FROM unit")),
      ]
    }
    #expect(changed == [3, 0, 2, 0, 0, 3])
  }

  @Test("An inserted row gets an id that no row had before", arguments: EngineKind.atHand)
  func identities(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let ids = try await engine.write { write in
      let first = try write.insert(Unit.add("a"))
      let second = try write.insert(Unit.add("b"))
      try write.tell(Command("DELETE FROM unit WHERE id = \(second)"))
      return [first, second, try write.insert(Unit.add("c"))]
    }
    #expect(ids == [ids[0], ids[0] + 1, ids[0] + 2])
  }

  @Test("Inserting no row is not an id", arguments: EngineKind.atHand)
  func noIdentity(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    await #expect(throws: DatabaseFault.self) {
      try await engine.write { write in
        _ = try write.insert(Unit.add("a"))
        _ = try write.insert(Command("INSERT INTO unit (code) VALUES ('a') ON CONFLICT DO NOTHING"))
      }
    }
  }

  @Test("The first answer is the first answer", arguments: EngineKind.atHand)
  func first(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let (none, first, all) = try await engine.write { write in
      let none = try write.first(Unit.codes)
      for code in ["b", "a", "c"] { try write.tell(Unit.add(code)) }
      return (none, try write.first(Unit.codes), try write.reading.ask(Unit.codes))
    }
    #expect(none == nil)
    #expect(first == "a")
    #expect(all == ["a", "b", "c"])
  }
}
