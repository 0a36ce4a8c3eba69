public import Database
import Evaluation

/// The budget and its execution summed over a task's filings, in 分.
public struct ExecutionSum: Sendable, Hashable {
  public let task: Int64
  /// As in `FigureSum`.
  public let group: String
  public let initial: Int64
  public let budget: Int64
  public let executed: Int64
  /// What the rate is measured by: each unit's adjusted budget, or its initial one where none was adjusted.
  public let base: Int64
  public let filings: Int64
}

/// The items that execution is worked out from.
public enum ExecutionItem {
  public static let initial = "self/total/initial"
  public static let budget = "self/total/budget"
  public static let executed = "self/total/executed"
  static let all = [initial, budget, executed]

  /// Each filing's three figures side by side.
  static func filings(in scope: SumScope) -> SQL {
    """
    SELECT entry.filing_id, entry.task_id, entry.unit_code, sum(CASE WHEN entry.item = \(initial) THEN entry.value END) AS initial,
      sum(CASE WHEN entry.item = \(budget) THEN entry.value END) AS budget,
      sum(CASE WHEN entry.item = \(executed) THEN entry.value END) AS executed
    FROM extract_figure AS entry WHERE entry.item IN \(list: all) AND \(fragment: scope.condition)
    GROUP BY entry.filing_id, entry.task_id, entry.unit_code
    """
  }
}

extension Query where Output == ExecutionSum {
  /// By task and group.
  public static func execution(in scope: SumScope, by grouping: SumGrouping = .none) -> Query {
    Query(
      """
      SELECT entry.task_id, \(fragment: grouping.column) AS part, CAST(COALESCE(sum(entry.initial), 0) AS BIGINT),
        CAST(COALESCE(sum(entry.budget), 0) AS BIGINT), CAST(COALESCE(sum(entry.executed), 0) AS BIGINT),
        CAST(COALESCE(sum(COALESCE(entry.budget, entry.initial)), 0) AS BIGINT), count(*)
      FROM (\(fragment: ExecutionItem.filings(in: scope))) AS entry
      GROUP BY entry.task_id, part ORDER BY entry.task_id, part
      """
    ) { row in
      ExecutionSum(
        task: try row.integer(), group: try row.text(), initial: try row.integer(), budget: try row.integer(),
        executed: try row.integer(), base: try row.integer(), filings: try row.integer())
    }
  }
}

/// A filing's budget and execution, in 分.
public struct FilingExecution: Sendable {
  public let filing: Int64
  public let task: Int64
  public let unit: BudgetUnit
  public let base: Int64
  public let executed: Int64
}

extension Query where Output == FilingExecution {
  /// Those with the lowest rates first, or the highest.
  public static func executions(
    in scope: SumScope, highestFirst: Bool, limit: Int, offset: Int = 0
  ) -> Query {
    // Hundredths of a per cent are enough for the order; more could leave 64 bits.
    let rate: SQL = "CAST(one.executed AS BIGINT) * 10000 / CAST(COALESCE(one.budget, one.initial) AS BIGINT)"
    let direction: SQL = highestFirst ? "DESC" : "ASC"
    return Query(
      """
      SELECT one.filing_id, one.task_id, unit.code, unit.name, CAST(COALESCE(one.budget, one.initial) AS BIGINT),
        CAST(one.executed AS BIGINT)
      FROM (\(fragment: ExecutionItem.filings(in: scope))) AS one JOIN unit ON unit.code = one.unit_code
      WHERE one.executed IS NOT NULL AND COALESCE(one.budget, one.initial) > 0
      ORDER BY \(fragment: rate) \(fragment: direction), one.unit_code, one.filing_id LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      FilingExecution(
        filing: try row.integer(), task: try row.integer(), unit: try BudgetUnit(stored: &row), base: try row.integer(),
        executed: try row.integer())
    }
  }
}
