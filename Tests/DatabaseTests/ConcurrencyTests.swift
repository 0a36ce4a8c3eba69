import Database
import Testing

@Suite("Many at once", .timeLimit(.minutes(10)))
struct ConcurrencyTests {
  @Test("64 writers lose nothing, and what was acknowledged is there", arguments: EngineKind.atHand)
  func writers(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    try await engine.write { write in _ = try write.tell(Unit.add("total")) }
    let rounds = 10
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<64 {
        group.addTask {
          for round in 0..<rounds {
            let code = "\(writer)-\(round)"
            try await engine.write { write in
              let total = try write.first(Unit.amount("total")) ?? 0
              try write.tell(Unit.setAmount(total + 1, of: "total"))
              try write.tell(Unit.add(code))
            }
            let found = try await engine.read { read in try read.first(Unit.amount(code)) }
            #expect(found == 0, "\(code) was acknowledged")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await engine.read { read in try read.first(Unit.amount("total")) } == Int64(64 * rounds))
    #expect(try await engine.read { read in try read.first(Unit.count) } == Int64(64 * rounds + 1))
  }

  @Test("One write that fails does not disturb its neighbours", arguments: EngineKind.atHand)
  func neighbours(_ kind: EngineKind) async throws {
    let engine = try await kind.openWithUnits()
    try await engine.write { write in _ = try write.tell(Unit.add("taken")) }
    let outcomes = await withTaskGroup(of: (Int, Outcome).self) { group in
      for index in 0..<200 { group.addTask { (index, await Self.outcome(of: index, engine)) } }
      return await group.reduce(into: [:]) { outcomes, next in outcomes[next.0] = next.1 }
    }
    for index in 0..<200 { #expect(outcomes[index] == Self.expected(index), "\(index)") }
    let kept = (0..<200).filter { Self.expected($0) == .written }.map { "\($0)" }
    #expect(try await engine.read { read in try read.ask(Unit.codes) } == (kept + ["taken"]).sorted())
  }

  private enum Outcome: Equatable { case written, stopped, constraint, other }

  private static func expected(_ index: Int) -> Outcome {
    switch index % 8 {
    case 1: .stopped
    case 3, 5: .constraint
    default: .written
    }
  }

  /// Writes a row; then some stop, some break a constraint at once, some break one that is looked at in the end.
  private static func outcome(of index: Int, _ engine: any Engine) async -> Outcome {
    do {
      try await engine.write { write in
        try write.tell(Unit.add("\(index)"))
        switch index % 8 {
        case 1: throw Stop()
        case 3: try write.tell(Unit.add("taken"))
        case 5: try write.tell(Command("UPDATE unit SET successor = -1 WHERE code = \("\(index)")"))
        default: break
        }
      }
      return .written
    } catch is Stop {
      return .stopped
    } catch DatabaseFault.constraint {
      return .constraint
    } catch {
      return .other
    }
  }

  @Test("Two writes that each rely on the other's row do not both happen", arguments: EngineKind.atHand)
  func writeSkew(_ kind: EngineKind) async throws {
    for _ in 0..<20 {
      let engine = try await kind.openWithUnits()
      try await engine.write { write in
        for code in ["a", "b"] { try write.tell(Unit.add(code, amount: 1)) }
      }
      // Each takes its own unit off duty, provided that one is left.
      try await withThrowingTaskGroup(of: Void.self) { group in
        for code in ["a", "b"] {
          group.addTask {
            try await engine.write { write in
              guard try write.first(Unit.sum) == 2 else { return }
              try write.tell(Unit.setAmount(0, of: code))
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await engine.read { read in try read.first(Unit.sum) } == 1)
    }
  }
}
