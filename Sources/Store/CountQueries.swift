public import Database
import Evaluation

/// How many filings earned a grade; empty for those without a total.
public struct GradeCount: Sendable, Hashable {
  /// As the policy labels it; empty where there is no total.
  public let grade: String
  public let filings: Int64
  public init(grade: String, filings: Int64) {
    self.grade = grade
    self.filings = filings
  }
}

extension Query where Output == GradeCount {
  /// Those with the highest total first, those without one last.
  public static func grades(in scope: SumScope) -> Query {
    Query(
      """
      SELECT entry.grade, count(*) FROM extract AS entry WHERE \(fragment: scope.condition)
      GROUP BY entry.grade ORDER BY COALESCE(max(entry.score), -1) DESC
      """
    ) { row in GradeCount(grade: try row.text(), filings: try row.integer()) }
  }
}

/// How many filings a rule found something in, and how often.
public struct RuleCount: Sendable, Hashable {
  /// The rule's code: "A19".
  public let rule: String
  /// A `Severity` by its name.
  public let severity: String
  /// In how many it found something.
  public let filings: Int64
  /// How often in all of them.
  public let findings: Int64
  public init(rule: String, severity: String, filings: Int64, findings: Int64) {
    self.rule = rule
    self.severity = severity
    self.filings = filings
    self.findings = findings
  }
}

extension Query where Output == RuleCount {
  /// Those with the most filings first.
  public static func rules(in scope: SumScope, limit: Int) -> Query {
    Query(
      """
      SELECT entry.rule, entry.severity, count(*), CAST(sum(entry.number) AS BIGINT) FROM extract_finding AS entry
      WHERE \(fragment: scope.condition) GROUP BY entry.rule, entry.severity
      ORDER BY count(*) DESC, entry.rule, entry.severity LIMIT \(limit)
      """
    ) { row in
      RuleCount(
        rule: try row.text(), severity: try row.text(), filings: try row.integer(), findings: try row.integer())
    }
  }
}

/// A filing that a count takes in.
public struct CountedFiling: Sendable {
  public let filing: Int64
  public let task: Int64
  public let unit: BudgetUnit
  /// The total in millionths, or how often a rule found something.
  public let value: Int64?
}

extension Query where Output == CountedFiling {
  private static func counted(_ sql: SQL) -> Query {
    Query(sql) { row in
      CountedFiling(
        filing: try row.integer(), task: try row.integer(), unit: try BudgetUnit(stored: &row),
        value: try row.optionalInteger())
    }
  }
  /// Those with a grade, the highest total first.
  public static func filings(graded grade: String, in scope: SumScope, limit: Int, offset: Int) -> Query {
    counted(
      """
      SELECT entry.filing_id, entry.task_id, unit.code, \(fragment: .unitNameOfEntry), entry.score
      FROM extract AS entry JOIN unit ON unit.code = entry.unit_code
      WHERE entry.grade = \(grade) AND \(fragment: scope.condition)
      ORDER BY entry.score DESC, entry.unit_code, entry.filing_id LIMIT \(limit) OFFSET \(offset)
      """)
  }
  /// Those in which a rule found something with this severity, most first.
  public static func filings(
    foundBy rule: String, _ severity: String, in scope: SumScope, limit: Int, offset: Int
  ) -> Query {
    counted(
      """
      SELECT entry.filing_id, entry.task_id, unit.code, \(fragment: .unitNameOfEntry), entry.number
      FROM extract_finding AS entry JOIN unit ON unit.code = entry.unit_code
      WHERE entry.rule = \(rule) AND entry.severity = \(severity) AND \(fragment: scope.condition)
      ORDER BY entry.number DESC, entry.unit_code, entry.filing_id LIMIT \(limit) OFFSET \(offset)
      """)
  }
}

extension Query where Output == Int64 {
  /// 1 where a filing is excused from its task.
  public static let excusedFilings = Query("SELECT 1 FROM filing WHERE waiver = 'accepted' LIMIT 1") { row in
    try row.integer()
  }
}
