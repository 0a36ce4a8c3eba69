import Database
import Store

/// Works out a change on a copy and writes it only if nobody was quicker; otherwise begins again on what they left.
///
/// The costly part, calculating, so happens outside of the transaction, and writes stay short. Nothing that is written
/// waits for the checks.
struct OptimisticWrite: Sendable {
  let engine: any Engine
  let shelf: FilingShelf

  /// One change ready to be written.
  struct Step: Sendable {
    let after: LoadedFiling
    let entry: PreparedEntry
    /// Whether the checks are asked at once, while it is being written.
    var isAudited = false
    let write: @Sendable (WriteTransaction) throws -> Void
  }

  /// Before and after; the same twice where `prepare` answers nil. `found` is the filing as it was read just now: where
  /// somebody was quicker, it is read again. Throws what `prepare` throws, `NotFound` or `DatabaseFault`.
  func callAsFunction(
    on id: Int64, found: LoadedFiling? = nil, prepare: (LoadedFiling) async throws -> Step?
  ) async throws -> (before: LoadedFiling, after: LoadedFiling) {
    var found = found
    for _ in 0..<50 {
      let before: LoadedFiling
      if let found { before = found } else { before = try await shelf.filingToChange(id) }
      found = nil
      guard let step = try await prepare(before) else { return (before, before) }
      async let audit: Void = step.isAudited ? step.askChecks() : ()
      let isWritten = try await engine.write { database in
        guard try database.advance(step.after, by: step.entry, from: before.record.version) else { return false }
        try step.write(database)
        return true
      }
      await audit
      guard isWritten else { continue }
      shelf.keep(step.after)
      return (before, step.after)
    }
    throw DatabaseFault.unavailable("保存的人太多，请稍后再试")
  }
}

extension OptimisticWrite.Step {
  fileprivate func askChecks() { _ = after.audit }
}
