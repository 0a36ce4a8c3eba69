public import Database
import Evaluation
import Store

/// Creates the yearly task: as a draft, or with a filing for every unit it is for.
public struct LaunchTask: Sendable {
  let engine: any Engine
  let policies: PolicyShelf
  public init(engine: any Engine, policies: PolicyShelf) {
    self.engine = engine
    self.policies = policies
  }

  /// The task's id. Throws `Invalid` or `DatabaseFault`.
  /// - Parameter asDraft: nothing reaches the units yet.
  public func callAsFunction(
    _ entry: Entry, asDraft: Bool = false, by person: Int64, at seconds: Int64
  ) async throws -> Int64 {
    let known = try await engine.read { [policies] database in try policies.newest(in: database).map(\.id) }
    let task = try CheckedTask(entry, known: Set(known))
    return try await engine.write { database in
      let units = try database.units(in: task.scope, for: task.year)
      let id = try database.insert(
        .insertTask(
          title: task.title, year: task.year, noticeTitle: task.noticeTitle, noticeNumber: task.noticeNumber,
          policies: task.policies, deadline: task.deadline, phase: asDraft ? .draft : .launched, scope: task.scope,
          at: seconds, by: person))
      try database.tell(.insertEvent(.created, of: id, by: person, at: seconds))
      if !asDraft {
        try database.holdTask(id, underNewest: task.policies)
        let added = try database.addFilings(of: units, to: id, at: seconds)
        try database.tell(.insertEvent(.launched, of: id, detail: added.words, by: person, at: seconds))
      }
      return id
    }
  }
}
