public import Database

/// A department as lists offer it: the first three digits, and what its lead unit is called.
public struct Department: Sendable, Hashable {
  /// Three digits.
  public let code: String
  /// Empty where there is no lead unit.
  public let name: String
}

extension Query where Output == Department {
  /// Every department of the county, by code.
  public static let allDepartments = Query(
    """
    SELECT department.code, COALESCE(unit.name, '')
    FROM (SELECT DISTINCT substr(code, 1, 3) AS code FROM unit) AS department
      LEFT JOIN unit ON unit.code = department.code || '001'
    ORDER BY department.code
    """
  ) { row in Department(code: try row.text(), name: try row.text()) }
  /// Every department of the county, by code, as it was called in a year.
  public static func departments(inYear year: Int) -> Query {
    Query(
      """
      SELECT department.code, COALESCE(\(fragment: .unitName(in: "\(year)")), '')
      FROM (SELECT DISTINCT substr(code, 1, 3) AS code FROM unit) AS department
        LEFT JOIN unit ON unit.code = department.code || '001'
      ORDER BY department.code
      """
    ) { row in Department(code: try row.text(), name: try row.text()) }
  }
  /// The departments whose units have a filing in a task, by code, as they were called in its year.
  public static func departments(in task: Int64) -> Query {
    Query(
      """
      SELECT department.code, COALESCE(\(fragment: .unitName(inYearOf: "\(task)")), '')
      FROM (SELECT DISTINCT substr(unit_code, 1, 3) AS code FROM filing WHERE task_id = \(task)) AS department
        LEFT JOIN unit ON unit.code = department.code || '001'
      ORDER BY department.code
      """
    ) { row in Department(code: try row.text(), name: try row.text()) }
  }
}
