public import Database
import Evaluation
public import Store

/// Changes a task that was not launched yet.
public struct EditTask: Sendable {
  let engine: any Engine
  let policies: PolicyShelf
  public init(engine: any Engine, policies: PolicyShelf) {
    self.engine = engine
    self.policies = policies
  }

  /// Throws `Forbidden`, `NotFound`, `Refused`, `Invalid` or `DatabaseFault`.
  public func callAsFunction(
    _ entry: LaunchTask.Entry, of id: Int64, by person: Person, at seconds: Int64
  ) async throws {
    try person.demandTasks()
    let known = try await engine.read { [policies] database in try policies.newest(in: database).map(\.id) }
    let checked = try CheckedTask(entry, known: Set(known))
    try await engine.write { database in
      guard let task = try database.first(.task(id)) else { throw NotFound() }
      guard task.phase == .draft else { throw Refused([.wrongPhase(task.phase)]) }
      _ = try database.units(in: checked.scope, for: checked.year)
      try database.tell(
        .updateTask(
          id, title: checked.title, year: checked.year, noticeTitle: checked.noticeTitle,
          noticeNumber: checked.noticeNumber, policies: checked.policies, deadline: checked.deadline,
          scope: checked.scope))
      try database.tell(.insertEvent(.edited, of: id, by: person.id, at: seconds))
    }
  }
}
