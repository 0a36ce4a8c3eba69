/// The table of a form's goals, where it has several: a line for each, with its weight.
public enum GoalTable {
  /// The table's id, under which its lines stand.
  public static let id = "goals"
  /// What the goal is worth.
  public static let weight = "weight"
  /// What was set out to be done, and what was.
  public static let (target, actual) = ("target", "actual")
}

extension Form {
  /// nil where the form does not ask for several goals.
  public var goalTable: TableBlock? {
    for case .table(let table) in blocks where table.id == GoalTable.id && table.lines != nil { return table }
    return nil
  }
}
