import Database
import Foundation
import Testing

@Suite("Transactions mean the same to both engines", .timeLimit(.minutes(10)))
struct TransactionTests {
  @Test("Throwing undoes everything", arguments: EngineKind.atHand)
  func throwing(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    await #expect(throws: Stop.self) {
      try await engine.write { write in
        try write.tell(Unit.add("a"))
        throw Stop()
      }
    }
    #expect(try await engine.read { read in try read.ask(Unit.count) } == [0])
  }

  @Test("A fault loses the write even where it was caught", arguments: EngineKind.atHand)
  func caughtFault(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let error = await #expect(throws: DatabaseFault.self) {
      try await engine.write { write in
        try write.tell(Unit.add("a"))
        _ = try? write.tell(Unit.add("a"))
        #expect(throws: DatabaseFault.self) { _ = try write.ask(Unit.count) }
      }
    }
    guard case .constraint = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect(try await engine.read { read in try read.ask(Unit.count) } == [0])
  }

  @Test("A write may put its own error in the place of a fault", arguments: EngineKind.atHand)
  func translatedFault(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    await #expect(throws: Stop.self) {
      try await engine.write { write in
        try write.tell(Unit.add("a"))
        do { try write.tell(Unit.add("a")) } catch DatabaseFault.constraint { throw Stop() }
      }
    }
  }

  @Test("A read cannot change anything", arguments: EngineKind.atHand)
  func readOnly(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let error = await #expect(throws: DatabaseFault.self) {
      try await engine.read { read in
        _ = try read.ask(Query("INSERT INTO unit (code) VALUES ('a') RETURNING id") { row in try row.integer() })
      }
    }
    guard case .refused = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect(try await engine.read { read in try read.ask(Unit.count) } == [0])
  }

  @Test("A read sees one moment, whatever is written beside it", arguments: EngineKind.concurrent)
  func oneMoment(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    let hasLooked = DispatchSemaphore(value: 0)
    let hasWritten = DispatchSemaphore(value: 0)
    async let seen = engine.read { read in
      let before = try read.ask(Unit.count)
      hasLooked.signal()
      hasWritten.wait()
      return before + (try read.ask(Unit.count))
    }
    await Task.detached { hasLooked.wait() }.value
    try await engine.write { write in _ = try write.tell(Unit.add("a")) }
    hasWritten.signal()
    #expect(try await seen == [0, 0])
    #expect(try await engine.read { read in try read.ask(Unit.count) } == [1])
  }

  @Test("A statement that is not understood is refused and names itself", arguments: EngineKind.atHand)
  func refused(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    let error = await #expect(throws: DatabaseFault.self) {
      try await engine.read { read in _ = try read.ask(Query("SELECT 1 FROM nowhere") { row in try row.integer() }) }
    }
    guard case .refused(_, sql: "SELECT 1 FROM nowhere") = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
  }

  static let violations: [SQL] = [
    "INSERT INTO unit (code) VALUES ('a')",
    "INSERT INTO unit (code, parent) VALUES ('b', 77)",
    "INSERT INTO unit (code, successor) VALUES ('b', 77)",
    "INSERT INTO unit (code) VALUES (NULL)",
  ]

  @Test("A broken constraint is told apart", arguments: EngineKind.atHand, violations)
  func constraints(_ kind: EngineKind, _ violation: SQL) async throws {
    let engine = try await kind.openWithUnits()
    try await engine.write { write in _ = try write.tell(Unit.add("a")) }
    let error = await #expect(throws: DatabaseFault.self) {
      try await engine.write { write in _ = try write.tell(Command(violation)) }
    }
    guard case .constraint = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect(try await engine.read { read in try read.ask(Unit.codes) } == ["a"])
  }
}
