import Database
import Testing

@Suite("The schema is an append-only list of steps", .timeLimit(.minutes(10)))
struct MigratorTests {
  static let units = SchemaStep("001-units", [Unit.createTable, Unit.add("root", amount: 7)])
  static let people = SchemaStep("002-people", [Command("CREATE TABLE person (id \(fragment: .identityColumn))")])
  static let tasks = SchemaStep("003-tasks", [Command("CREATE TABLE task (id \(fragment: .identityColumn))")])
  static let taken = Query("SELECT name, applied_at FROM schema_step ORDER BY position") { row in
    "\(try row.text()) \(try row.integer())"
  }

  @Test("A fresh database takes every step in order, and then none", arguments: EngineKind.atHand)
  func fresh(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    #expect(try await Migrator([Self.units]).migrate(engine, at: 100) == ["001-units"])
    let all = Migrator([Self.units, Self.people, Self.tasks])
    #expect(try await all.migrate(engine, at: 200) == ["002-people", "003-tasks"])
    #expect(try await all.migrate(engine, at: 300) == [])
    #expect(
      try await engine.read { read in try read.ask(Self.taken) } == [
        "001-units 100", "002-people 200", "003-tasks 200",
      ])
    #expect(try await engine.read { read in try read.first(Unit.amount("root")) } == 7)
  }

  @Test("A step that was edited after it was taken stops everything", arguments: EngineKind.atHand)
  func edited(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    try await Migrator([Self.units]).migrate(engine, at: 1)
    let edited = SchemaStep("001-units", [Unit.createTable, Unit.add("root", amount: 8)])
    await Self.expectSchemaFault(naming: "001-units") {
      try await Migrator([edited, Self.people]).migrate(engine, at: 2)
    }
    #expect(try await engine.read { read in try read.ask(Self.taken) } == ["001-units 1"])
  }

  @Test("A step that this program does not know stops everything", arguments: EngineKind.atHand)
  func newer(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    try await Migrator([Self.units, Self.people]).migrate(engine, at: 1)
    await Self.expectSchemaFault(naming: "002-people") {
      try await Migrator([Self.units]).migrate(engine, at: 2)
    }
    await Self.expectSchemaFault(naming: "002-people") {
      try await Migrator([Self.units, Self.tasks]).migrate(engine, at: 2)
    }
    #expect(try await engine.read { read in try read.ask(Self.taken) } == ["001-units 1", "002-people 1"])
  }

  @Test("Steps in another order stop everything", arguments: EngineKind.atHand)
  func order(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    let (first, second) = (SchemaStep("001-first", []), SchemaStep("002-second", []))
    try await Migrator([first, second]).migrate(engine, at: 1)
    await Self.expectSchemaFault(naming: "001-first") { try await Migrator([second, first]).migrate(engine, at: 2) }
  }

  @Test("Two steps cannot share a name", arguments: EngineKind.atHand)
  func doubleNames(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    await Self.expectSchemaFault(naming: "001-units") {
      try await Migrator([Self.units, Self.units]).migrate(engine, at: 1)
    }
  }

  @Test("A step that fails leaves nothing behind, and the steps before it stay", arguments: EngineKind.atHand)
  func failing(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    let broken = SchemaStep("002-people", [Command("CREATE TABLE half (id BIGINT)"), Command("CREATE TABLE half")])
    await #expect(throws: DatabaseFault.self) {
      try await Migrator([Self.units, broken]).migrate(engine, at: 1)
    }
    #expect(try await engine.read { read in try read.ask(Self.taken) } == ["001-units 1"])
    let mended = SchemaStep("002-people", [Command("CREATE TABLE half (id BIGINT)")])
    #expect(try await Migrator([Self.units, mended]).migrate(engine, at: 2) == ["002-people"])
  }

  @Test("Many nodes may start at once", arguments: EngineKind.atHand)
  func atOnce(_ kind: EngineKind) async throws {
    let engines = try await kind.openTwice()
    let migrator = Migrator([Self.units, Self.people, Self.tasks])
    let taken = try await withThrowingTaskGroup(of: [String].self) { group in
      for node in 0..<8 { group.addTask { try await Self.migrate(migrator, engines[node % 2]) } }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(taken.sorted() == ["001-units", "002-people", "003-tasks"])
  }

  private static func migrate(_ migrator: Migrator, _ engine: any Engine) async throws -> [String] {
    try await migrator.migrate(engine, at: 1)
  }

  @Test("The checksum of a shipped step never changes")
  func checksum() {
    let step = SchemaStep("001", [Command("CREATE TABLE a (id \(fragment: .identityColumn), b TEXT)")])
    let indented = SchemaStep("001", [Command("CREATE TABLE a (id \(fragment: .identityColumn),\n  b TEXT)\n")])
    let other = SchemaStep("001", [Command("CREATE TABLE a (id \(fragment: .identityColumn), c TEXT)")])
    #expect(step.checksum == "fcfd00d1305143af")
    #expect(indented.checksum == step.checksum)
    #expect(other.checksum != step.checksum)
  }

  private static func expectSchemaFault(naming name: String, _ body: () async throws -> [String]) async {
    let error = await #expect(throws: DatabaseFault.self) { _ = try await body() }
    guard case .schema(let reason) = error, reason.contains(name) else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
  }
}
