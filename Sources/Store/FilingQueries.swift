public import Database
public import Evaluation

/// A filing as lists show it.
public struct FilingRecord: Sendable, Identifiable {
  public let id: Int64
  public let task: Int64
  public let unit: BudgetUnit
  public let stage: Stage
  /// Grows with every change; the number of the last history entry.
  public let version: Int64
  /// The hash that the last history entry ended with.
  public let chain: String
  /// Who made the last move; nil before the first.
  public let sender: Int64?
  /// Whoever acts next has looked at it since the last move: it cannot be taken back any more.
  public let isOpened: Bool
  /// Findings that block sending. Counted at every move, otherwise a moment behind the saves.
  public let errors: Int
  /// Warnings that nobody explained yet, counted likewise.
  public let unexplained: Int
  /// The total as shown; empty where there is none yet.
  public let score: String
  /// Unix seconds.
  public let updatedAt: Int64
  public let standing: FilingStanding
  /// The greatest number of a project that was removed; 0 where none was.
  public let lastProjectGone: Int

  public init(
    id: Int64, task: Int64, unit: BudgetUnit, stage: Stage, version: Int64, chain: String, sender: Int64?,
    isOpened: Bool, errors: Int, unexplained: Int, score: String, updatedAt: Int64,
    standing: FilingStanding = FilingStanding(), lastProjectGone: Int = 0
  ) {
    self.id = id
    self.task = task
    self.unit = unit
    self.stage = stage
    self.version = version
    self.chain = chain
    self.sender = sender
    self.isOpened = isOpened
    self.errors = errors
    self.unexplained = unexplained
    self.score = score
    self.updatedAt = updatedAt
    self.standing = standing
    self.lastProjectGone = lastProjectGone
  }
}

/// Since when a filing is where it is, and what its deadline is measured by.
public struct FilingStanding: Sendable, Hashable {
  /// ISO 8601; nil where the task's deadline holds.
  public var ownDeadline: String?
  /// Unix seconds of the last move; 0 before the first.
  public var since: Int64
  /// The day in China on which it was first sent for review; nil while it was not, or was taken back at once.
  public var sentDay: CivilDay?
  /// The last move was a return, or opened it again.
  public var isReturned: Bool
  /// Whether the task applies to the unit, as far as that was asked.
  public var waiver: Waiver
  /// Why the task does not apply, in the unit's words.
  public var waiverReason: String
  /// A sample was drawn that it is in.
  public var isSampled: Bool
  /// The version with which it was last opened again after it was done; nil where it never was.
  public var reopenedVersion: Int64?
  public init(
    ownDeadline: String? = nil, since: Int64 = 0, sentDay: CivilDay? = nil, isReturned: Bool = false,
    waiver: Waiver = .none, waiverReason: String = "", isSampled: Bool = false,
    reopenedVersion: Int64? = nil
  ) {
    self.ownDeadline = ownDeadline
    self.since = since
    self.sentDay = sentDay
    self.isReturned = isReturned
    self.waiver = waiver
    self.waiverReason = waiverReason
    self.isSampled = isSampled
    self.reopenedVersion = reopenedVersion
  }
}

