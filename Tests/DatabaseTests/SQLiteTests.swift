import Dispatch
import Foundation
import Testing

@testable import Database

@Suite("SQLite in a file", .timeLimit(.minutes(10)))
struct SQLiteTests {
  static func openWithUnits(_ file: ScratchFile = ScratchFile()) async throws -> SQLiteEngine {
    let engine = try SQLiteEngine(path: file.path)
    try await engine.write { write in _ = try write.tell(Unit.createTable) }
    return engine
  }

  static func pragma(_ sql: SQL) -> Query<Int64> { Query(sql) { row in try row.integer() } }

  @Test("A commit waits for the disk, and references are looked at")
  func settings() async throws {
    let engine = try await Self.openWithUnits()
    let settings = try await engine.write { write in
      let numbers = try ["PRAGMA synchronous", "PRAGMA foreign_keys"].map { try write.first(Self.pragma($0)) ?? -1 }
      return (numbers, try write.first(Query("PRAGMA journal_mode") { row in try row.text() }))
    }
    #expect(settings.0 == [2, 1])
    #expect(settings.1 == "wal")
  }

  @Test("What was written is there after opening the file again")
  func reopening() async throws {
    let file = ScratchFile()
    let engine = try await Self.openWithUnits(file)
    try await engine.write { write in _ = try write.tell(Unit.add("a")) }
    let another = try SQLiteEngine(path: file.path)
    #expect(try await another.read { read in try read.ask(Unit.codes) } == ["a"])
    try await engine.close()
    try await another.close()
    let again = try SQLiteEngine(path: file.path)
    #expect(try await again.read { read in try read.ask(Unit.codes) } == ["a"])
  }

  @Test("Whatever comes after closing is told that the database is away")
  func closing() async throws {
    let engine = try await Self.openWithUnits()
    try await engine.close()
    await Self.expectUnavailable { try await engine.write { write in _ = try write.tell(Unit.add("a")) } }
    await Self.expectUnavailable { _ = try await engine.read { read in try read.ask(Unit.codes) } }
  }

  @Test("A file that cannot be opened, or is no database, is told apart from a mistake of ours")
  func opening() throws {
    let folder = ScratchFile()
    #expect(throws: DatabaseFault.self) { try SQLiteEngine(path: folder.path + "/no/such.sqlite") }
    let text = ScratchFile()
    try Data("绩效自评报告，不是数据库。".utf8 + Array(repeating: 65, count: 4096)).write(to: URL(filePath: text.path))
    let error = #expect(throws: DatabaseFault.self) { try SQLiteEngine(path: text.path) }
    guard case .unavailable = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test("A full disk is told as such, loses nothing, and is forgotten when there is room again")
  func fullDisk() async throws {
    let engine = try await Self.openWithUnits()
    try await engine.write { write in _ = try write.tell(Unit.add("before")) }
    let pages = try await engine.read { read in try read.first(Self.pragma("PRAGMA page_count")) } ?? 0
    try await engine.write { write in
      // A PRAGMA takes no bound value; what is set here is twice the present size of a small database.
      #expect(pages < 20)
      _ = try write.first(Self.pragma("PRAGMA max_page_count = 20"))
    }
    await Self.expectUnavailable {
      try await engine.write { write in
        let seal = [UInt8](repeating: 1, count: 200_000)
        _ = try write.insert(Command("INSERT INTO unit (code, seal) VALUES ('big', \(seal))"))
      }
    }
    try await engine.write { write in _ = try write.first(Self.pragma("PRAGMA max_page_count = 100000")) }
    try await engine.write { write in _ = try write.tell(Unit.add("after")) }
    #expect(try await engine.read { read in try read.ask(Unit.codes) } == ["after", "before"])
    #expect(try await engine.integrityCheck() == [])
  }

  @Test("Writes that wait share a commit; one that fails or fills the disk does not take the others with it")
  func grouping() async throws {
    let file = ScratchFile()
    let engine = try await Self.openWithUnits(file)
    try await engine.write { write in _ = try write.first(Self.pragma("PRAGMA max_page_count = 100")) }
    let before = try Self.logSize(of: file)
    let outcomes = try await Self.runAsOneGroup(engine, count: 60) { index, write in
      if index == 30 {
        let seal = [UInt8](repeating: 1, count: 1_000_000)
        _ = try write.insert(Command("INSERT INTO unit (code, seal) VALUES ('big', \(seal))"))
      } else {
        try write.tell(Unit.add("\(index)"))
        if index % 20 == 7 { throw Stop() }
      }
    }
    #expect(outcomes.filter { $0 }.count == 56)
    #expect(try await engine.read { read in try read.first(Unit.count) } == 56)
    // Each commit adds at least one page of 4096 bytes to the log.
    #expect(try Self.logSize(of: file) - before < 30 * 4096)
  }

  @Test("A group whose commit breaks a constraint loses only the write that broke it")
  func deferredConstraint() async throws {
    let engine = try await Self.openWithUnits()
    let outcomes = try await Self.runAsOneGroup(engine, count: 20) { index, write in
      try write.tell(Unit.add("\(index)"))
      if index == 7 { try write.tell(Command("UPDATE unit SET successor = -1 WHERE code = '7'")) }
    }
    #expect(outcomes.filter { $0 }.count == 19)
    #expect(try await engine.read { read in try read.first(Unit.count) } == 19)
    #expect(try await engine.integrityCheck() == [])
  }

  /// Holds the writer until all writes wait; returns which of them were acknowledged.
  private static func runAsOneGroup(
    _ engine: SQLiteEngine, count: Int, _ body: @escaping @Sendable (Int, WriteTransaction) throws -> Void
  ) async throws -> [Bool] {
    let isHeld = DispatchSemaphore(value: 0)
    let mayGo = DispatchSemaphore(value: 0)
    let holder = Task {
      try await engine.write { _ in
        isHeld.signal()
        mayGo.wait()
      }
    }
    await Task.detached { isHeld.wait() }.value
    return try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<count {
        group.addTask { (try? await engine.write { write in try body(index, write) }) != nil }
      }
      while engine.waitingWrites < count { await Task.yield() }
      mayGo.signal()
      try await holder.value
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  private static func logSize(of file: ScratchFile) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path + "-wal")
    return attributes[.size] as? Int ?? 0
  }

