import ArgumentParser
import Database
import Evaluation
import Foundation
import Operations
import Policies
import Program
import Store

/// Where the data are: a folder with an embedded database, or a PostgreSQL server.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("数据目录（SQLite 数据库所在处）。", valueName: "目录"))
  var data = "data"

  @Option(help: ArgumentHelp("PostgreSQL 连接串；给出后不用数据目录。", valueName: "连接串"))
  var postgres: String?

  /// Opens the database and brings its schema and the policies that come with the program up to date. Throws
  /// `PolicyFaults` or `DatabaseFault`.
  func open() async throws -> any Engine {
    if let postgres { return try await migrated(PostgresEngine(conninfo: postgres)) }
    try DataFolder.make(data)
    return try await migrated(SQLiteEngine(path: database))
  }

  /// The file of the embedded database.
  var database: String { "\(data)/\(DataFolder.database)" }
  /// Where backups go that nobody named a folder for.
  var backups: String { "\(data)/\(DataFolder.backups)" }

  /// How a PostgreSQL database is backed up: by its own programs.
  static let postgresBackup =
    "PostgreSQL 数据库请用它自带的工具备份：pg_dump --format=custom --file=备份文件 \"连接串\"；"
    + "恢复到新建的空数据库：pg_restore --dbname=\"连接串\" 备份文件，然后用 jiheng verify --postgres \"连接串\" 核对。"

  private func migrated(_ engine: some Engine) async throws -> any Engine {
    _ = try await Migrator(Schema.steps).migrate(engine, at: MachineClock.now())
    try await DeliverPolicies(engine: engine)(try PolicyLibrary.bundled(), at: MachineClock.now())
    return engine
  }

  /// A site's worth of operations for commands.
  func desk() async throws -> Desk {
    let engine = try await open()
    let policies = PolicyShelf(try PolicyLibrary.bundled().policies)
    return Desk(engine: engine, policies: policies, shelf: FilingShelf(reader: engine, policies: policies))
  }
}

/// What commands work with.
struct Desk {
  let engine: any Engine
  let policies: PolicyShelf
  let shelf: FilingShelf
}

extension Encodable {
  /// Readable JSON with sorted keys.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
