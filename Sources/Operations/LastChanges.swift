public import Database
import Evaluation
public import Store
import Synchronization

/// Who changed each cell of a filing last, and when. Reads a filing's history once, then only what came since.
public final class LastChanges: Sendable {
  private let reader: any Reader
  private let capacity: Int
  private let kept = Mutex<[Int64: Kept]>([:])

  /// `capacity` is of how many filings the changes are kept.
  public init(reader: any Reader, capacity: Int = 1_000) {
    self.reader = reader
    self.capacity = capacity
  }

  /// By a person, at a moment in Unix seconds.
  public struct LastChange: Hashable, Sendable {
    /// Who made it, with "代" and the principal's name where a deputy did.
    public let name: String
    /// Unix seconds.
    public let at: Int64
  }

  private struct Kept: Sendable {
    /// The version up to which the history was read.
    var version: Int64 = 0
    var cells: [String: LastChange] = [:]
  }

  /// By cell address. Asks nothing of the database while the filing stays as it is. Throws `DatabaseFault`.
  public func callAsFunction(of record: FilingRecord) async throws -> [String: LastChange] {
    var known = kept.withLock { $0[record.id] } ?? Kept()
    guard known.version < record.version else { return known.cells }
    let after = known.version
    for edit in try await reader.read({ try $0.ask(Query<ContentEdit>.edits(of: record.id, after: after)) }) {
      for change in edit.changes where change.kind == .text {
        known.cells[change.place] = LastChange(name: edit.name, at: edit.at)
      }
      known.version = edit.version
    }
    known.version = max(known.version, record.version)
    let fresh = known
    kept.withLock { kept in
      if kept.count >= capacity { kept.removeAll() }
      // Another page may have read further meanwhile.
      if kept[record.id]?.version ?? 0 < fresh.version { kept[record.id] = fresh }
    }
    return fresh.cells
  }
}
