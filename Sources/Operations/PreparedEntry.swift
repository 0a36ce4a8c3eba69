import Database
import Evaluation
import Store

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
    try advance(after.record, in: after.task.phase, by: entry, from: version)
  }

  /// `phase` is the task's as it was read: where it went on since, or the unit was excused, somebody was first.
  func advance(
    _ record: FilingRecord, in phase: TaskPhase, by entry: PreparedEntry, from version: Int64
  ) throws -> Bool {
    let rows = try tell(
      .advanceFiling(
        record.id, from: version, to: entry.version, chain: entry.chain, score: record.score, at: entry.seconds,
        while: phase, record.standing.waiver))
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
