public import Database
public import Evaluation
import Reading
public import Store

/// Puts what a person chose of a source into a filing, as if it had been typed.
public struct TakeDraft: Sendable {
  private let write: OptimisticWrite
  public init(engine: any Engine, shelf: FilingShelf) { write = OptimisticWrite(engine: engine, shelf: shelf) }

  /// Takes the texts of these sources, with another text where the person corrected it.
  ///
  /// What a cell cannot take is told in the outcome; the rest is kept. Throws `StaleVersion` where the filing has gone
  /// on from `version`, `NotFound`, `Refused`, `Forbidden` or `DatabaseFault`.
  public func callAsFunction(
    _ chosen: Set<CellAddress>, of texts: DraftTexts, corrected: [CellAddress: NamedText], into id: Int64,
    expecting version: Int64, by person: Person, at seconds: Int64
  ) async throws -> EditFiling.Outcome {
    var last: EditOutcome?
    let (before, after) = try await write(on: id) { before in
      try before.demandEditable(by: person)
      guard before.record.version == version else { throw StaleVersion() }
      let plan = CarryOver(from: texts.calculation, into: before.calculation, only: chosen)
      let outcome = before.filing.applying(plan.edits(typed: corrected), to: before.calculation)
      last = outcome
      guard !outcome.changes.isEmpty else { return nil }
      return before.step(to: outcome.filing, .edit(outcome.changes), by: person, at: seconds)
    }
    return EditFiling.Outcome(
      before: before, after: after, changes: last?.changes ?? [], problems: last?.problems ?? [],
      conflicts: last?.conflicts ?? [])
  }
}
