import Audit
public import Database
import Store
import Synchronization

/// Reads filings, keeping worked-out copies of the last ones used. A copy is good as long as its history is the stored
/// one, so any number of programs may share a database. What the checks say is kept of many more: it is small, and most
/// of the work.
public final class FilingShelf: Sendable {
  let reader: any Reader
  private let policies: PolicyShelf
  private let capacity: Int
  private let kept = Mutex<[Int64: (filing: LoadedFiling, use: UInt64)]>([:])
  private let audits = Mutex<[Int64: (basis: LoadedFiling.Basis, audit: Audit)]>([:])
  private let auditCapacity: Int
  /// Uploaded reports by their files.
  let uploads = Mutex(KeptUploads())
  private let uses = Atomic<UInt64>(0)

  /// `capacity` is how many worked-out filings are kept, `auditCapacity` of how many the findings.
  public init(
    reader: any Reader, policies: PolicyShelf, capacity: Int = 200, auditCapacity: Int = 5_000
  ) {
    self.reader = reader
    self.policies = policies
    self.capacity = capacity
    self.auditCapacity = auditCapacity
  }

  /// Throws `NotFound`, `PolicyMissing` or `DatabaseFault`.
  public func filing(_ id: Int64) async throws -> LoadedFiling { try await filing(id, toChange: false) }

  /// One that is about to be changed: its checks are made so that they can go on from there. Throws as `filing` does.
  func filingToChange(_ id: Int64) async throws -> LoadedFiling { try await filing(id, toChange: true) }

  private func filing(_ id: Int64, toChange: Bool) async throws -> LoadedFiling {
    let loaded = try await reader.read { database in try self.filing(id, in: database, toChange: toChange) }
    keep(loaded)
    return loaded
  }

  /// The kept copy of a filing, if it is as good as what the database holds; nil also where there is no such filing.
  /// Throws `DatabaseFault`.
  public func copy(of id: Int64, in database: ReadTransaction) throws -> LoadedFiling? {
    guard kept.withLock({ $0[id] != nil }) else { return nil }
    do { return copy(of: try database.heads(of: id)) } catch is NotFound { return nil }
  }

  /// Within a transaction that is already open. Keeps no copy: what an open transaction sees may never be committed.
  func filing(_ id: Int64, in database: ReadTransaction, toChange: Bool = false) throws -> LoadedFiling {
    let heads = try database.heads(of: id)
    if let copy = copy(of: heads) { return copy }
    let known = audits.withLock { kept in kept[id].flatMap { $0.basis == heads.basis ? $0.audit : nil } }
    return try database.load(heads, policies, audit: known, toChange: toChange)
  }

  /// Keeps what the checks say of a filing, if somebody asked them. Good for a filing that no copy is kept of, too: the
  /// basis tells of which content.
  func keepAudit(of filing: LoadedFiling) {
    guard let audit = filing.madeAudit else { return }
    audits.withLock { kept in
      if kept.count >= auditCapacity, kept[filing.record.id] == nil { kept.removeAll(keepingCapacity: true) }
      kept[filing.record.id] = (filing.basis, audit)
    }
  }

  private func copy(of heads: FilingHeads) -> LoadedFiling? {
    let use = uses.add(1, ordering: .relaxed).newValue
    return kept.withLock { kept in
      guard let copy = kept[heads.record.id], copy.filing.basis == heads.basis else { return nil }
      kept[heads.record.id]?.use = use
      return copy.filing.with(heads.record, in: heads.task)
    }
  }

  func keep(_ filing: LoadedFiling) {
    let use = uses.add(1, ordering: .relaxed).newValue
    let gone = kept.withLock { kept -> [LoadedFiling] in
      kept[filing.record.id] = (filing, use)
      guard kept.count > capacity else { return [] }
      // Half go at once, so that this is rare.
      let limit = kept.values.map(\.use).sorted()[capacity / 2]
      let gone = kept.values.filter { $0.use <= limit }
      kept = kept.filter { $0.value.use > limit }
      return gone.map(\.filing)
    }
    for filing in gone { keepAudit(of: filing) }
  }
}
