public import Database
import Evaluation
import Store

/// Reminds units of what they have not sent: by the calendar, or by hand.
public struct RemindUnits: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Notes every reminder that is due by the calendar; what was noted before is left. Answers how many were new.
  /// Throws `DatabaseFault`.
  @discardableResult
  public func byCalendar(at seconds: Int64) async throws -> Int {
    let today = CivilDay(inChinaAt: seconds)
    let (calendar, tasks) = try await engine.read { database in
      let tasks = try database.ask(Query<EvaluationTask>.tasks(in: [.launched])).map { task in
        (task: task.id, deadlines: try database.ask(.deadlines(in: task.id)))
      }
      return (try database.workingCalendar(), tasks)
    }
    var count = 0
    for (task, deadlines) in tasks {
      for deadline in deadlines {
        guard let day = CivilDay(deadline), let kind = Reminder.due(on: today, deadline: day, in: calendar) else {
          continue
        }
        count += try await engine.write {
          try $0.tell(.insertReminders(kind, in: task, deadline: deadline, at: seconds))
        }
      }
    }
    return count
  }
}

extension WriteTransaction {
  /// By hand, from the bureau or the lead unit. Throws before anything is written: `Forbidden`, `NotFound`, `Refused`.
  func remind(
    _ record: FilingRecord, in task: EvaluationTask, mark: String, message: String, by person: Person,
    at seconds: Int64
  ) throws {
    guard person.canSee(record, in: task) else { throw NotFound() }
    let roles = person.posts.roles(towards: record.unit.code)
    guard !roles.isDisjoint(with: [.finance, .department]) else { throw Forbidden("只有主管部门和财政部门可以催报。") }
    if task.isClosed { throw Refused([.taskClosed]) }
    if record.standing.waiver == .accepted { throw Refused([.notApplicable]) }
    guard [.notStarted, .drafting].contains(record.stage) else { throw Refused([.wrongStage(record.stage)]) }
    try tell(
      .insertReminder(
        of: record.id, mark: mark, deadline: record.deadline(in: task), message: message, by: person.id, at: seconds))
  }
}
