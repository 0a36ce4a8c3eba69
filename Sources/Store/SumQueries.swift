public import Database
public import Evaluation

/// A sum over filings.
public struct FigureSum: Sendable, Hashable {
  /// As `ExtractedFigure.item` spells it.
  public let item: String
  public let task: Int64
  /// The department's three digits, the unit's six, or empty where the county is told as one.
  public let group: String
  /// 分 for amounts, millionths for the rest.
  public let sum: Int64
  /// How many figures it was made of.
  public let count: Int64
}

/// By what sums are told apart, besides item and task.
public enum SumGrouping: Sendable {
  case none, department, unit

  var column: SQL {
    switch self {
    case .none: "CAST('' AS TEXT)"
    case .department: "substr(entry.unit_code, 1, 3)"
    case .unit: "entry.unit_code"
    }
  }

  /// What follows task and item in GROUP BY. Nothing where nothing is told apart: a constant there would have the rows
  /// sorted that the index gives in their order.
  var key: SQL { self == .none ? "" : ", part" }
}

extension Query where Output == FigureSum {
  /// By item, task and group.
  public static func sums(of items: [String], in scope: SumScope, by grouping: SumGrouping = .none) -> Query {
    Query(
      """
      SELECT entry.item, entry.task_id, \(fragment: grouping.column) AS part, CAST(sum(entry.value) AS BIGINT), count(*)
      FROM extract_figure AS entry WHERE entry.item IN \(list: items) AND \(fragment: scope.condition)
      GROUP BY entry.item, entry.task_id\(fragment: grouping.key)
      ORDER BY entry.item, entry.task_id\(fragment: grouping.key)
      """
    ) { row in
      FigureSum(
        item: try row.text(), task: try row.integer(), group: try row.text(), sum: try row.integer(),
        count: try row.integer())
    }
  }
}

/// One figure of a sum, with the cell that it stands in.
public struct SummedFigure: Sendable {
  public let filing: Int64
  public let task: Int64
  public let unit: BudgetUnit
  /// Where it stands, or where its parts begin.
  public let cell: CellAddress
  /// 分 for amounts, millionths for the rest.
  public let value: Int64
}

extension Query where Output == SummedFigure {
  /// What a sum is made of, the largest first.
  public static func figures(of item: String, in scope: SumScope, limit: Int, offset: Int) -> Query {
    Query(
      """
      SELECT entry.filing_id, entry.task_id, unit.code, \(fragment: .unitNameOfEntry), entry.cell, entry.value
      FROM extract_figure AS entry JOIN unit ON unit.code = entry.unit_code
      WHERE entry.item = \(item) AND \(fragment: scope.condition)
      ORDER BY entry.value DESC, entry.unit_code, entry.filing_id, entry.cell LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      let (filing, task) = (try row.integer(), try row.integer())
      let unit = try BudgetUnit(stored: &row)
      let text = try row.text()
      guard let cell = CellAddress(text) else { throw DatabaseFault.refused("“\(text)”不是单元格", sql: "") }
      return SummedFigure(filing: filing, task: task, unit: unit, cell: cell, value: try row.integer())
    }
  }
}
