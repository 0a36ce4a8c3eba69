public import Database
import Evaluation
public import Store

/// Gives one unit, or several, a later deadline than the task's.
public struct ExtendDeadline: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// All of them or none. Throws `Forbidden`, `NotFound`, `Refused`, `Invalid` or `DatabaseFault`.
  public func callAsFunction(
    _ filings: [Int64], to deadline: String, reason: String, by person: Person, at seconds: Int64
  ) async throws {
    let wanted = try Extension(to: deadline, reason: reason)
    try await engine.write { database in
      for id in filings { try database.extend(id, by: wanted, person, at: seconds) }
    }
  }

  /// What is asked for, once it can be read.
  struct Extension: Sendable {
    let day: CivilDay
    let reason: String

    /// Throws `Invalid` with every fault.
    init(to deadline: String, reason: String) throws {
      let reason = reason.trimming
      var problems: [FieldProblem] = []
      let day = CivilDay(deadline.trimming)
      if day == nil { problems.append(FieldProblem("day", "请填新的截止日期，如 2025-04-15。")) }
      if let problem = FieldProblem.ofReason(reason, field: "reason", asking: "请填写延期原因") { problems.append(problem) }
      guard problems.isEmpty, let day else { throw Invalid(problems) }
      self.day = day
      self.reason = reason
    }
  }
}

extension WriteTransaction {
  /// Throws before anything is written: `Forbidden`, `NotFound`, `Refused`, `Invalid`. Answers what is now different.
  @discardableResult
  func extend(
    _ id: Int64, by wanted: ExtendDeadline.Extension, _ person: Person, at seconds: Int64
  ) throws -> String {
    guard person.holds(.finance) else { throw Forbidden("只有财政绩效经办可以延期。") }
    guard let record = try first(.filing(id)), let task = try first(.task(record.task)) else { throw NotFound() }
    if task.isClosed { throw Refused([.taskClosed]) }
    let before = record.standing.ownDeadline ?? task.deadline
    guard wanted.day.description > before else {
      throw Invalid([FieldProblem("day", "新的截止日期须晚于现在的 \(before)。")])
    }
    try tell(.setDeadline(wanted.day.description, of: id))
    let detail = "\(before) → \(wanted.day)"
    try tell(
      .insertEvent(
        .extended, of: task.id, unit: record.unit.code.description, detail: detail, reason: wanted.reason,
        by: person.id, at: seconds))
    return detail
  }
}
