public import Database
import Evaluation
public import Store

/// 申报不适用: a unit declares that a task does not apply to it, the bureau accepts or rejects.
public struct WaiveFiling: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// By the unit's handler, before it sent anything. Throws `NotFound`, `Forbidden`, `Refused`, `Invalid` or
  /// `DatabaseFault`.
  public func declare(_ id: Int64, reason: String, by person: Person, at seconds: Int64) async throws {
    let reason = try Self.checked(reason)
    try await engine.write { database in
      let (record, task) = try Self.open(id, for: person, in: database)
      guard person.posts.roles(towards: record.unit.code).contains(.handler) else {
        throw Forbidden("只有本单位经办岗可以申报不适用。")
      }
      guard record.isBeforeSending else { throw Refused([.wrongStage(record.stage)]) }
      guard record.standing.mayDeclare else {
        throw Invalid([FieldProblem("waiverReason", "已经申报过，请等待财政部门答复。")])
      }
      try database.tell(.setWaiver(.declared, reason: reason, of: id))
      try database.tell(
        .insertEvent(
          .waiverDeclared, of: task.id, unit: record.unit.code.description, reason: reason, by: person.id, at: seconds))
    }
  }

  /// By the bureau; a rejection needs a reason. Throws `NotFound`, `Forbidden`, `Refused`, `Invalid` or
  /// `DatabaseFault`.
  public func decide(
    _ id: Int64, accepts: Bool, reason: String, by person: Person, at seconds: Int64
  ) async throws {
    let reason = accepts && reason.trimming.isEmpty ? "" : try Self.checked(reason)
    try await engine.write { database in
      let (record, task) = try Self.open(id, for: person, in: database)
      guard person.holds(.finance) else { throw Forbidden("只有财政绩效经办可以答复。") }
      guard record.standing.waiver == .declared else {
        throw Invalid([FieldProblem("waiverReason", "没有待答复的申报。")])
      }
      // It went on meanwhile: what was sent is reviewed, and can be returned.
      guard record.isBeforeSending || !accepts else { throw Refused([.wrongStage(record.stage)]) }
      try database.tell(
        .setWaiver(accepts ? .accepted : .rejected, reason: record.standing.waiverReason, of: id))
      try database.tell(
        .insertEvent(
          accepts ? .waiverAccepted : .waiverRejected, of: task.id, unit: record.unit.code.description, reason: reason,
          by: person.id, at: seconds))
    }
  }

  private static func open(
    _ id: Int64, for person: Person, in database: WriteTransaction
  ) throws -> (FilingRecord, EvaluationTask) {
    guard let record = try database.first(.filing(id)), let task = try database.first(.task(record.task)),
      person.canSee(record, in: task)
    else { throw NotFound() }
    if task.isClosed { throw Refused([.taskClosed]) }
    return (record, task)
  }

  private static func checked(_ reason: String) throws -> String {
    let reason = reason.trimming
    guard (4...500).contains(reason.count) else {
      throw Invalid([FieldProblem("waiverReason", "请填写理由，4 至 500 字。")])
    }
    return reason
  }
}

extension FilingRecord {
  /// Whether its unit may declare that the task does not apply to it.
  public func mayBeWaived(in task: EvaluationTask) -> Bool {
    !task.isClosed && isBeforeSending && standing.mayDeclare
  }

  /// Whether it was never sent.
  public var isBeforeSending: Bool { [.notStarted, .drafting].contains(stage) && standing.sentDay == nil }
}

extension FilingStanding {
  /// Nothing was declared that waits for an answer or was accepted.
  fileprivate var mayDeclare: Bool { [.none, .rejected].contains(waiver) }
}
