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
      if !asDraft { try database.reading.demandOnlyRunning(task.title, task.year, for: units) }
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

extension ReadTransaction {
  /// Refuses a second task of a name for a unit: it would have two filings and could not tell which is which. Throws
  /// `Invalid` or `DatabaseFault`.
  func demandOnlyRunning(_ title: String, _ year: Int, for units: [BudgetUnit]) throws {
    for task in try ask(Query<EvaluationTask>.tasks(in: [.trial, .launched]))
    where task.title == title && task.year == year {
      guard let unit = try units.first(where: { try first(.filing(of: $0.code, in: task.id)) != nil }) else { continue }
      throw Invalid([
        FieldProblem("title", "\(unit.name)已在填报同名的任务（截止 \(task.deadline)）。请改用其他名称，或者先取消、结束原来的任务。")
      ])
    }
  }
}
