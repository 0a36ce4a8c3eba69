import Database
import Evaluation
import Operations
import Store
import TestKit
import Testing

@Suite("Moving a filing", .timeLimit(.minutes(10))) struct MoveFilingTests {
  @Test func aRefusedMoveLeavesNoTrace() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201001")
    await #expect(throws: Refused([.subordinatesUnfinished(["示例县投资促进中心"])])) {
      try await county.move(.start, filing, by: "jb201001")
    }
    let entries = try await county.engine.read { try $0.ask(.history(of: filing)) }
    #expect(entries.isEmpty)
  }

  @Test func sendingAnEmptyFilingIsRefusedWithItsErrors() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    do {
      _ = try await county.move(.submit, filing, by: "jb201002")
      Issue.record("an empty filing was sent")
    } catch let refused as Refused {
      #expect(refused.reasons.contains { if case .errors(let count) = $0 { count > 5 } else { false } })
    }
    #expect(try await county.shelf.filing(filing).record.stage == .drafting)
  }

  @Test func strangersSeeNothing() async throws {
    let county = try await County(units: ["201002": "甲中心", "301001": "乙局"])
    let filing = try await county.filing(of: "201002")
    await #expect(throws: NotFound.self) { try await county.move(.start, filing, by: "jb301001") }
  }

  @Test func aStaleVersionIsRefused() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    await #expect(throws: StaleVersion.self) {
      try await MoveFiling(engine: county.engine, shelf: county.shelf)(
        .start, on: filing, expecting: 7, by: try county.person("jb201002"), at: County.now)
    }
  }
}
