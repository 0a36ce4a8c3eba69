public import Database
public import Evaluation

/// What is kept of a filing for the results of its task.
public struct FilingResult: Sendable, Hashable {
  /// The unit's own total, in millionths of a point; nil where a score is missing.
  public var own: Int64?
  /// As the policy labels it; empty where there is none.
  public var ownGrade = ""
  /// The total after the review; nil where nothing was reviewed.
  public var reviewed: Int64?
  /// As the policy labels it; empty where nothing was reviewed.
  public var reviewedGrade = ""
  /// Without totals and grades.
  public init() {}
}

/// A filing in the list of results.
public struct ResultRow: Sendable, Identifiable {
  public let id: Int64
  public let unit: BudgetUnit
  public let stage: Stage
  /// What was kept of it; blank where it is not worked out yet.
  public let result: FilingResult
  /// 工作考核, in hundredths of a point; nil where it is not complete.
  public let assessed: Int64?
  /// How many red flags it has.
  public let flags: Int
  /// By what the list is ordered by, from 1; those with the same value share it.
  public let rank: Int

  /// The grade that counts: after the review where there was one.
  public var grade: String { result.reviewed == nil ? result.ownGrade : result.reviewedGrade }
}

/// Which filings a list of results shows: of one task, those that were sent.
public struct ResultFilter: Sendable, Hashable {
  /// Its id.
  public var task: Int64
  /// The first three digits.
  public var department: String?
  /// nil for both.
  public var kind: UnitKind?
  /// As the policy labels it, empty for those without one; nil for all.
  public var grade: String?
  /// Only filings with a flag of this kind; nil for all.
  public var flag: RedFlag.Kind?
  /// Only what is done.
  public var isDone = false
  /// Part of a unit's name or code.
  public var text = ""
  public init(task: Int64) { self.task = task }

  static let stages: [Stage] = [.unitReview, .departmentReview, .financeReview, .done]

  var condition: SQL {
    let stages = isDone ? [.done] : Self.stages
    var parts: [SQL] = [
      "filing.task_id = \(task)", "filing.stage IN \(list: stages.map(\.rawValue))",
      "filing.waiver <> 'accepted'",
    ]
    if let department {
      parts.append("filing.unit_code >= \(department + "000") AND filing.unit_code <= \(department + "999")")
    }
    switch kind {
    case .lead: parts.append("substr(filing.unit_code, 4, 3) = '001'")
    case .subordinate: parts.append("substr(filing.unit_code, 4, 3) <> '001'")
    case nil: break
    }
    if let grade { parts.append("\(fragment: Self.grade) = \(grade)") }
    if let flag {
      parts.append(
        """
        EXISTS (SELECT 1 FROM red_flag WHERE red_flag.filing_id = filing.id AND red_flag.kind = \(flag.rawValue))
        """)
    }
    if !text.isEmpty { parts.append(.contains(text, in: .unitNameOfFiling, "unit.code")) }
    return parts.joined(by: " AND ")
  }

  static let grade: SQL = """
    (CASE WHEN filing_result.reviewed IS NULL THEN COALESCE(filing_result.own_grade, '')
      ELSE filing_result.reviewed_grade END)
    """
  static let tables: SQL = """
     FROM filing JOIN unit ON unit.code = filing.unit_code
      LEFT JOIN filing_result ON filing_result.filing_id = filing.id
      LEFT JOIN work_assessment ON work_assessment.filing_id = filing.id
    """
}

/// In what order a list of results stands; units by their codes where all else is the same.
public struct ResultOrder: Sendable, Hashable {
  /// What it is ordered by first.
  public enum Column: String, Sendable, CaseIterable {
    case unit, own, reviewed, assessed, flags
  }
  public var column: Column
  public var isDescending: Bool
  /// What is without a value comes last either way.
  public init(_ column: Column, isDescending: Bool) {
    self.column = column
    self.isDescending = isDescending
  }

  /// What is without a value comes last either way.
  fileprivate var key: SQL {
    let value: SQL =
      switch column {
      case .unit: "filing.unit_code"
      case .own: "filing_result.own"
      case .reviewed: "COALESCE(filing_result.reviewed, filing_result.own)"
      case .assessed: "work_assessment.total"
      case .flags: "COALESCE(filing_result.flags, 0)"
      }
    let direction: SQL = isDescending ? " DESC" : ""
    return "CASE WHEN " + value + " IS NULL THEN 1 ELSE 0 END, " + value + direction
  }
}

