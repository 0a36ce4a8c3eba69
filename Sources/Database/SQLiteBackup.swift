import Foundation
import GRDB

extension SQLiteEngine {
  /// Copies the database as it is at one moment into a new file, while reads and writes go on. The file appears under
  /// its name only when it is whole and on the disk. Throws `.unavailable` when the file exists or cannot be written.
  public func backup(to path: String) async throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw DatabaseFault.unavailable("备份文件已存在：\(path)")
    }
    try await Self.onOwnThread { [self] in
      let unfinished = path + ".unfinished"
      try? FileManager.default.removeItem(atPath: unfinished)
      do {
        let copy = try DatabaseQueue(path: unfinished)
        try database.backup(to: copy)
        try copy.close()
        try FileManager.default.moveItem(atPath: unfinished, toPath: path)
      } catch {
        try? FileManager.default.removeItem(atPath: unfinished)
        throw DatabaseFault(sqlite: error, whileChanging: true)
      }
    }
  }

  /// Reads the whole file and returns what is wrong with its pages, indexes and references; nothing for a sound one.
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
}
