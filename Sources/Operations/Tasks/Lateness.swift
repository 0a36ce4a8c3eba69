public import Database
public import Evaluation
public import Store

extension ReadTransaction {
  /// How a filing stands to its deadline: the task's, or its own after an extension. nil where the deadline is no day.
  /// Throws `DatabaseFault`.
  public func daysLeft(of record: FilingRecord, in task: EvaluationTask, at seconds: Int64) throws -> DaysLeft? {
    record.daysLeft(in: task, today: CivilDay(inChinaAt: seconds), calendar: try workingCalendar())
  }

  /// The working days by which a filing was sent late, or is late by now; 0 in time. Throws `NotFound` or
  /// `DatabaseFault`.
  public func lateWorkingDays(of filing: Int64, at seconds: Int64) throws -> Int {
    guard let record = try first(.filing(filing)), let task = try first(.task(record.task)) else { throw NotFound() }
    switch try daysLeft(of: record, in: task, at: seconds) {
    case .overdue(let days), .sentLate(let days): return days
    case .left, .sentInTime, nil: return 0
    }
  }

  /// From which day on a task's filings are late. Throws `DatabaseFault`.
  public func lateDays(in task: Int64, at seconds: Int64) throws -> LateDays {
    LateDays(
      today: CivilDay(inChinaAt: seconds), deadlines: try ask(.deadlines(in: task)), calendar: try workingCalendar())
  }
}

extension FilingRecord {
  /// ISO 8601.
  public func deadline(in task: EvaluationTask) -> String { standing.ownDeadline ?? task.deadline }

  /// nil where the deadline is no day.
  public func daysLeft(in task: EvaluationTask, today: CivilDay, calendar: WorkingCalendar) -> DaysLeft? {
    CivilDay(deadline(in: task)).map {
      DaysLeft(today: today, sent: standing.sentDay, deadline: $0, in: calendar)
    }
  }
}
