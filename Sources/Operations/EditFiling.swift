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

/// A history entry ready to be written.
struct PreparedEntry: Sendable {
  let detail: HistoryDetail
  let stored: String
  let version: Int64
  let person: Int64
  /// Whose post the person acts with as a deputy.
  let principal: Int64?
  let seconds: Int64
  let chain: String

  init(_ detail: HistoryDetail, after record: FilingRecord, by person: Person, at seconds: Int64) {
    self.detail = detail
    stored = detail.stored
    version = record.version + 1
    self.person = person.id
    principal = person.principal(acting: detail.roles, towards: record.unit.code)
    self.seconds = seconds
    chain = HistoryChain.next(
      after: record.chain, filing: record.id, version: version, person: person.id, for: principal,
      at: seconds, kind: detail.kind.rawValue, detail: stored)
  }
}

extension WriteTransaction {
  /// Moves a filing on to its next version with the entry that led there; false where somebody else was first.
  func advance(_ after: LoadedFiling, by entry: PreparedEntry, from version: Int64) throws -> Bool {
    try advance(after.record, by: entry, from: version)
  }

  func advance(_ record: FilingRecord, by entry: PreparedEntry, from version: Int64) throws -> Bool {
    let rows = try tell(
      .advanceFiling(
        record.id, from: version, to: entry.version, chain: entry.chain, score: record.score, at: entry.seconds))
    guard rows == 1 else { return false }
    try tell(
      .insertHistory(
        entry.detail, stored: entry.stored, version: entry.version, of: record.id, by: entry.person,
        for: entry.principal, at: entry.seconds, chain: entry.chain))
    if entry.detail.changesContent { try tell(.markExtractDue(record.id, version: entry.version)) }
    return true
  }

  /// How much the checks find in the content that is stored.
  func putFindingCounts(of loaded: LoadedFiling) throws {
    try tell(
      .setFindingCounts(
        errors: loaded.errors.count, unexplained: loaded.unexplained.count, of: loaded.record.id))
  }
}

extension Filing {
  /// What writes the sheets that differ from an earlier content, and removes those that are gone.
  func commands(insteadOf before: Filing, of id: Int64) -> [Command] {
    var commands: [Command] = []
    for (position, sheet) in sheets.enumerated() where before.sheet(sheet.id) != sheet {
      commands.append(.putSheet(sheet, position: position, of: id))
    }
    for sheet in before.sheets where self.sheet(sheet.id) == nil { commands.append(.deleteSheet(sheet.id, of: id)) }
    return commands
  }
}
