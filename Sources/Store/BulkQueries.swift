public import Database
import Evaluation

/// What is done to many filings at once.
public enum BulkAction: String, Sendable, CaseIterable {
  case approve, `return`, remind, extend, pack

  /// In Chinese, as pages call it.
  public var title: String {
    switch self {
    case .approve: "审核通过"
    case .return: "退回"
    case .remind: "催报"
    case .extend: "延期"
    case .pack: "打包"
    }
  }
  /// Whether a reason must be typed before it is carried out.
  public var needsReason: Bool { self == .return || self == .extend }
  /// Changes nothing, takes long, and goes on without the person who asked.
  public var isInBackground: Bool { self == .pack }
}

/// One act on many filings: chosen and confirmed by a person, carried out item by item.
public struct BulkRun: Sendable, Identifiable {
  public let id: Int64
  /// Stands in the address of its page, so that nobody can guess it: 32 hexadecimal digits.
  public let token: String
  /// nil where the filings are of several tasks.
  public let task: Int64?
  public let action: BulkAction
  /// The new deadline, ISO 8601; empty for other acts.
  public let day: String
  /// Why, or what to tell the units; empty where nothing was typed.
  public let reason: String
  /// Who chose and confirms it.
  public let person: Int64
  /// Unix seconds.
  public let at: Int64
  /// nil while nobody confirmed it.
  public let startedAt: Int64?
}

/// One filing of a run and what came of it.
public struct BulkItem: Sendable {
  /// How far an item is.
  public enum Outcome: String, Sendable, CaseIterable {
    case pending, done, refused
    /// In Chinese, as the page of the run shows it.
    public var title: String {
      switch self {
      case .pending: "待办理"
      case .done: "已办理"
      case .refused: "未办理"
      }
    }
  }
  public let filing: Int64
  public let unit: BudgetUnit
  /// The filing's version when it was chosen.
  public let version: Int64
  public let outcome: Outcome
  /// Why it was refused, or where it went.
  public let message: String
}

extension Query where Output == BulkRun {
  private static func runs(_ rest: SQL) -> Query {
    Query("SELECT id, token, task_id, action, day, reason, person_id, at, started_at FROM bulk_run " + rest) { row in
      BulkRun(
        id: try row.integer(), token: try row.text(), task: try row.optionalInteger(),
        action: try row.stored(BulkAction.self), day: try row.text(), reason: try row.text(),
        person: try row.integer(), at: try row.integer(), startedAt: try row.optionalInteger())
    }
  }

  /// By its token.
  public static func run(_ token: String) -> Query { runs("WHERE token = \(token)") }

  /// Confirmed background runs with something left to do, the oldest first.
  public static let runsToPack = runs(
    """
    WHERE action = 'pack' AND started_at IS NOT NULL AND EXISTS (SELECT 1 FROM bulk_item
      WHERE bulk_item.run_id = bulk_run.id AND bulk_item.outcome = 'pending')
    ORDER BY started_at LIMIT 20
    """)
}

extension Query where Output == BulkItem {
  private static func items(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT bulk_item.filing_id, unit.code, \(fragment: .unitNameOfFiling), bulk_item.version, bulk_item.outcome, bulk_item.message
      FROM bulk_item JOIN filing ON filing.id = bulk_item.filing_id JOIN unit ON unit.code = filing.unit_code
      """
    return Query(columns + rest) { row in
      BulkItem(
        filing: try row.integer(), unit: try BudgetUnit(stored: &row), version: try row.integer(),
        outcome: try row.stored(BulkItem.Outcome.self), message: try row.text())
    }
  }
  /// What is still to be done of a run.
  public static func pendingItems(of run: Int64, limit: Int) -> Query {
    items(
      """
       WHERE bulk_item.run_id = \(run) AND bulk_item.outcome = \(BulkItem.Outcome.pending.rawValue)
      ORDER BY bulk_item.filing_id LIMIT \(limit)
      """)
  }
  /// Those that were refused first, each part by unit code.
  public static func items(of run: Int64, limit: Int, offset: Int) -> Query {
    items(
      """
       WHERE bulk_item.run_id = \(run)
      ORDER BY CASE bulk_item.outcome WHEN 'refused' THEN 0 WHEN 'pending' THEN 1 ELSE 2 END, filing.unit_code,
        filing.id LIMIT \(limit) OFFSET \(offset)
      """)
  }
}

extension Query where Output == (BulkItem.Outcome, Int64) {
  /// How many items there are of each outcome; one that no item has is left out.
  public static func outcomes(of run: Int64) -> Query {
    Query("SELECT outcome, count(*) FROM bulk_item WHERE run_id = \(run) GROUP BY outcome") { row in
      (try row.stored(BulkItem.Outcome.self), try row.integer())
    }
  }
}

extension Command {
  /// Not confirmed yet, without items. `task` is nil where the filings are of several.
  public static func insertRun(
    _ token: String, _ action: BulkAction, task: Int64?, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO bulk_run (token, task_id, action, day, reason, person_id, at)
      VALUES (\(token), \(task), \(action.rawValue), '', '', \(person), \(seconds))
      """)
  }
  /// Chooses what any of the filters lets through, as it stands now.
  public static func insertItems(of run: Int64, anyOf filters: [FilingFilter]) -> Command {
    Command(
      """
      INSERT INTO bulk_item (run_id, filing_id, version, outcome, message)
      SELECT CAST(\(run) AS BIGINT), filing.id, filing.version, 'pending', ''
      FROM filing JOIN unit ON unit.code = filing.unit_code JOIN task ON task.id = filing.task_id
      WHERE \(fragment: FilingFilter.condition(anyOf: filters))
      """)
  }
  /// Matches no row where it was confirmed before.
  public static func startRun(_ run: Int64, day: String, reason: String, at seconds: Int64) -> Command {
    Command(
      """
      UPDATE bulk_run SET started_at = \(seconds), day = \(day), reason = \(reason)
      WHERE id = \(run) AND started_at IS NULL
      """)
  }
  /// Matches no row where the item was settled before.
  public static func settleItem(
    of run: Int64, filing: Int64, _ outcome: BulkItem.Outcome, message: String
  ) -> Command {
    Command(
      """
      UPDATE bulk_item SET outcome = \(outcome.rawValue), message = \(message)
      WHERE run_id = \(run) AND filing_id = \(filing) AND outcome = 'pending'
      """)
  }
  /// Chosen and never confirmed.
  public static func deleteUnstartedItems(before seconds: Int64) -> Command {
    Command(
      """
      DELETE FROM bulk_item WHERE run_id IN
        (SELECT id FROM bulk_run WHERE started_at IS NULL AND at < \(seconds))
      """)
  }
  /// Their items must have gone before: see `deleteUnstartedItems`.
  public static func deleteUnstartedRuns(before seconds: Int64) -> Command {
    Command("DELETE FROM bulk_run WHERE started_at IS NULL AND at < \(seconds)")
  }
}
