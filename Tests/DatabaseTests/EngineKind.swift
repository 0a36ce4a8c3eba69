import Database
import Foundation

/// The engines a test run has at hand: SQLite always, PostgreSQL when TEST_POSTGRES names one by keywords.
enum EngineKind: String, CaseIterable, Sendable {
  case sqliteInMemory, sqliteFile, postgres

  static let conninfo = ProcessInfo.processInfo.environment["TEST_POSTGRES"]
  static let atHand = allCases.filter { $0 != .postgres || conninfo != nil }
  /// Those whose reads go on beside a write.
  static let concurrent = atHand.filter { $0 != .sqliteInMemory }
  static let isPostgresAtHand = conninfo != nil

  /// An empty database of its own for each test.
  func open() async throws -> any Engine {
    switch self {
    case .sqliteInMemory: try SQLiteEngine.inMemory()
    case .sqliteFile: try SQLiteEngine(path: ScratchFile().path)
    case .postgres: try await Self.openPostgres()
    }
  }

  /// Two engines on the same database, as two nodes have them.
  func openTwice() async throws -> [any Engine] {
    switch self {
    case .sqliteInMemory:
      let engine = try SQLiteEngine.inMemory()
      return [engine, engine]
    case .sqliteFile:
      let file = ScratchFile()
      return [try SQLiteEngine(path: file.path), try SQLiteEngine(path: file.path)]
    case .postgres:
      let conninfo = try await Self.freshSchema()
      return [try PostgresEngine(conninfo: conninfo), try PostgresEngine(conninfo: conninfo)]
    }
  }

  static func openPostgres(connections: Int = 8) async throws -> PostgresEngine {
    try PostgresEngine(conninfo: try await freshSchema(), connections: connections)
  }

  /// The conninfo of a new, empty schema: a database within the database.
  private static func freshSchema() async throws -> String {
    let number = UInt32.random(in: 1...UInt32.max)
    let engine = try PostgresEngine(conninfo: conninfo ?? "", connections: 1)
    let name = "test_\(number)"
    try await engine.write { write in
      _ = try write.ask(Query("SELECT set_config('test.schema', \(name), true)") { row in try row.text() })
      try write.tell(
        Command("DO $$ BEGIN EXECUTE 'CREATE SCHEMA ' || current_setting('test.schema'); END $$"))
    }
    return (conninfo ?? "") + " options='-csearch_path=\(name)'"
  }
}

/// A file in a folder of its own, gone when the tests end.
struct ScratchFile {
  private static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "database-tests-\(UUID().uuidString)")
    atexit { try? FileManager.default.removeItem(at: ScratchFile.folder) }
    return folder
  }()

  let path: String

  init() {
    let folder = Self.folder.appending(path: UUID().uuidString)
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "data.sqlite").path
  }
}
