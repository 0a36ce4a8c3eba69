public import Database
public import Evaluation

extension Query where Output == BudgetUnit {
  private static func units(_ condition: SQL) -> Query {
    Query("SELECT code, name FROM unit" + condition) { row in try BudgetUnit(stored: &row) }
  }
  /// All, closed ones too, by code.
  public static let units = units(" ORDER BY code")
  /// One at most, also where it was closed.
  public static func unit(_ code: UnitCode) -> Query { units(" WHERE code = \(code.description)") }
  /// By code, behind `code`; of some departments or of all.
  public static func units(
    after code: String, matching text: String, departments: [String]?, limit: Int
  ) -> Query {
    let some: SQL = departments.map { list -> SQL in " AND substr(code, 1, 3) IN \(list: list)" } ?? ""
    return units(
      """
       WHERE code > \(code) AND \(fragment: .contains(text, in: "name", "code"))\(fragment: some)
      ORDER BY code LIMIT \(limit)
      """)
  }
  /// By code.
  public static func units(withCodes codes: [String]) -> Query { units(" WHERE code IN \(list: codes) ORDER BY code") }
  /// By code, under the names of a year.
  public static func units(withCodes codes: [String], inYear year: Int) -> Query {
    let name = SQL.unitName(in: "\(year)")
    return Query(
      "SELECT unit.code, \(fragment: name) FROM unit WHERE unit.code IN \(list: codes) ORDER BY unit.code"
    ) { row in try BudgetUnit(stored: &row) }
  }
  /// By code. The department by its first three digits.
  public static func units(ofDepartment department: String) -> Query {
    units(" WHERE code LIKE \(department + "%") ORDER BY code")
  }
}

extension Command {
  /// - Parameter day: on which it was founded, ISO 8601; empty where that is not known.
  public static func insertUnit(_ unit: BudgetUnit, openedOn day: String = "") -> Command {
    Command("INSERT INTO unit (code, name, opened_on) VALUES (\(unit.code.description), \(unit.name), \(day))")
  }
  /// For this year and all years without a former name: see `insertFormerName`.
  public static func renameUnit(_ code: UnitCode, to name: String) -> Command {
    Command("UPDATE unit SET name = \(name) WHERE code = \(code.description)")
  }
}
