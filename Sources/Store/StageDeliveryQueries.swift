public import Database
import Evaluation

/// A move of a filing on its way to another system.
public struct StageDelivery: Sendable {
  public let filing: Int64
  /// The filing's version that the move led to; with the filing it names the move for ever.
  public let version: Int64
  /// How often it was tried.
  public let attempts: Int
  public let unit: BudgetUnit
  public let task: Int64
  public let taskTitle: String
  /// The move as the history tells it.
  public let entry: HistoryEntry
}

extension Query where Output == StageDelivery {
  /// What should be tried now, the longest due first.
  public static func dueStageDeliveries(at seconds: Int64, limit: Int) -> Query {
    Query(
      """
      SELECT stage_delivery.filing_id, stage_delivery.version, stage_delivery.attempts, unit.code,
        \(fragment: .unitNameOfFiling), task.id, task.title, history.kind, history.detail, history.person_id, history.principal_id, history.at,
        history.chain
      FROM stage_delivery JOIN filing ON filing.id = stage_delivery.filing_id
        JOIN unit ON unit.code = filing.unit_code JOIN task ON task.id = filing.task_id
        JOIN history ON history.filing_id = filing.id AND history.version = stage_delivery.version
      WHERE stage_delivery.next_at <= \(seconds)
      ORDER BY stage_delivery.next_at, stage_delivery.filing_id, stage_delivery.version LIMIT \(limit)
      """
    ) { row in
      let (filing, version, attempts) = (try row.integer(), try row.integer(), Int(try row.integer()))
      let unit = try BudgetUnit(stored: &row)
      let (task, title) = (try row.integer(), try row.text())
      let kind = try row.stored(HistoryDetail.Kind.self)
      let stored = try row.text()
      let entry = HistoryEntry(
        version: version, detail: try HistoryDetail(kind: kind, stored: stored), person: try row.integer(),
        principal: try row.optionalInteger(), at: try row.integer(), storedDetail: stored, chain: try row.text())
      return StageDelivery(
        filing: filing, version: version, attempts: attempts, unit: unit, task: task, taskTitle: title, entry: entry)
    }
  }
}

extension Command {
  /// For every move of the last while that is on no way yet; what is only tried is nobody's business. Looks at the
  /// filings first, of which few moved: `CROSS JOIN` keeps SQLite from going through all histories.
  public static func insertStageDeliveries(since seconds: Int64, at now: Int64) -> Command {
    Command(
      """
      INSERT INTO stage_delivery (filing_id, version, next_at)
      SELECT filing.id, history.version, CAST(\(now) AS BIGINT)
      FROM filing CROSS JOIN history JOIN task ON task.id = filing.task_id
      WHERE history.filing_id = filing.id AND history.kind = \(HistoryDetail.Kind.move.rawValue)
        AND filing.stage_since >= \(seconds) AND history.at >= \(seconds) AND task.phase <> \(TaskPhase.trial.rawValue)
        AND NOT EXISTS (SELECT 1 FROM stage_delivery
          WHERE stage_delivery.filing_id = filing.id AND stage_delivery.version = history.version)
      ON CONFLICT DO NOTHING
      """)
  }
  /// Counts one more attempt. Matches no row where another program counted it already: then that one tries.
  /// - Parameter next: Unix seconds of the attempt after this; nil where this is the last.
  public static func claimStageDelivery(
    _ version: Int64, of filing: Int64, attempts: Int, next: Int64?
  ) -> Command {
    Command(
      """
      UPDATE stage_delivery SET attempts = \(attempts + 1), next_at = \(next)
      WHERE filing_id = \(filing) AND version = \(version) AND attempts = \(attempts) AND delivered_at IS NULL
      """)
  }
  /// What the other side said; with `at` it has arrived, and is not tried again.
  public static func noteStageDelivery(
    _ version: Int64, of filing: Int64, outcome: String, deliveredAt seconds: Int64?
  ) -> Command {
    let state: SQL = seconds.map { moment -> SQL in "delivered_at = \(moment), next_at = NULL, " } ?? ""
    return Command(
      """
      UPDATE stage_delivery SET \(fragment: state)outcome = \(outcome)
      WHERE filing_id = \(filing) AND version = \(version)
      """)
  }
}
