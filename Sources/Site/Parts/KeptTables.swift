import HTML
import Operations
import Store
import Synchronization

/// Tables of forms as they were laid out last: while a filing stays as it is, its pages need not lay them out again.
final class KeptTables: Sendable {
  private struct Place: Hashable {
    let filing: Int64
    let sheet: String
    let isEditable: Bool
  }

  private struct State {
    var tables: [Place: (basis: LoadedFiling.Basis, laidOut: SheetTable.LaidOut)] = [:]
    /// Bytes of all of them.
    var size = 0
  }

  private let kept = Mutex(State())
  private let capacity: Int

  /// - Parameter capacity: bytes; when they are used up, everything is forgotten.
  init(capacity: Int = 16 << 20) { self.capacity = capacity }

  /// The table of a sheet, laid out by `layOut` where it is not known. It must show nothing but what the filing holds.
  func callAsFunction(
    of loaded: LoadedFiling, _ sheet: String, isEditable: Bool, layOut: () async throws -> SheetTable.LaidOut
  ) async rethrows -> SheetTable.LaidOut {
    let (place, basis) = (Place(filing: loaded.record.id, sheet: sheet, isEditable: isEditable), loaded.basis)
    if let known = kept.withLock({ $0.tables[place] }), known.basis == basis { return known.laidOut }
    let laidOut = try await layOut().trimmed
    kept.withLock { state in
      state.size += laidOut.size - (state.tables[place]?.laidOut.size ?? 0)
      if state.size > capacity { state = State(size: laidOut.size) }
      state.tables[place] = (basis, laidOut)
    }
    return laidOut
  }
}

extension SheetTable.LaidOut {
  fileprivate var size: Int { table.bytes.count + notes.bytes.count }

  fileprivate var trimmed: Self { Self(table: table.trimmed(), notes: notes.trimmed()) }
}
