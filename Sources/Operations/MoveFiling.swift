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
  /// - Parameters:
  ///   - destination: one of the move's; nil for the usual one.
  ///   - expected: the version the person saw; nil where it does not matter.
  @discardableResult
  public func callAsFunction(
    _ move: Move, on id: Int64, to destination: Stage? = nil, expecting expected: Int64? = nil, reason: String = "",
    by person: Person, at seconds: Int64
  ) async throws -> Stage {
    let (next, moved) = try await engine.write { [shelf] database in
      let loaded = try shelf.filing(id, in: database.reading)
      guard person.canSee(loaded.record, in: loaded.task) else { throw NotFound() }
      let state = try database.reading.workflowState(of: loaded, for: person)
      let next = try move.apply(to: state, reason: move.needsReason ? reason : nil, choosing: destination)
      if let expected, expected != loaded.record.version { throw StaleVersion() }
      let detail = HistoryDetail.move(move, from: state.stage, to: next, reason: reason)
      let entry = PreparedEntry(detail, after: loaded.record, by: person, at: seconds)
      let moved = loaded.with(
        loaded.record.advanced(by: entry, score: loaded.score, stage: next))
      guard try database.advance(moved, by: entry, from: loaded.record.version) else { throw StaleVersion() }
      try database.putFindingCounts(of: loaded)
      try database.place(loaded.record, in: next, after: move, by: person, at: seconds)
      if move == .start { try database.prefill(moved, by: person, at: seconds) }
      if move == .submit { try database.tell(.outdateResult(of: id)) }
      return (next, moved)
    }
    // The move is made. What its results would miss here is worked out later: it is marked as missing.
    if move == .submit { try? await KeepResults(engine: engine, shelf: shelf).keep(moved) }
    return next
  }
}

extension Person {
  /// Whether the person may look at a filing. What was called off is left to the bureau.
  public func canSee(_ record: FilingRecord, in task: EvaluationTask) -> Bool {
    posts.canView(record.unit.code) && (task.phase.isShownToUnits || holds(.finance))
  }
}

extension Person {
  /// Those with whose posts alone the person may review a filing where it stands.
  fileprivate func principals(reviewing record: FilingRecord) -> Set<Int64> {
    let due = Set(Move.approve.openings.filter { $0.stage == record.stage }.map(\.role))
    return principals(acting: due, towards: record.unit.code)
  }
}

extension WriteTransaction {
  /// Puts a filing into its next stage and notes since when, when it was first sent, and whether it came back.
  func place(
    _ record: FilingRecord, in stage: Stage, after move: Move, by person: Person, at seconds: Int64
  ) throws {
    var standing = record.standing
    standing.since = seconds
    standing.isReturned = move == .return || move == .reopen
    switch move {
    case .reopen: standing.reopenedVersion = record.version + 1
    case .submit: standing.sentDay = standing.sentDay ?? CivilDay(inChinaAt: seconds)
    case .withdraw where stage == .drafting:
      // Taken back before anybody returned it, it counts as never sent.
      let moves = try ask(.moves(of: record.id))
      let wasReturned = moves.contains { entry in
        switch entry.detail {
        case .move(.return, _, .drafting, _), .move(.reopen, _, _, _): true
        default: false
        }
      }
      if !wasReturned { standing.sentDay = nil }
    default: break
    }
    try tell(.setStage(stage, sender: person.id, of: record.id))
    try tell(.setStanding(standing, of: record.id))
  }

  /// Approves or returns without working out the content: what the checks found stands in the record since it was sent.
  func review(
    _ move: Move, _ record: FilingRecord, in task: EvaluationTask, under policies: PolicySet, reason: String,
    by person: Person, at seconds: Int64
  ) throws -> Stage {
    guard person.canSee(record, in: task) else { throw NotFound() }
    let paths = policies.paths
    let state = WorkflowState(
      stage: record.stage, path: paths?.steps(for: record.unit.code.kind) ?? [.unit, .finance], person: person.id,
      roles: person.posts.roles(towards: record.unit.code), editors: Set(try ask(.editors(of: record.id))),
      principals: person.principals(reviewing: record), sender: record.sender, isOpened: record.isOpened,
      errors: record.errors, unexplained: record.unexplained,
      isClosed: task.isClosed, isWaived: record.standing.waiver == .accepted)
    let next = try move.apply(to: state, reason: move.needsReason ? reason : nil)
    let detail = HistoryDetail.move(move, from: state.stage, to: next, reason: reason)
    let entry = PreparedEntry(detail, after: record, by: person, at: seconds)
    guard try advance(record, in: task.phase, by: entry, from: record.version) else { throw StaleVersion() }
    try place(record, in: next, after: move, by: person, at: seconds)
    return next
  }
}

extension ReadTransaction {
  /// All that decides which moves are open to a person. Throws `DatabaseFault`.
  public func workflowState(of loaded: LoadedFiling, for person: Person) throws -> WorkflowState {
    let record = loaded.record
    let paths = loaded.filing.policies.paths
    let waits = paths?.leadWaitsForSubordinates == true && record.unit.code.kind == .lead
    let unit = record.stage == .done ? try first(.unitRecord(record.unit.code)) : nil
    return WorkflowState(
      stage: record.stage, path: paths?.steps(for: record.unit.code.kind) ?? [.unit, .finance], person: person.id,
      roles: person.posts.roles(towards: record.unit.code), editors: Set(try ask(.editors(of: record.id))),
      principals: person.principals(reviewing: record), sender: record.sender, isOpened: record.isOpened,
      unfinishedSubordinates: waits
        ? try ask(.unfinishedSubordinates(of: record.unit.code, in: record.task)) : [],
      errors: loaded.errors.count, unexplained: loaded.unexplained.count, isClosed: loaded.task.isClosed,
      isWaived: record.standing.waiver == .accepted,
      closedUnit: unit.flatMap { $0.isOpen ? nil : $0.unit.name })
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
    let entry = PreparedEntry(.edit(changes), after: loaded.record, by: person, at: seconds)
    let after = loaded.changed(to: started.filing, by: entry)
    guard try advance(after, by: entry, from: loaded.record.version) else { throw StaleVersion() }
    for command in started.filing.commands(insteadOf: loaded.filing, of: loaded.record.id) { try tell(command) }
  }
}
