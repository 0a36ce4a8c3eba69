import Database
public import Evaluation

/// Which filings a list shows.
public struct FilingFilter: Sendable, Hashable {
  /// nil for all.
  public var task: Int64?
  /// That its task is of.
  public var year: Int?
  /// nil for all.
  public var unit: UnitCode?
  /// The first three digits.
  public var department: String?
  /// Only of these units.
  public var reach: UnitReach
  /// None stands for all.
  public var stages: [Stage]
  /// Part of a unit's name or code.
  public var text: String
  /// Only of tasks in one of these phases; none stands for all.
  public var phases: [TaskPhase]
  /// Only these filings.
  public var ids: [Int64]?
  /// nil for all.
  public var mark: Mark?

  /// What makes a filing stand out.
  public enum Mark: Sendable, Hashable {
    case returned
    /// Sent or still to be sent after the deadline.
    case late(LateDays)
    case waived, waiverDeclared
    /// Not excused from filing.
    case expected
    /// Somebody wrote one of this kind that nobody has called settled.
    case openNote(ReviewNoteKind)
  }

  public init(
    task: Int64? = nil, year: Int? = nil, unit: UnitCode? = nil, department: String? = nil,
    reach: UnitReach = .everything, stages: [Stage] = [], text: String = "",
    phases: [TaskPhase] = [], ids: [Int64]? = nil, mark: Mark? = nil
  ) {
    self.task = task
    self.year = year
    self.unit = unit
    self.department = department
    self.reach = reach
    self.stages = stages
    self.text = text
    self.phases = phases
    self.ids = ids
    self.mark = mark
  }

  /// The condition speaks of the unit, not of its code alone.
  var asksForNames: Bool { !text.isEmpty }

  var condition: SQL {
    var parts: [SQL] = ["1 = 1"]
    if let task { parts.append("filing.task_id = \(task)") }
    if let year { parts.append("task.year = \(year)") }
    if let unit { parts.append("filing.unit_code = \(unit.description)") }
    if let department {
      parts.append("filing.unit_code >= \(department + "000") AND filing.unit_code <= \(department + "999")")
    }
    if reach != .everything { parts.append("(\(fragment: reach.condition))") }
    if !stages.isEmpty { parts.append("filing.stage IN \(list: stages.map(\.rawValue))") }
    if !text.isEmpty { parts.append(.contains(text, in: .unitNameOfFiling, "unit.code")) }
    if !phases.isEmpty { parts.append("task.phase IN \(list: phases.map(\.rawValue))") }
    if let ids { parts.append("filing.id IN \(list: ids)") }
    switch mark {
    case nil: break
    case .returned: parts.append("filing.is_returned = 1")
    case .late(let days): parts.append("filing.waiver <> 'accepted' AND \(fragment: days.condition)")
    case .waived: parts.append("filing.waiver = 'accepted'")
    case .waiverDeclared: parts.append("filing.waiver = 'declared'")
    case .expected: parts.append("filing.waiver <> 'accepted'")
    case .openNote(let kind):
      parts.append(
        """
        EXISTS (SELECT 1 FROM review_note WHERE review_note.filing_id = filing.id
          AND review_note.kind = \(kind.rawValue) AND review_note.answers IS NULL AND review_note.settled_at IS NULL)
        """)
    }
    return parts.joined(by: " AND ")
  }

  /// True of what any of the filters lets through; of nothing where there is none.
  static func condition(anyOf filters: [FilingFilter]) -> SQL {
    guard !filters.isEmpty else { return "1 = 0" }
    return filters.map { filter -> SQL in "(\(fragment: filter.condition))" }.joined(by: " OR ")
  }
}

/// From which day on a filing is late, for each of the deadlines that a task's filings have.
///
/// Working days are counted outside of the database; what it compares are day numbers.
public struct LateDays: Sendable, Hashable {
  /// In China.
  public let today: CivilDay
  /// By deadline, ISO 8601.
  public let firstLateDays: [String: CivilDay]

  /// A deadline that is no day is left out: nothing is late by it.
  public init(today: CivilDay, deadlines: [String], calendar: WorkingCalendar) {
    self.today = today
    firstLateDays = Dictionary(
      deadlines.compactMap { text in CivilDay(text).map { (text, calendar.firstLateDay(after: $0)) } },
      uniquingKeysWith: { first, _ in first })
  }

  var condition: SQL {
    let parts: [SQL] = firstLateDays.sorted { $0.key < $1.key }.map { deadline, day in
      """
      (COALESCE(filing.deadline, task.deadline) = \(deadline)
        AND COALESCE(filing.sent_day, \(today.number)) >= \(day.number))
      """
    }
    guard !parts.isEmpty else { return "1 = 0" }
    return "(\(fragment: parts.joined(by: " OR ")))"
  }
}

/// In what order a list stands; units by their codes where all else is the same.
public struct FilingOrder: Sendable, Hashable {
  /// What it is ordered by first.
  public enum Column: String, Sendable, CaseIterable {
    /// The latest task first, in it by unit.
    case task
    case unit, stage, since, deadline, score, errors, unexplained, updated
  }
  /// Before unit codes and ids.
  public var column: Column
  public var isDescending: Bool
  public init(_ column: Column, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }

  var sql: SQL {
    let key: SQL =
      switch column {
      case .task: "-filing.task_id"
      case .unit: "filing.unit_code"
      case .stage:
        """
        CASE filing.stage WHEN 'notStarted' THEN 0 WHEN 'drafting' THEN 1 WHEN 'unitReview' THEN 2
          WHEN 'departmentReview' THEN 3 WHEN 'financeReview' THEN 4 ELSE 5 END
        """
      case .since: "filing.stage_since"
      case .deadline: "COALESCE(filing.deadline, task.deadline)"
      // A number kept as text: behind how many digits it has before its point, it sorts as a number.
      case .score:
        """
        (CASE WHEN filing.score = '' THEN '0'
          WHEN filing.score LIKE '___.%' OR filing.score LIKE '___' AND filing.score NOT LIKE '%.%' THEN '3'
          WHEN filing.score LIKE '__.%' OR filing.score LIKE '__' THEN '2' ELSE '1' END || filing.score)
        """
      case .errors: "filing.errors"
      case .unexplained: "filing.unexplained"
      case .updated: "filing.updated_at"
      }
    let direction: SQL = isDescending ? " DESC" : ""
    return key + direction + (column == .unit ? ", filing.id" : ", filing.unit_code, filing.id")
  }
}