  @Test("A backup is the whole database at one moment, taken while writes go on")
  func backup() async throws {
    let engine = try await Self.openWithUnits()
    try await engine.write { write in
      let rows = (0..<2000).map { ["\($0)", 1] as [any SQLConvertible] }
      for start in stride(from: 0, to: 2000, by: 100) {
        try write.tell(Command("INSERT INTO unit (code, amount) VALUES \(rows: Array(rows[start..<start + 100]))"))
      }
    }
    let file = ScratchFile()
    async let writing: Void = {
      // Moves amounts about; their sum stays.
      for index in 0..<200 {
        try await engine.write { write in
          try write.tell(Command("UPDATE unit SET amount = amount - 1 WHERE code = \("\(index)")"))
          try write.tell(Command("UPDATE unit SET amount = amount + 1 WHERE code = \("\(index + 1000)")"))
        }
      }
    }()
    try await engine.backup(to: file.path)
    try await writing
    let copy = try SQLiteEngine(path: file.path)
    #expect(try await copy.integrityCheck() == [])
    #expect(try await copy.read { read in try read.first(Unit.sum) } == 2000)
    await Self.expectUnavailable { try await engine.backup(to: file.path) }
  }

  @Test("A reference to nothing is found")
  func integrity() async throws {
    let file = ScratchFile()
    let engine = try await Self.openWithUnits(file)
    try await engine.write { write in
      try write.tell(Command("CREATE TABLE visit (unit BIGINT)"))
      try write.tell(Command("INSERT INTO visit (unit) VALUES (99)"))
      // The only way past the engine, which looks at references: declare the reference afterwards.
      try write.tell(Command("PRAGMA writable_schema = ON"))
      let declared = "CREATE TABLE visit (unit BIGINT REFERENCES unit(id))"
      try write.tell(Command("UPDATE sqlite_schema SET sql = \(declared) WHERE name = 'visit'"))
    }
    try await engine.close()
    #expect(try await SQLiteEngine(path: file.path).integrityCheck() == ["表 visit 第 1 行所引用的 unit 不存在"])
  }

  private static func expectUnavailable(_ body: () async throws -> Void) async {
    let error = await #expect(throws: DatabaseFault.self) { try await body() }
    guard case .unavailable = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }
}
