import Database
import Foundation
import Store

/// What is wrong with a file that should be a copy of a database: it cannot be used at all.
public struct CopyDamaged: Error, Hashable, Sendable, CustomStringConvertible {
  /// In words.
  public let faults: [String]
  /// One fault on each line.
  public var description: String { faults.joined(separator: "\n") }
}

/// Reads a copy of a database whole: its pages and references, and then all that `VerifyDatabase` recomputes. The copy
/// itself is not changed. One of an older program is brought up to date in a second copy, so that it is known that it
/// can be.
public struct CheckCopy: Sendable {
  let now: Int64
  /// - Parameter now: in Unix seconds.
  public init(at now: Int64) { self.now = now }

  /// Throws `CopyDamaged` for what is no sound database of this program, or `DatabaseFault`.
  public func callAsFunction(_ path: String) async throws -> VerifyDatabase.Outcome {
    let copy: SQLiteEngine
    do { copy = try SQLiteEngine(copy: path) } catch { throw CopyDamaged(faults: [Self.words(error)]) }
    let missing: [String]
    do {
      let faults = try await copy.integrityCheck()
      guard faults.isEmpty else { throw CopyDamaged(faults: faults) }
      missing = try await Migrator(Schema.steps).missing(in: copy)
    } catch let fault as DatabaseFault {
      try? await copy.close()
      throw CopyDamaged(faults: [Self.words(fault)])
    }
    guard !missing.isEmpty else {
      let outcome = try await VerifyDatabase(reader: copy)()
      try await copy.close()
      return outcome
    }
    try await copy.close()
    return try await upgraded(path)
  }

  private func upgraded(_ path: String) async throws -> VerifyDatabase.Outcome {
    let second = path + ".upgraded"
    func remove() {
      for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: second + ending) }
    }
    remove()
    defer { remove() }
    do { try FileManager.default.copyItem(atPath: path, toPath: second) } catch {
      throw DatabaseFault.unavailable("不能写入 \(second)（\(error.localizedDescription)）")
    }
    let engine = try SQLiteEngine(path: second)
    try await Migrator(Schema.steps).migrate(engine, at: now)
    let outcome = try await VerifyDatabase(reader: engine)()
    try await engine.close()
    return outcome
  }

  private static func words(_ fault: DatabaseFault) -> String {
    if case .refused = fault { return "这不是绩衡的数据库。" }
    return fault.description
  }
}
