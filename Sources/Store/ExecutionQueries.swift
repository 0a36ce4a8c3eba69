public import Database
import Evaluation

/// A filing's budget and what was spent of it, in 分; nil where nothing is filled in.
public struct Execution: Sendable, Hashable {
  /// 年初预算数.
  public let initial: Int64?
  /// 全年预算数, as adjusted.
  public let budget: Int64?
  /// 全年执行数.
  public let executed: Int64?

  /// The items that the three figures are.
  public static let (initialItem, budgetItem, executedItem) =
    ("self/total/initial", "self/total/budget", "self/total/executed")

  /// From the figures of a filing.
  public init(_ figures: [StoredFigure]) {
    let values = Dictionary(figures.map { ($0.item, $0.value) }, uniquingKeysWith: { first, _ in first })
    initial = values[Self.initialItem]
    budget = values[Self.budgetItem]
    executed = values[Self.executedItem]
  }
}

/// The budget and its execution summed over a task's filings, in 分.
public struct ExecutionSum: Sendable, Hashable {
  public let task: Int64
  /// As in `FigureSum`.
  public let group: String
  /// 年初预算数, here and below 0 where no filing has it.
  public let initial: Int64
  /// 全年预算数.
  public let budget: Int64
  /// 全年执行数.
  public let executed: Int64
  /// What the rate is measured by: each unit's adjusted budget, or its initial one where none was adjusted.
  public let base: Int64
  /// Those that have any of the three.
  public let filings: Int64
}

extension Query where Output == ExecutionSum {
  /// By task and group.
  public static func execution(in scope: SumScope, by grouping: SumGrouping = .none) -> Query {
    Query(
      """
      SELECT entry.task_id, \(fragment: grouping.column) AS part, CAST(COALESCE(sum(entry.initial), 0) AS BIGINT),
        CAST(COALESCE(sum(entry.budget), 0) AS BIGINT), CAST(COALESCE(sum(entry.executed), 0) AS BIGINT),
        CAST(COALESCE(sum(COALESCE(entry.budget, entry.initial)), 0) AS BIGINT), count(*)
      FROM extract AS entry
      WHERE COALESCE(entry.initial, entry.budget, entry.executed) IS NOT NULL AND \(fragment: scope.condition)
      GROUP BY entry.task_id\(fragment: grouping.key) ORDER BY entry.task_id\(fragment: grouping.key)
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
  /// What the rate is measured by: the adjusted budget, or the initial one where none was adjusted; more than 0.
  public let base: Int64
  public let executed: Int64
}

extension Query where Output == FilingExecution {
  /// Those with the lowest rates first, or the highest.
  public static func executions(
    in scope: SumScope, highestFirst: Bool, limit: Int, offset: Int = 0
  ) -> Query {
    let direction: SQL = highestFirst ? "DESC" : "ASC"
    // Hundredths of a per cent are enough for the order; more could leave 64 bits.
    return Query(
      """
      SELECT entry.filing_id, entry.task_id, unit.code, \(fragment: .unitNameOfEntry),
        COALESCE(entry.budget, entry.initial), entry.executed
      FROM extract AS entry JOIN unit ON unit.code = entry.unit_code
      WHERE entry.executed IS NOT NULL AND COALESCE(entry.budget, entry.initial) > 0 AND \(fragment: scope.condition)
      ORDER BY entry.executed * 10000 / COALESCE(entry.budget, entry.initial) \(fragment: direction), entry.unit_code,
        entry.filing_id LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      FilingExecution(
        filing: try row.integer(), task: try row.integer(), unit: try BudgetUnit(stored: &row), base: try row.integer(),
        executed: try row.integer())
    }
  }
}
