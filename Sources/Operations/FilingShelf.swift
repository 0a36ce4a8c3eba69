public import Database
import Store
import Synchronization

/// Reads filings, keeping worked-out copies of the last ones used. A copy is good as long as its version is the stored
/// one, so any number of programs may share a database.
public final class FilingShelf: Sendable {
  private let reader: any Reader
  private let policies: PolicyLookup
  private let capacity: Int
  private let kept = Mutex<[Int64: (filing: LoadedFiling, use: UInt64)]>([:])
  private let uses = Atomic<UInt64>(0)

  public init(reader: any Reader, policies: @escaping PolicyLookup, capacity: Int = 400) {
    self.reader = reader
    self.policies = policies
    self.capacity = capacity
  }

  /// Throws `NotFound`, `PolicyMissing` or `DatabaseFault`.
  public func filing(_ id: Int64) async throws -> LoadedFiling {
    try await reader.read { database in try self.filing(id, in: database) }
  }

  /// Within a transaction that is already open.
  func filing(_ id: Int64, in database: ReadTransaction) throws -> LoadedFiling {
    guard let record = try database.first(.filing(id)) else { throw NotFound() }
    if let copy = copy(of: record) { return copy }
    let loaded = try database.load(record, policies)
    keep(loaded)
    return loaded
  }

  private func copy(of record: FilingRecord) -> LoadedFiling? {
    let use = uses.add(1, ordering: .relaxed).newValue
    return kept.withLock { kept in
      guard let copy = kept[record.id], copy.filing.record.version == record.version,
        copy.filing.record.unit == record.unit
      else { return nil }
      kept[record.id]?.use = use
      return copy.filing.with(record)
    }
  }

  func keep(_ filing: LoadedFiling) {
    let use = uses.add(1, ordering: .relaxed).newValue
    kept.withLock { kept in
      kept[filing.record.id] = (filing, use)
      guard kept.count > capacity else { return }
      // Half go at once, so that this is rare.
      let limit = kept.values.map(\.use).sorted()[capacity / 2]
      kept = kept.filter { $0.value.use > limit }
    }
  }
}
