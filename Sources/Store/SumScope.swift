import Database
public import Evaluation

/// Which filings are summed.
public struct SumScope: Sendable, Hashable {
  /// Filings of these tasks. Where a unit has filings of several tasks of one year, the latest counts.
  public var tasks: [EvaluationTask]
  /// First three digits; nil for all.
  public var department: String?
  /// nil for all.
  public var unit: UnitCode?
  public var units: Units
  /// Only what is done, or everything that was begun.
  public var isDoneOnly: Bool
  /// Some filings are excused and must be left out; false spares a look at every row where there are none.
  public var hasExcused: Bool

  /// Whether a department's lead unit, its subordinate units or both are taken in.
  public enum Units: String, Sendable, CaseIterable {
    case all, lead, subordinate
  }

  /// Every filing of these tasks that was begun, where nothing else is said.
  public init(
    tasks: [EvaluationTask], department: String? = nil, unit: UnitCode? = nil, units: Units = .all,
    isDoneOnly: Bool = false, hasExcused: Bool = true
  ) {
    self.tasks = tasks
    self.department = department
    self.unit = unit
    self.units = units
    self.isDoneOnly = isDoneOnly
    self.hasExcused = hasExcused
  }

  /// By the ids of the tasks, and all else.
  public static func == (a: SumScope, b: SumScope) -> Bool {
    a.tasks.map(\.id) == b.tasks.map(\.id) && a.department == b.department && a.unit == b.unit && a.units == b.units
      && a.isDoneOnly == b.isDoneOnly && a.hasExcused == b.hasExcused
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(tasks.map(\.id)) }

  /// Holds for rows of a table, called `entry` in the statement, with filing, task and unit.
  var condition: SQL {
    let ids = tasks.map(\.id)
    var parts: [SQL] = ["entry.task_id IN \(list: ids)"]
    if hasExcused { parts.append("+entry.filing_id NOT IN (SELECT id FROM filing WHERE waiver = 'accepted')") }
    if let department {
      parts.append("entry.unit_code >= \(department + "000") AND entry.unit_code <= \(department + "999")")
    }
    if let unit { parts.append("entry.unit_code = \(unit.description)") }
    switch units {
    case .all: break
    case .lead: parts.append("substr(entry.unit_code, 4, 3) = '001'")
    case .subordinate: parts.append("substr(entry.unit_code, 4, 3) <> '001'")
    }
    // The sign keeps SQLite from going through filings and looking for the figures of each.
    if isDoneOnly { parts.append("+entry.filing_id IN (SELECT id FROM filing WHERE stage = 'done')") }
    if hasDoubleYears { parts.append("+entry.filing_id NOT IN (\(fragment: Self.superseded(ids)))") }
    return parts.joined(by: " AND ")
  }

  /// Two tasks of one year may have filings of one unit.
  private var hasDoubleYears: Bool { Set(tasks.map(\.year)).count < tasks.count }

  private static func superseded(_ tasks: [Int64]) -> SQL {
    """
    SELECT older.filing_id FROM extract AS older JOIN task AS older_task ON older_task.id = older.task_id
      JOIN extract AS later ON later.unit_code = older.unit_code AND later.filing_id > older.filing_id
      JOIN task AS later_task ON later_task.id = later.task_id AND later_task.year = older_task.year
    WHERE older.task_id IN \(list: tasks) AND later.task_id IN \(list: tasks)
    """
  }
}
