import Database
import Synchronization
import Testing

@Suite(
  "PostgreSQL over a network that fails", .enabled(if: EngineKind.isPostgresAtHand), .timeLimit(.minutes(10)))
struct PostgresTests {
  static let pid = Query("SELECT pg_backend_pid()") { row in try row.integer() }

  @Test("A connection that was lost is opened again, for reads and for writes")
  func reconnecting() async throws {
    let engine = try await EngineKind.openPostgres(connections: 1)
    let judge = try await EngineKind.openPostgres(connections: 1)
    try await engine.write { write in _ = try write.tell(Unit.createTable) }
    for code in ["a", "b"] {
      let old = try #require(try await engine.read { read in try read.first(Self.pid) })
      try await Self.end(old, by: judge)
      if code == "a" { try await engine.write { write in _ = try write.tell(Unit.add("a")) } }
      let new = try #require(try await engine.read { read in try read.first(Self.pid) })
      #expect(old != new)
    }
    #expect(try await engine.read { read in try read.ask(Unit.codes) } == ["a"])
  }

  @Test("A write whose connection is lost half-way happens once")
  func halfWay() async throws {
    let engine = try await EngineKind.openPostgres(connections: 1)
    try await engine.write { write in _ = try write.tell(Unit.createTable) }
    let old = try #require(try await engine.read { read in try read.first(Self.pid) })
    try await engine.write { write in
      try write.tell(Unit.add("a"))
      if try write.first(Self.pid) == old {
        _ = try write.first(Query("SELECT pg_terminate_backend(pg_backend_pid())") { row in try row.boolean() })
      }
    }
    #expect(try await engine.read { read in try read.ask(Unit.codes) } == ["a"])
  }

  @Test("A write whose connection is lost in the commit is not run again, for it may have happened")
  func inTheCommit() async throws {
    let engine = try await EngineKind.openPostgres(connections: 1)
    try await engine.write { write in
      try write.tell(Unit.createTable)
      try write.tell(
        Command(
          """
          CREATE FUNCTION hang_up() RETURNS trigger LANGUAGE plpgsql
          AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
          """))
      try write.tell(
        Command(
          """
          CREATE CONSTRAINT TRIGGER hang_up AFTER INSERT ON unit DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION hang_up()
          """))
    }
    let runs = Mutex(0)
    let error = await #expect(throws: DatabaseFault.self) {
      try await engine.write { write in
        runs.withLock { $0 += 1 }
        try write.tell(Unit.add("a"))
      }
    }
    guard case .unavailable(let reason) = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect(reason.contains("可能已保存"))
    #expect(runs.withLock { $0 } == 1)
    #expect(try await engine.read { read in try read.ask(Unit.count) } == [0])
  }

  @Test("A server that is away is told as such")
  func away() throws {
    let error = #expect(throws: DatabaseFault.self) {
      try PostgresEngine(conninfo: "host=/nonexistent dbname=postgres")
    }
    guard case .unavailable = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test("A prepared statement outlives a change of the schema")
  func changedSchema() async throws {
    let engine = try await EngineKind.openPostgres(connections: 2)
    try await engine.write { write in _ = try write.tell(Unit.createTable) }
    let all = Query("SELECT * FROM unit") { row in try row.integer() }
    for _ in 0..<2 { _ = try await engine.read { read in try read.ask(all) } }
    try await engine.write { write in _ = try write.tell(Command("ALTER TABLE unit ADD COLUMN note TEXT")) }
    #expect(try await engine.read { read in try read.ask(all) } == [])
  }

  @Test("More statements than are kept prepared are no trouble")
  func manyStatements() async throws {
    let engine = try await EngineKind.openPostgres(connections: 1)
    let counts = (1...1200).map { $0 % 600 + 1 }
    let sums = try await engine.read { read in
      try counts.map { count in
        let sum = Array(repeating: "1" as SQL, count: count).joined(by: " + ")
        return try read.first(Query("SELECT \(fragment: sum)") { row in Int(try row.integer()) })
      }
    }
    #expect(sums == counts)
  }

  private static func end(_ pid: Int64, by engine: PostgresEngine) async throws {
    _ = try await engine.read { read in
      try read.first(Query("SELECT pg_terminate_backend(CAST(\(pid) AS INT))") { row in try row.boolean() })
    }
  }
}
