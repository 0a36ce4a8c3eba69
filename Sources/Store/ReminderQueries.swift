public import Database
public import Evaluation

/// A unit was reminded of a filing that it has not sent.
public struct ReminderRecord: Sendable, Identifiable {
  public let id: Int64
  public let filing: Int64
  public let task: Int64
  public let taskTitle: String
  public let unit: BudgetUnit
  public let kind: Reminder
  /// The deadline that it told, ISO 8601.
  public let deadline: String
  /// What somebody wrote; empty for those that are due by the calendar.
  public let message: String
  /// The name of who reminded; nil for the calendar.
  public let name: String?
  /// Unix seconds.
  public let at: Int64
}

extension Query where Output == ReminderRecord {
  static let reminderColumns: SQL = """
    reminder.id, reminder.filing_id, filing.task_id, task.title, unit.code, \(fragment: .unitNameOfFiling), reminder.kind,
      reminder.deadline, reminder.message, person.name, reminder.at
    """
  static let reminderTables: SQL = """
    FROM reminder JOIN filing ON filing.id = reminder.filing_id JOIN task ON task.id = filing.task_id
      JOIN unit ON unit.code = filing.unit_code LEFT JOIN person ON person.id = reminder.person_id
    """
  static func reminder(_ row: inout SQLRow) throws -> ReminderRecord {
    let (id, filing, task, title) = (try row.integer(), try row.integer(), try row.integer(), try row.text())
    return ReminderRecord(
      id: id, filing: filing, task: task, taskTitle: title, unit: try BudgetUnit(stored: &row),
      kind: try row.stored(Reminder.self), deadline: try row.text(), message: try row.text(),
      name: try row.optionalText(), at: try row.integer())
  }
  private static func reminders(_ rest: SQL) -> Query {
    Query("SELECT \(fragment: reminderColumns) \(fragment: reminderTables)" + rest) { row in try reminder(&row) }
  }
  /// Those of some units' filings that are still to be sent, the latest first; what was told of another deadline is
  /// left out.
  public static func openReminders(of units: [UnitCode], limit: Int) -> Query {
    reminders(
      """
       WHERE filing.unit_code IN \(list: units.map(\.description))
        AND filing.stage IN \(list: [Stage.notStarted.rawValue, Stage.drafting.rawValue])
        AND filing.waiver <> 'accepted'
        AND task.phase IN \(list: [TaskPhase.trial.rawValue, TaskPhase.launched.rawValue])
        AND (reminder.kind = \(Reminder.byHand.rawValue)
          OR reminder.deadline = COALESCE(filing.deadline, task.deadline))
      ORDER BY reminder.id DESC LIMIT \(limit)
      """)
  }
  /// The latest first.
  public static func reminders(in task: Int64, limit: Int, offset: Int) -> Query {
    reminders(" WHERE filing.task_id = \(task) ORDER BY reminder.id DESC LIMIT \(limit) OFFSET \(offset)")
  }
}

extension Query where Output == Int64 {
  /// How many there are in all, for `reminders` of the same task.
  public static func reminderCount(in task: Int64) -> Query {
    Query(
      "SELECT count(*) FROM reminder JOIN filing ON filing.id = reminder.filing_id WHERE filing.task_id = \(task)"
    ) { row in try row.integer() }
  }
}

extension Command {
  /// For every filing of a task with this deadline that is still to be sent; once for each kind and deadline.
  public static func insertReminders(
    _ kind: Reminder, in task: Int64, deadline: String, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO reminder (filing_id, kind, mark, deadline, message, at)
      SELECT filing.id, CAST(\(kind.rawValue) AS TEXT), CAST(\("\(kind.rawValue) \(deadline)") AS TEXT),
        CAST(\(deadline) AS TEXT), '', CAST(\(seconds) AS BIGINT)
      FROM filing JOIN task ON task.id = filing.task_id
      WHERE filing.task_id = \(task) AND COALESCE(filing.deadline, task.deadline) = \(deadline)
        AND filing.stage IN \(list: [Stage.notStarted.rawValue, Stage.drafting.rawValue])
        AND filing.waiver <> 'accepted'
      ON CONFLICT DO NOTHING
      """)
  }
  /// By hand; the mark tells apart what may come twice.
  public static func insertReminder(
    of filing: Int64, mark: String, deadline: String, message: String, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO reminder (filing_id, kind, mark, deadline, message, person_id, at)
      VALUES (\(filing), \(Reminder.byHand.rawValue), \(mark), \(deadline), \(message), \(person), \(seconds))
      ON CONFLICT DO NOTHING
      """)
  }
}
