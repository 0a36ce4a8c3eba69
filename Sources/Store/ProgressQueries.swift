public import Database
public import Evaluation

/// How many filings stand where.
public struct FilingTally: Sendable, Hashable {
  /// All that are expected: without those excused.
  public let expected: Int
  /// Of those expected, how many stand in each; every stage is there.
  public let stages: [Stage: Int]
  /// Of those expected: the last move was a return, or opened it again.
  public let returned: Int
  /// Sent or still to be sent after the deadline.
  public let late: Int
  /// Sent for review, in time or late.
  public let sent: Int
  /// Of those sent.
  public let sentInTime: Int
  /// Excused from filing.
  public let waived: Int
  /// Waiting for an answer; counted among those expected.
  public let waiverDeclared: Int

  /// Of those expected, not sent yet, or back to be corrected.
  public var missing: Int { (stages[.notStarted] ?? 0) + (stages[.drafting] ?? 0) }
}

extension FilingTally {
  /// What is counted, in the order in which a row tells it.
  fileprivate static func counts(late: LateDays) -> SQL {
    let expected: SQL = "filing.waiver <> 'accepted'"
    let counts: [SQL] =
      ["count(CASE WHEN \(fragment: expected) THEN 1 END)"]
      + Stage.allCases.map { stage -> SQL in
        "count(CASE WHEN \(fragment: expected) AND filing.stage = \(stage.rawValue) THEN 1 END)"
      } + [
        "count(CASE WHEN \(fragment: expected) AND filing.is_returned = 1 THEN 1 END)",
        "count(CASE WHEN \(fragment: expected) AND \(fragment: late.condition) THEN 1 END)",
        "count(CASE WHEN \(fragment: expected) AND filing.sent_day IS NOT NULL THEN 1 END)",
        """
        count(CASE WHEN \(fragment: expected) AND filing.sent_day IS NOT NULL AND NOT \(fragment: late.condition)
          THEN 1 END)
        """,
        "count(CASE WHEN filing.waiver = 'accepted' THEN 1 END)",
        "count(CASE WHEN filing.waiver = 'declared' THEN 1 END)",
      ]
    return counts.joined(by: ", ")
  }

  fileprivate init(_ row: inout SQLRow) throws {
    let expected = Int(try row.integer())
    var stages: [Stage: Int] = [:]
    for stage in Stage.allCases { stages[stage] = Int(try row.integer()) }
    self.init(
      expected: expected, stages: stages, returned: Int(try row.integer()), late: Int(try row.integer()),
      sent: Int(try row.integer()), sentInTime: Int(try row.integer()), waived: Int(try row.integer()),
      waiverDeclared: Int(try row.integer()))
  }

  fileprivate static let source: SQL =
    "FROM filing JOIN unit ON unit.code = filing.unit_code JOIN task ON task.id = filing.task_id"
}

extension Query where Output == FilingTally {
  /// One pass over what the filter lets through.
  public static func tally(_ filter: FilingFilter, late: LateDays) -> Query {
    Query(
      """
      SELECT \(fragment: FilingTally.counts(late: late)) \(fragment: FilingTally.source)
      WHERE \(fragment: filter.condition)
      """
    ) { row in try FilingTally(&row) }
  }
}

extension Query where Output == (department: String, tally: FilingTally) {
  /// The same for each department, by its three digits.
  public static func tallies(_ filter: FilingFilter, late: LateDays) -> Query {
    Query(
      """
      SELECT substr(filing.unit_code, 1, 3) AS part, \(fragment: FilingTally.counts(late: late))
        \(fragment: FilingTally.source)
      WHERE \(fragment: filter.condition) GROUP BY part ORDER BY part
      """
    ) { row in
      let department = try row.text()
      return (department, try FilingTally(&row))
    }
  }
}

extension Query where Output == String {
  /// The deadlines that a task's filings have, ISO 8601: its own and those of extensions.
  public static func deadlines(in task: Int64) -> Query {
    Query(
      """
      SELECT deadline FROM task WHERE id = \(task)
      UNION SELECT deadline FROM filing WHERE task_id = \(task) AND deadline IS NOT NULL
      """
    ) { row in try row.text() }
  }
  /// The names of a task's units whose filing was sent for review at any time, by code.
  public static func unitsSent(in task: Int64) -> Query {
    Query(
      """
      SELECT \(fragment: .unitNameOfFiling) FROM filing JOIN unit ON unit.code = filing.unit_code
      WHERE filing.task_id = \(task) AND (filing.sent_day IS NOT NULL
        OR filing.stage NOT IN \(list: [Stage.notStarted.rawValue, Stage.drafting.rawValue]))
      ORDER BY unit.code
      """
    ) { row in try row.text() }
  }
}
