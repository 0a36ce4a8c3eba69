public import Database
import Store
import Synchronization

/// Reads filings, keeping worked-out copies of the last ones used. A copy is good as long as its history is the stored
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
    let loaded = try await reader.read { database in try self.filing(id, in: database) }
    keep(loaded)
    return loaded
  }

  /// Within a transaction that is already open. Keeps nothing: what an open transaction sees may never be committed.
  func filing(_ id: Int64, in database: ReadTransaction) throws -> LoadedFiling {
    guard let record = try database.first(.filing(id)), let task = try database.first(.task(record.task)) else {
      throw NotFound()
    }
    return try copy(of: record, in: task) ?? database.load(record, task, policies)
  }

  private func copy(of record: FilingRecord, in task: EvaluationTask) -> LoadedFiling? {
    let use = uses.add(1, ordering: .relaxed).newValue
    return kept.withLock { kept in
      guard let copy = kept[record.id], copy.filing.record.chain == record.chain,
        copy.filing.record.unit == record.unit
      else { return nil }
      kept[record.id]?.use = use
      return copy.filing.with(record, in: task)
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