extension Query where Output == ResultRow {
  /// With the rank that each has among all that the filter lets through, not on this page alone.
  public static func results(
    _ filter: ResultFilter, by order: ResultOrder, limit: Int, offset: Int
  ) -> Query {
    let key = order.key
    return Query(
      """
      SELECT filing.id, unit.code, \(fragment: .unitNameOfFiling), filing.stage, filing_result.own,
        COALESCE(filing_result.own_grade, ''),
        filing_result.reviewed, COALESCE(filing_result.reviewed_grade, ''), work_assessment.total,
        COALESCE(filing_result.flags, 0), rank() OVER (ORDER BY \(fragment: key))
      \(fragment: ResultFilter.tables)
      WHERE \(fragment: filter.condition)
      ORDER BY \(fragment: key), filing.unit_code LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      let (id, unit) = (try row.integer(), try BudgetUnit(stored: &row))
      let stage = try row.stored(Stage.self)
      var result = FilingResult()
      result.own = try row.optionalInteger()
      result.ownGrade = try row.text()
      result.reviewed = try row.optionalInteger()
      result.reviewedGrade = try row.text()
      return ResultRow(
        id: id, unit: unit, stage: stage, result: result, assessed: try row.optionalInteger(),
        flags: Int(try row.integer()), rank: Int(try row.integer()))
    }
  }
}

extension Query where Output == Int64 {
  /// How many there are in all, for `results` of the same filter.
  public static func resultCount(_ filter: ResultFilter) -> Query {
    Query("SELECT count(*) \(fragment: ResultFilter.tables) WHERE \(fragment: filter.condition)") { row in
      try row.integer()
    }
  }
  /// Filings that were sent and whose result is not worked out, or no longer right.
  public static func pendingResults(of task: Int64, after filing: Int64 = 0, limit: Int) -> Query {
    let filter = ResultFilter(task: task)
    return Query(
      """
      SELECT filing.id \(fragment: ResultFilter.tables)
      WHERE \(fragment: filter.condition) AND COALESCE(filing_result.is_current, 0) = 0
        AND filing.id > \(filing)
      ORDER BY filing.id LIMIT \(limit)
      """
    ) { row in try row.integer() }
  }
  /// Filings that a flag says have the same text as this one.
  public static func flagged(about filing: Int64) -> Query {
    Query("SELECT filing_id FROM red_flag WHERE other_id = \(filing)") { row in try row.integer() }
  }
  /// How many `pendingResults` there are in all.
  public static func pendingResultCount(of task: Int64) -> Query {
    let filter = ResultFilter(task: task)
    return Query(
      """
      SELECT count(*) \(fragment: ResultFilter.tables)
      WHERE \(fragment: filter.condition) AND COALESCE(filing_result.is_current, 0) = 0
      """
    ) { row in try row.integer() }
  }
}

extension Query where Output == (String, Int64) {
  /// How many filings have each grade; an empty one where there is none yet.
  public static func gradeCounts(_ filter: ResultFilter) -> Query {
    Query(
      """
      SELECT \(fragment: ResultFilter.grade) AS grade, count(*) \(fragment: ResultFilter.tables)
      WHERE \(fragment: filter.condition) GROUP BY 1
      """
    ) { row in (try row.text(), try row.integer()) }
  }
  /// How many filings have each kind of flag.
  public static func flagCounts(_ filter: ResultFilter) -> Query {
    Query(
      """
      SELECT red_flag.kind, count(*) \(fragment: ResultFilter.tables)
        JOIN red_flag ON red_flag.filing_id = filing.id
      WHERE \(fragment: filter.condition) GROUP BY red_flag.kind
      """
    ) { row in (try row.text(), try row.integer()) }
  }
}

/// A flag of a filing as it is kept.
public struct StoredFlag: Sendable {
  public let filing: Int64
  public let flag: RedFlag
  /// The other filing that it is about.
  public let other: Int64?
}

extension Query where Output == StoredFlag {
  /// By filing and kind.
  public static func flags(of filings: [Int64]) -> Query {
    Query(
      """
      SELECT filing_id, kind, words, places, other_id FROM red_flag
      WHERE filing_id IN \(list: filings) ORDER BY filing_id, kind
      """
    ) { row in
      let filing = try row.integer()
      let (kind, words) = (try row.stored(RedFlag.Kind.self), try row.text())
      let cells = try row.text().split(separator: " ").compactMap { CellAddress(String($0)) }
      return StoredFlag(filing: filing, flag: RedFlag(kind, words, at: cells), other: try row.optionalInteger())
    }
  }
}

extension Command {
  /// What was worked out is right as long as nothing else is sent or marked.
  public static func putResult(_ result: FilingResult, of filing: Int64) -> Command {
    Command(
      """
      INSERT INTO filing_result (filing_id, is_current, own, own_grade, reviewed, reviewed_grade)
      VALUES (\(filing), 1, \(result.own), \(result.ownGrade), \(result.reviewed), \(result.reviewedGrade))
      ON CONFLICT (filing_id) DO UPDATE SET is_current = 1, own = excluded.own, own_grade = excluded.own_grade,
        reviewed = excluded.reviewed, reviewed_grade = excluded.reviewed_grade
      """)
  }
  /// It has to be worked out again.
  public static func outdateResult(of filing: Int64) -> Command {
    Command("UPDATE filing_result SET is_current = 0 WHERE filing_id = \(filing)")
  }
  /// All that the filing has.
  public static func deleteFlags(of filing: Int64) -> Command {
    Command("DELETE FROM red_flag WHERE filing_id = \(filing)")
  }
  /// Those of other filings that say it has the same text.
  public static func deleteFlags(about filing: Int64) -> Command {
    Command("DELETE FROM red_flag WHERE other_id = \(filing)")
  }
  /// In place of the one before of its kind. `other` is the filing with the same text.
  public static func putFlag(_ flag: RedFlag, of filing: Int64, other: Int64? = nil) -> Command {
    let cells = flag.cells.map(\.description).joined(separator: " ")
    return Command(
      """
      INSERT INTO red_flag (filing_id, kind, words, places, other_id)
      VALUES (\(filing), \(flag.kind.rawValue), \(flag.words), \(cells), \(other))
      ON CONFLICT (filing_id, kind) DO UPDATE SET words = excluded.words, places = excluded.places,
        other_id = excluded.other_id
      """)
  }
  /// The list is ordered by how many flags a filing has.
  public static func countFlags(of filing: Int64) -> Command {
    Command(
      """
      UPDATE filing_result SET flags = (SELECT count(*) FROM red_flag WHERE red_flag.filing_id = \(filing))
      WHERE filing_id = \(filing)
      """)
  }
}
