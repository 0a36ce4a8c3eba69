public import Database
import Evaluation
public import Store
import Text

/// Takes a public version back, with the reason told in its place.
public struct WithdrawPublication: Sendable {
  private let engine: any Engine
  private let shelf: FilingShelf
  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    self.shelf = shelf
  }

  /// Throws `NotFound`, `Forbidden`, `Refused`, `Invalid` or `DatabaseFault`.
  public func callAsFunction(
    _ number: Int, of id: Int64, reason: String, by person: Person, at seconds: Int64
  ) async throws {
    let loaded = try await shelf.filing(id)
    try loaded.demandPublications(by: person)
    let reason = reason.droppingBlankEnds
    guard !reason.isEmpty else { throw Invalid([FieldProblem("withdrawal", "请写明撤回的原因。")]) }
    let rows = try await engine.write { database in
      try database.tell(.withdrawPublication(number, of: id, reason: reason, by: person.id, at: seconds))
    }
    guard rows == 1 else { throw NotFound() }
  }
}
