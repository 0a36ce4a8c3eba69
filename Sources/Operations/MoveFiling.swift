public import Database
public import Evaluation
public import Store

/// Carries out one workflow move: read, decide, write — in one transaction.
public struct MoveFiling: Sendable {
  let engine: any Engine
  let shelf: FilingShelf

  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    self.shelf = shelf
  }

  /// Throws `NotFound`, `Refused` with every reason, or `DatabaseFault`.
  /// - Parameter expected: the version the person saw; nil where it does not matter.
  @discardableResult
  public func callAsFunction(
    _ move: Move, on id: Int64, expecting expected: Int64? = nil, reason: String = "", by person: Person,
    at seconds: Int64
  ) async throws -> Stage {
    try await engine.write { [shelf] database in
      let loaded = try shelf.filing(id, in: database.reading)
      guard person.posts.canView(loaded.record.unit.code) else { throw NotFound() }
      let state = try database.reading.workflowState(of: loaded, for: person)
      let next = try move.apply(to: state, reason: move.needsReason ? reason : nil)
      if let expected, expected != loaded.record.version { throw StaleVersion() }
      let detail = HistoryDetail.move(move, from: state.stage, to: next, reason: reason)
      let entry = PreparedEntry(detail, after: loaded.record, by: person.id, at: seconds)
      let moved = loaded.with(
        loaded.record.advanced(
          by: entry, errors: loaded.errors.count, unexplained: loaded.unexplained.count, score: loaded.score,
          stage: next))
      guard try database.advance(moved, by: entry, from: loaded.record.version) else { throw StaleVersion() }
      try database.tell(.setStage(next, sender: person.id, of: id))
      if move == .start { try database.prefill(moved, by: person, at: seconds) }
      return next
    }
  }
}

/// The filing changed since the person looked at it.
public struct StaleVersion: Error, Sendable {
  public init() {}
}

extension ReadTransaction {
  /// All that decides which moves are open to a person.
  public func workflowState(of loaded: LoadedFiling, for person: Person) throws -> WorkflowState {
    let record = loaded.record
    let paths = loaded.filing.policies.paths
    let waits = paths?.leadWaitsForSubordinates == true && record.unit.code.kind == .lead
    return WorkflowState(
      stage: record.stage, path: paths?.steps(for: record.unit.code.kind) ?? [.unit, .finance], person: person.id,
      roles: person.posts.roles(towards: record.unit.code), editors: Set(try ask(.editors(of: record.id))),
      sender: record.sender, isOpened: record.isOpened,
      unfinishedSubordinates: waits
        ? try ask(.unfinishedSubordinates(of: record.unit.code, in: record.task)) : [],
      errors: loaded.errors.count, unexplained: loaded.unexplained.count, isClosed: loaded.task.isClosed)
  }
}

extension WriteTransaction {
  /// A filing that begins: blank forms, with what the budget system gave and the first texts of the reports.
  fileprivate func prefill(_ loaded: LoadedFiling, by person: Person, at seconds: Int64) throws {
    let blank = Filing(
      blank: loaded.filing.unit, year: loaded.filing.year, policies: loaded.filing.policies)
    let values = try ask(.budgetValues(of: loaded.record.unit.code, year: blank.year))
    let placed = BudgetPlacement.placing(values, in: blank)
    let started = placed.filing.applying(placed.filing.reportStarters)
    let changes = placed.changes + started.changes
    let entry = PreparedEntry(.edit(changes), after: loaded.record, by: person.id, at: seconds)
    let after = loaded.changed(to: started.filing, by: entry)
    guard try advance(after, by: entry, from: loaded.record.version) else { throw StaleVersion() }
    try putSheets(of: started.filing, insteadOf: loaded.filing, filing: loaded.record.id)
  }
}
