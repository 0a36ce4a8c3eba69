public import Database
public import Evaluation
public import Store

/// Brings a task from one phase to the next, with all that follows for its filings.
public struct MoveTask: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Throws `Forbidden`, `NotFound`, `Refused` with every reason, `Invalid` or `DatabaseFault`.
  /// - Parameter units: for a trial run, codes of units or departments that take part.
  @discardableResult
  public func callAsFunction(
    _ move: TaskMove, on id: Int64, reason: String = "", units: [String] = [], by person: Person, at seconds: Int64
  ) async throws -> TaskPhase {
    try person.demandTasks()
    let reason = reason.trimming
    guard reason.count <= 500 else { throw Invalid([FieldProblem("reason", "原因最多 500 字。")]) }
    return try await engine.write { database in
      guard let task = try database.first(.task(id)) else { throw NotFound() }
      let sent = move == .cancel ? try database.ask(Query<String>.unitsSent(in: id)) : []
      let refusals = move.refusals(in: task.phase, sent: sent, reason: reason)
      guard refusals.isEmpty else { throw Refused(refusals) }
      let detail = try Self.carryOut(move, on: task, units, in: database, at: seconds)
      try database.tell(.setPhase(move.to, task: id))
      try database.tell(
        .insertEvent(move.event, of: id, detail: detail, reason: reason, by: person.id, at: seconds))
      return move.to
    }
  }

  /// What the history tells of it.
  private static func carryOut(
    _ move: TaskMove, on task: EvaluationTask, _ units: [String], in database: WriteTransaction, at seconds: Int64
  ) throws -> String {
    switch move {
    case .startTrial:
      guard let scope = TaskScope(units), scope != .all else {
        throw Invalid([FieldProblem("trialUnits", "请填参加试运行的单位编码，或部门的前三位。")])
      }
      let chosen = try database.units(in: scope, for: task.year, field: "trialUnits")
      try database.reading.demandOnlyRunning(task.title, task.year, for: chosen)
      try database.holdTask(task.id, underNewest: task.policies)
      return try database.addFilings(of: chosen, to: task.id, at: seconds).words
    case .endTrial:
      let filter = FilingFilter(task: task.id)
      let tried = try database.ask(Query<FilingRecord>.filings(filter, limit: 20)).map(\.unit)
      let count = try database.first(Query<Int64>.filingCount(filter)) ?? 0
      try database.forgetTexts(of: task.id)
      for command in Command.deleteFilings(of: task.id) { try database.tell(command) }
      try database.tell(.holdTask(task.id, under: []))
      let names = tried.map(\.name).joined(separator: "、")
      return "删除试运行的自评 \(count) 份：\(names)\(count > 20 ? "等" : "")"
    case .launch:
      let wanted = try database.units(in: task.scope, for: task.year)
      try database.reading.demandOnlyRunning(task.title, task.year, for: wanted)
      try database.holdTask(task.id, underNewest: task.policies)
      return try database.addFilings(of: wanted, to: task.id, at: seconds).words
    case .close, .reopen, .archive, .cancel:
      return ""
    }
  }
}

extension TaskMove {
  fileprivate var event: TaskEvent.Kind {
    switch self {
    case .startTrial: .trialStarted
    case .endTrial: .trialEnded
    case .launch: .launched
    case .close: .closed
    case .reopen: .reopened
    case .archive: .archived
    case .cancel: .cancelled
    }
  }
}
