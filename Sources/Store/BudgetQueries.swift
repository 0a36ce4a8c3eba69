public import Database
public import Evaluation

/// One value that the budget system gave for a unit's filing.
public struct BudgetValue: Sendable, Hashable {
  /// A cell's address, or the path of an added line's cell: see the import's documentation.
  public let place: String
  /// As the budget system gave it.
  public let text: String
  public init(place: String, text: String) {
    self.place = place
    self.text = text
  }
}

extension Query where Output == BudgetValue {
  /// In the order they came in.
  public static func budgetValues(of unit: UnitCode, year: Int) -> Query {
    Query(
      """
      SELECT place, text FROM budget_value WHERE unit_code = \(unit.description) AND year = \(year) ORDER BY position
      """
    ) { row in BudgetValue(place: try row.text(), text: try row.text()) }
  }
}

extension Command {
  /// All that were given for the unit's filing of a year.
  public static func deleteBudgetValues(of unit: UnitCode, year: Int) -> Command {
    Command("DELETE FROM budget_value WHERE unit_code = \(unit.description) AND year = \(year)")
  }
  /// `position` counts from 0 in the order in which they came.
  public static func insertBudgetValue(
    _ value: BudgetValue, position: Int, of unit: UnitCode, year: Int, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO budget_value (year, unit_code, place, position, text, imported_at)
      VALUES (\(year), \(unit.description), \(value.place), \(position), \(value.text), \(seconds))
      """)
  }
}
