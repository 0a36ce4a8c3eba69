public import Database
import Evaluation
public import Store

/// Adds units to a task that was launched already.
public struct AddTaskUnits: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// The units that were not in it before. Throws `Forbidden`, `NotFound`, `Refused`, `Invalid` or `DatabaseFault`.
  public func callAsFunction(
    _ codes: [String], to id: Int64, by person: Person, at seconds: Int64
  ) async throws -> [BudgetUnit] {
    try person.demandTasks()
    guard let scope = TaskScope(codes), scope != .all else {
      throw Invalid([FieldProblem("addedUnits", "请填六位单位编码，或三位部门编码。")])
    }
    return try await engine.write { database in
      guard let task = try database.first(.task(id)) else { throw NotFound() }
      guard task.phase.takesFilings else { throw Refused([.wrongPhase(task.phase)]) }
      let chosen = try database.units(in: scope, for: task.year, field: "addedUnits")
      let added = try database.addFilings(of: chosen, to: id, at: seconds)
      guard !added.isEmpty else { throw Invalid([FieldProblem("addedUnits", "这些单位已在任务中。")]) }
      // What takes part in a trial run is no part of the task yet.
      if task.phase == .launched { try database.tell(.setScope(task.scope.adding(scope), task: id)) }
      try database.tell(.insertEvent(.unitsAdded, of: id, detail: added.words, by: person.id, at: seconds))
      return added
    }
  }
}
