import Database
import Evaluation
import Operations
import Store
import Synchronization
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct LastChangesTests {
  /// Counts the transactions that are read.
  private final class CountingReader: Reader {
    private let reader: any Reader
    private let reads = Mutex(0)
    init(_ reader: any Reader) { self.reader = reader }
    var count: Int { reads.withLock { $0 } }
    func read<T: Sendable>(_ body: @escaping @Sendable (ReadTransaction) throws -> T) async throws -> T {
      reads.withLock { $0 += 1 }
      return try await reader.read(body)
    }
  }

  @Test func `each cell is remembered with who changed it last and when`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    let changes = LastChanges(reader: county.engine)
    func now() async throws -> [String: LastChanges.LastChange] {
      try await changes(of: try await county.shelf.filing(filing).record)
    }
    _ = try await county.edit(
      [.set("base/reception/last", "2.28"), .set("base/abroad/last", "0")], filing, by: "jb201002")
    let first = try await now()["base/reception/last"]
    #expect(first?.name == "人员jb201002" && first?.at == County.now)
    #expect(try await now()["base/reception/final"] == nil)
    let later = try await EditFiling(engine: county.engine, shelf: county.shelf)(
      [.set("base/reception/last", "3")], in: filing, by: try county.person("jb201002"), at: County.now + 60)
    #expect(later.changes.count == 1)
    #expect(try await now()["base/reception/last"]?.at == County.now + 60)
    #expect(try await now()["base/abroad/last"]?.at == County.now)
  }

  @Test func `the history is read once, then only after a change`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    let reader = CountingReader(county.engine)
    let changes = LastChanges(reader: reader)
    for _ in 1...3 { _ = try await changes(of: try await county.shelf.filing(filing).record) }
    #expect(reader.count == 1)
    _ = try await county.edit([.set("base/reception/last", "2.28")], filing, by: "jb201002")
    for _ in 1...3 { _ = try await changes(of: try await county.shelf.filing(filing).record) }
    #expect(reader.count == 2)
  }
}
