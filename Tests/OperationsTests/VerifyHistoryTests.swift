import Database
import Evaluation
import Store
import Synchronization
import TestKit
import Testing

@testable import Operations

@Suite("Verifying the history", .timeLimit(.minutes(10))) struct VerifyHistoryTests {
  private func edited() async throws -> County {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    _ = try await county.edit([.set("base/abroad/final", "1.5")], filing, by: "jb201002")
    _ = try await county.edit([.addLine(sheet: "base", under: "specialFunds")], filing, by: "jb201002")
    _ = try await county.edit([.set("base/r1/name", "改造资金"), .set("base/r1/final", "3")], filing, by: "jb201002")
    _ = try await county.edit([.removeLine(sheet: "base", line: "r1")], filing, by: "jb201002")
    return county
  }

  @Test func findsNothingWhereOnlyTheProgramWrote() async throws {
    let outcome = try await VerifyHistory(reader: try await edited().engine)()
    #expect(outcome.findings.isEmpty && outcome.filings == 2 && outcome.entries == 6)
  }

  @Test(
    "finds a change behind the program's back",
    arguments: [
      Command("UPDATE sheet SET content = replace(content, '1.5', '2.5') WHERE id = 'base'"),
      Command("UPDATE history SET detail = replace(detail, '1.5', '2.5') WHERE version = 3"),
      Command("UPDATE history SET person_id = 1 WHERE version = 3"),
      Command("UPDATE history SET at = at + 1 WHERE version = 2"),
      Command("DELETE FROM history WHERE version = 4"),
      Command("DELETE FROM history WHERE version = 6"),
      Command("UPDATE filing SET stage = 'done' WHERE version > 0"),
    ])
  func findsAChange(_ tampering: Command) async throws {
    let county = try await edited()
    let rows = try await county.engine.write { try $0.tell(tampering) }
    #expect(rows == 1)
    #expect(try await !VerifyHistory(reader: county.engine)().findings.isEmpty)
  }

  /// Lets something happen before each reading, which is told by its number.
  private final class InterruptedReader: Reader {
    private let reader: any Reader
    private let number = Mutex(0)
    private let interrupt: @Sendable (Int) async throws -> Void

    init(_ reader: any Reader, interrupt: @escaping @Sendable (Int) async throws -> Void) {
      self.reader = reader
      self.interrupt = interrupt
    }

    func read<Result: Sendable>(
      _ body: @escaping @Sendable (ReadTransaction) throws -> Result
    ) async throws -> Result {
      let number = number.withLock { number in
        number += 1
        return number
      }
      try await interrupt(number)
      return try await reader.read(body)
    }
  }

  @Test func whatIsWrittenMeanwhileIsNoFinding() async throws {
    let county = try await edited()
    let filing = try await county.filing(of: "201002")
    let reader = InterruptedReader(county.engine) { number in
      _ = try await county.edit([.set("base/abroad/final", "\(number).5")], filing, by: "jb201002")
    }
    let outcome = try await VerifyHistory(reader: reader)()
    #expect(outcome.findings == [] && outcome.filings == 2)
  }

  @Test func noFilingIsPassedOverWhileOthersGo() async throws {
    let county = try await edited()
    _ = try await county.engine.write { try $0.tell(Command("UPDATE filing SET stage = 'done' WHERE version > 0")) }
    let reader = InterruptedReader(county.engine) { number in
      guard number == 3 else { return }
      _ = try await county.engine.write { try $0.tell(Command("DELETE FROM filing WHERE version = 0")) }
    }
    let outcome = try await VerifyHistory(reader: reader, pageSize: 1)()
    #expect(outcome.filings == 2 && outcome.findings.count == 1)
  }

  @Test func whatGoesMeanwhileIsNoFinding() async throws {
    let county = try await County()
    let reader = InterruptedReader(county.engine) { number in
      guard number == 2 else { return }
      _ = try await county.engine.write { try $0.tell(Command("DELETE FROM filing WHERE version = 0")) }
    }
    let outcome = try await VerifyHistory(reader: reader)()
    #expect(outcome.findings == [] && outcome.filings == 0)
  }
}
