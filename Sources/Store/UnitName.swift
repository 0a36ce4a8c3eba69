import Database

extension SQL {
  /// What a unit, joined as `unit`, was called at the end of a year. Names of the past hold for the years before the
  /// one in which they were given up; so filings of those years keep them.
  static func unitName(in year: SQL) -> SQL {
    """
    COALESCE((SELECT former_name.name FROM former_name
      WHERE former_name.unit_code = unit.code AND former_name.until_year > \(fragment: year)
      ORDER BY former_name.until_year LIMIT 1), unit.name)
    """
  }

  /// The same for the year of a task.
  static func unitName(inYearOf task: SQL) -> SQL {
    .unitName(in: "(SELECT held.year FROM task AS held WHERE held.id = \(fragment: task))")
  }

  /// Beside a `filing`.
  static let unitNameOfFiling = unitName(inYearOf: "filing.task_id")
  /// Beside a row of an extract, called `entry`.
  static let unitNameOfEntry = unitName(inYearOf: "entry.task_id")
}
