import Foundation
import GRDB

extension SQLiteEngine {
  /// Copies the database as it is at one moment into a new file, while reads and writes go on. The file needs no other
  /// beside it, only its owner may read it, and it appears under its name only when it is whole and on the disk.
  /// `check` looks at it before, under the name that it is given; what it throws leaves no file behind.
  ///
  /// Throws `.unavailable` when the file exists or cannot be written, and what `check` throws.
  public func backup<Outcome: Sendable>(
    to path: String, check: @Sendable (String) async throws -> Outcome
  ) async throws -> Outcome {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw DatabaseFault.unavailable("备份文件已存在：\(path)")
    }
    let unfinished = path + ".unfinished"
    do {
      try await Self.onOwnThread { [self] in try copy(to: unfinished) }
      let outcome = try await check(unfinished)
      try await Self.onOwnThread { try DurableFile.rename(unfinished, to: path) }
      return outcome
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished)
      throw error
    }
  }

  /// The same without looking at the copy. Throws `.unavailable`.
  public func backup(to path: String) async throws { try await backup(to: path) { _ in } }

  private func copy(to path: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    do {
      // Made before SQLite writes into it, so that it is never open to others.
      try DurableFile.create(path)
      let copy = try DatabaseQueue(path: path)
      try database.backup(to: copy)
      // The copy remembers the write-ahead log of the original; without it, it is one file that can be only read.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch {
      throw DatabaseFault(sqlite: error, whileChanging: true)
    }
  }

  /// Opens a copy that `backup` made, for reading alone: it stays byte for byte what it is. Throws `.unavailable`.
  public convenience init(copy path: String) throws(DatabaseFault) {
    self.init(
      try Self.opening {
        var configuration = Self.configuration
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
      })
  }

  /// Reads the whole file and returns what is wrong with its pages, indexes and references; nothing for a sound one.
  /// Throws `DatabaseFault` for what SQLite does not take for a database.
  public func integrityCheck() async throws -> [String] {
    try await read { read in
      let pages = try read.ask(Query("PRAGMA integrity_check") { row in try row.text() })
      let references = try read.ask(
        Query("PRAGMA foreign_key_check") { row in
          let (table, id, parent) = (try row.text(), try row.optionalInteger(), try row.text())
          return "表 \(table) 第 \(id.map { "\($0)" } ?? "?") 行所引用的 \(parent) 不存在"
        })
      return pages.filter { $0 != "ok" } + references
    }
  }

  /// Moves a database with its log. Throws `.unavailable` and moves nothing while another program, or another part of
  /// this one, has it open.
  public static func move(_ path: String, to other: String) async throws {
    try await onOwnThread {
      do {
        var configuration = Configuration()
        configuration.busyMode = .timeout(2)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        // Only who is alone can do without the log, and what stands in it comes into the file first.
        let mode = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
        guard mode == "delete" else { throw DatabaseFault.unavailable("数据库正被其他程序占用") }
        try queue.close()
      } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
        // A damaged database is what restoring is for: it is moved as it is.
      } catch {
        throw DatabaseFault(sqlite: error, whileChanging: true)
      }
      for ending in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
        try DurableFile.rename(path + ending, to: other + ending)
      }
      try DurableFile.rename(path, to: other)
    }
  }
}