extension Query where Output == FilingRecord {
  private static func filings(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT filing.id, filing.task_id, unit.code, \(fragment: .unitNameOfFiling), filing.stage,
        filing.version, filing.chain, filing.sender,
        filing.is_opened, filing.errors, filing.unexplained, filing.score, filing.updated_at, filing.deadline,
        filing.stage_since, filing.sent_day, filing.is_returned, filing.waiver, filing.waiver_reason,
        filing.is_sampled, filing.reopened_version, filing.last_project_gone
      FROM filing JOIN unit ON unit.code = filing.unit_code JOIN task ON task.id = filing.task_id
      """
    return Query(columns + rest) { row in
      let id = try row.integer()
      let task = try row.integer()
      return FilingRecord(
        id: id, task: task, unit: try BudgetUnit(stored: &row), stage: try row.stored(Stage.self),
        version: try row.integer(), chain: try row.text(), sender: try row.optionalInteger(),
        isOpened: try row.boolean(), errors: Int(try row.integer()), unexplained: Int(try row.integer()),
        score: try row.text(), updatedAt: try row.integer(), standing: try standing(&row),
        lastProjectGone: Int(try row.integer()))
    }
  }
  private static func standing(_ row: inout SQLRow) throws -> FilingStanding {
    FilingStanding(
      ownDeadline: try row.optionalText(), since: try row.integer(),
      sentDay: try row.optionalInteger().map { CivilDay(number: Int($0)) }, isReturned: try row.boolean(),
      waiver: try row.stored(Waiver.self), waiverReason: try row.text(), isSampled: try row.boolean(),
      reopenedVersion: try row.optionalInteger())
  }
  /// One at most.
  public static func filing(_ id: Int64) -> Query { filings(" WHERE filing.id = \(id)") }
  /// One at most: a unit has one filing in a task.
  public static func filing(of unit: UnitCode, in task: Int64) -> Query {
    filings(" WHERE filing.unit_code = \(unit.description) AND filing.task_id = \(task)")
  }
  /// A unit's filing of a year, as its people see it: none of a draft or of what was cancelled; where a year has
  /// several, the latest task's.
  public static func filing(of unit: UnitCode, year: Int) -> Query {
    filings(FilingFilter(year: year, unit: unit, phases: TaskPhase.allCases.filter(\.isShownToUnits)), limit: 1)
  }
  /// The same unit's filing of the latest year before; where a year has several, the latest task's.
  public static func filing(of unit: UnitCode, before year: Int) -> Query {
    filings(
      """
       WHERE filing.unit_code = \(unit.description) AND task.year < \(year) ORDER BY task.year DESC, task.id DESC LIMIT 1
      """)
  }
  /// The filings of a year of all the units that became this one, whole or in part, by unit code.
  public static func filings(ofPredecessorsOf unit: UnitCode, year: Int) -> Query {
    filings(
      """
       WHERE task.year = \(year) AND filing.unit_code IN (
        WITH RECURSIVE earlier(code) AS (
          SELECT unit_code FROM unit_succession WHERE successor_code = \(unit.description)
          UNION SELECT unit_succession.unit_code FROM unit_succession
            JOIN earlier ON unit_succession.successor_code = earlier.code
        ) SELECT code FROM earlier)
      ORDER BY filing.unit_code, filing.id DESC
      """)
  }
  /// The latest task's first, each by unit code.
  public static func filings(_ filter: FilingFilter, limit: Int, offset: Int = 0) -> Query {
    filings(
      " WHERE \(fragment: filter.condition) ORDER BY filing.task_id DESC, filing.unit_code LIMIT \(limit) OFFSET \(offset)"
    )
  }
  /// What any of the filters lets through behind `id`, in the order of the ids.
  public static func filings(anyOf filters: [FilingFilter], after id: Int64, limit: Int) -> Query {
    filings(
      """
       WHERE filing.id > \(id) AND (\(fragment: FilingFilter.condition(anyOf: filters)))
      ORDER BY filing.id LIMIT \(limit)
      """)
  }
  /// What any of the filters lets through, each filing once.
  public static func filings(
    anyOf filters: [FilingFilter], by order: FilingOrder = FilingOrder(.unit), limit: Int, offset: Int = 0
  ) -> Query {
    filings(
      " WHERE \(fragment: FilingFilter.condition(anyOf: filters)) ORDER BY \(fragment: order.sql) LIMIT \(limit) OFFSET \(offset)"
    )
  }
}

extension Query where Output == Int64 {
  /// How many it lets through.
  public static func filingCount(_ filter: FilingFilter) -> Query { filingCount(anyOf: [filter]) }
  /// How many any of the filters lets through.
  public static func filingCount(anyOf filters: [FilingFilter]) -> Query {
    // Without the units an index answers most counts.
    let units: SQL = filters.contains { $0.asksForNames } ? " JOIN unit ON unit.code = filing.unit_code" : ""
    return Query(
      """
      SELECT count(*) FROM filing\(fragment: units) JOIN task ON task.id = filing.task_id
      WHERE \(fragment: FilingFilter.condition(anyOf: filters))
      """
    ) { row in try row.integer() }
  }
  /// Only whether the filing changed, for whoever holds a copy.
  public static func filingVersion(_ id: Int64) -> Query {
    Query("SELECT version FROM filing WHERE id = \(id)") { row in try row.integer() }
  }
}

extension Query where Output == Sheet {
  /// In the filing's order.
  public static func sheets(of filing: Int64) -> Query {
    Query("SELECT id, form, content FROM sheet WHERE filing_id = \(filing) ORDER BY position") { row in
      let id = try row.text()
      let form = try row.text()
      return try Sheet(id: id, form: form, storedContent: try row.text())
    }
  }
}

extension Query where Output == Sheet {
  /// Other sheets made to a form, of one department's units or of all, the latest years first. Chosen by the index
  /// alone, so that only the content of those that are wanted is read.
  public static func sheets(madeTo form: String, department: String?, besides filing: Int64, limit: Int) -> Query {
    let units: SQL = department.map { "AND filing.unit_code LIKE \($0 + "%")" } ?? ""
    return Query(
      """
      SELECT sheet.id, sheet.form, sheet.content
      FROM (
        SELECT sheet.filing_id, sheet.id, sheet.position, task.year
        FROM sheet JOIN filing ON filing.id = sheet.filing_id JOIN task ON task.id = filing.task_id
        WHERE sheet.form = \(form) AND filing.id <> \(filing) \(fragment: units)
        ORDER BY task.year DESC, filing.id, sheet.position LIMIT \(limit)
      ) AS chosen JOIN sheet ON sheet.filing_id = chosen.filing_id AND sheet.id = chosen.id
      ORDER BY chosen.year DESC, chosen.filing_id, chosen.position
      """
    ) { row in
      let id = try row.text()
      let form = try row.text()
      return try Sheet(id: id, form: form, storedContent: try row.text())
    }
  }
}

extension Query where Output == String {
  /// The names of a department's subordinate units whose filing is not done.
  public static func unfinishedSubordinates(of lead: UnitCode, in task: Int64) -> Query {
    Query(
      """
      SELECT \(fragment: .unitNameOfFiling) FROM filing JOIN unit ON unit.code = filing.unit_code
      WHERE filing.task_id = \(task) AND filing.unit_code LIKE \(lead.department + "%")
        AND filing.unit_code <> \(lead.description) AND filing.stage <> \(Stage.done.rawValue)
        AND filing.waiver <> 'accepted'
      ORDER BY unit.code
      """
    ) { row in try row.text() }
  }
}

extension Command {
  /// Blank, not started, at version 0.
  public static func insertFiling(task: Int64, unit: UnitCode, at seconds: Int64) -> Command {
    Command(
      """
      INSERT INTO filing (task_id, unit_code, stage, version, chain, is_opened, errors, unexplained, score, updated_at,
        stage_since)
      VALUES (\(task), \(unit.description), \(Stage.notStarted.rawValue), \(0), \(""), \(false), \(0), \(0), \(""),
        \(seconds), \(seconds))
      """)
  }
  /// Matches no row when somebody else was first: the caller compares the number of changed rows with 1.
  public static func advanceFiling(
    _ id: Int64, from version: Int64, to next: Int64, chain: String, score: String, at seconds: Int64,
    while phase: TaskPhase, _ waiver: Waiver
  ) -> Command {
    Command(
      """
      UPDATE filing SET version = \(next), chain = \(chain), score = \(score), updated_at = \(seconds)
      WHERE id = \(id) AND version = \(version) AND waiver = \(waiver.rawValue)
        AND (SELECT phase FROM task WHERE task.id = filing.task_id) = \(phase.rawValue)
      """)
  }
  /// What the checks found in the content that is stored.
  public static func setFindingCounts(errors: Int, unexplained: Int, of id: Int64) -> Command {
    Command("UPDATE filing SET errors = \(errors), unexplained = \(unexplained) WHERE id = \(id)")
  }
  /// Also notes who moved it, and that whoever acts next has not looked at it yet.
  public static func setStage(_ stage: Stage, sender: Int64?, of id: Int64) -> Command {
    Command(
      "UPDATE filing SET stage = \(stage.rawValue), sender = \(sender), is_opened = \(false) WHERE id = \(id)")
  }
  /// When it came into its stage, when it was first sent, whether it came back, and when it was opened again.
  public static func setStanding(_ standing: FilingStanding, of id: Int64) -> Command {
    Command(
      """
      UPDATE filing SET stage_since = \(standing.since), sent_day = \(standing.sentDay?.number),
        is_returned = \(standing.isReturned), reopened_version = \(standing.reopenedVersion)
      WHERE id = \(id)
      """)
  }
  /// ISO 8601.
  public static func setDeadline(_ deadline: String, of id: Int64) -> Command {
    Command("UPDATE filing SET deadline = \(deadline) WHERE id = \(id)")
  }
  /// `reason` is in the unit's words; it stays through the answer.
  public static func setWaiver(_ waiver: Waiver, reason: String, of id: Int64) -> Command {
    Command("UPDATE filing SET waiver = \(waiver.rawValue), waiver_reason = \(reason) WHERE id = \(id)")
  }
  /// The one due to act next has looked at it.
  public static func markOpened(_ id: Int64) -> Command {
    Command("UPDATE filing SET is_opened = \(true) WHERE id = \(id)")
  }
  /// In place of the sheet with the same id, if there is one. `position` counts from 0.
  public static func putSheet(_ sheet: Sheet, position: Int, of filing: Int64) -> Command {
    Command(
      """
      INSERT INTO sheet (filing_id, id, form, position, content)
      VALUES (\(filing), \(sheet.id), \(sheet.form), \(position), \(sheet.storedContent))
      ON CONFLICT (filing_id, id) DO UPDATE SET content = excluded.content, position = excluded.position
      """)
  }
  /// The number of a removed project, greater than that of any removed before.
  public static func setLastProjectGone(_ number: Int, of id: Int64) -> Command {
    Command("UPDATE filing SET last_project_gone = \(number) WHERE id = \(id)")
  }
  /// By the sheet's id.
  public static func deleteSheet(_ sheet: String, of filing: Int64) -> Command {
    Command("DELETE FROM sheet WHERE filing_id = \(filing) AND id = \(sheet)")
  }
}
