public import Database
public import Evaluation
import Reading
public import Store

/// Carries out edits of a filing's content and keeps them, all of a request or none.
public struct EditFiling: Sendable {
  private let write: OptimisticWrite

  public init(engine: any Engine, shelf: FilingShelf) { write = OptimisticWrite(engine: engine, shelf: shelf) }

  /// What came of a request.
  public struct Outcome: Sendable {
    /// The filing as the edits met it.
    public let before: LoadedFiling
    /// The same as `before` where nothing changed.
    public let after: LoadedFiling
    /// What was written, as the history has it.
    public let changes: [Change]
    /// What could not be taken, each by its cell's address.
    public let problems: [FieldProblem]
    /// Cells that somebody else changed meanwhile.
    public let conflicts: [Conflict]
  }

  /// What cannot be taken is told in the outcome; the rest is kept. With `audited` the checks look at it while it is
  /// being written, so that what they say is known when the call returns. `found` spares a read: the filing as it was
  /// read just now. Throws `NotFound`, `Refused`, `Forbidden` or `DatabaseFault`, and `StaleVersion` where the filing
  /// is not at the version that is expected.
  public func callAsFunction(
    _ edits: [Edit], in id: Int64, found: LoadedFiling? = nil, expecting expected: Int64? = nil, audited: Bool = false,
    by person: Person, at seconds: Int64
  ) async throws -> Outcome {
    var last: EditOutcome?
    let (before, after) = try await write(on: id, found: found) { before in
      try before.demandEditable(by: person)
      if let expected, expected != before.record.version { throw StaleVersion() }
      let outcome = before.filing.applying(edits, to: before.calculation)
      last = outcome
      guard !outcome.changes.isEmpty else { return nil }
      var step = before.step(to: outcome.filing, .edit(outcome.changes), by: person, at: seconds)
      step.isAudited = audited
      return step
    }
    return Outcome(
      before: before, after: after, changes: last?.changes ?? [], problems: last?.problems ?? [],
      conflicts: last?.conflicts ?? [])
  }
}

extension LoadedFiling {
  /// Throws `NotFound`, `Forbidden` or `Refused` where this person may not change the content now.
  public func demandEditable(by person: Person) throws {
    guard person.canSee(record, in: task) else { throw NotFound() }
    guard person.posts.roles(towards: record.unit.code).contains(.handler) else {
      throw Forbidden("只有本单位经办岗可以填报。")
    }
    if task.isClosed { throw Refused([.taskClosed]) }
    if record.standing.waiver == .accepted { throw Refused([.notApplicable]) }
    guard record.stage == .drafting else { throw Refused([.wrongStage(record.stage)]) }
  }

  /// The filing with other content, one entry further.
  func changed(to filing: Filing, by entry: PreparedEntry) -> LoadedFiling {
    let loaded = with(filing)
    return loaded.with(record.advanced(by: entry, score: loaded.score))
  }
}

extension LoadedFiling {
  /// The change of content to another filing, with its history entry and the sheets to write.
  func step(
    to filing: Filing, _ detail: HistoryDetail, by person: Person, at seconds: Int64,
    and more: @escaping @Sendable (WriteTransaction) throws -> Void = { _ in }
  ) -> OptimisticWrite.Step {
    let entry = PreparedEntry(detail, after: record, by: person, at: seconds)
    // Spelled out before the write begins, which others wait for.
    let sheets = filing.commands(insteadOf: self.filing, of: record.id)
    return OptimisticWrite.Step(after: changed(to: filing, by: entry), entry: entry) { database in
      for command in sheets { try database.tell(command) }
      try more(database)
    }
  }
}

extension Filing {
  /// What writes the sheets that differ from an earlier content, and removes those that are gone for good.
  func commands(insteadOf before: Filing, of id: Int64) -> [Command] {
    var commands: [Command] = []
    for (position, sheet) in sheets.enumerated() where before.sheet(sheet.id) != sheet {
      commands.append(.putSheet(sheet, position: position, of: id))
    }
    for sheet in before.sheets where self.sheet(sheet.id) == nil { commands.append(.deleteSheet(sheet.id, of: id)) }
    if lastProjectGone != before.lastProjectGone { commands.append(.setLastProjectGone(lastProjectGone, of: id)) }
    return commands
  }
}
