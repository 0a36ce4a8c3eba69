/// For which units a task is: some units, whole departments, or all.
public struct TaskScope: Hashable, Sendable {
  /// Six digits for a unit, three for a department; none for all units.
  public let codes: [String]

  /// Every unit, those that are yet to come too.
  public static let all = TaskScope(codes: [])

  private init(codes: [String]) { self.codes = codes }

  /// nil where a code is neither three nor six digits. What is named twice counts once.
  public init?(_ codes: [String]) {
    var kept: [String] = []
    for code in codes {
      let isCode = [3, 6].contains(code.utf8.count) && code.utf8.allSatisfy { (48...57).contains($0) }
      guard isCode else { return nil }
      if !kept.contains(code) { kept.append(code) }
    }
    self.codes = kept
  }

  /// Named itself, or by its department.
  public func contains(_ unit: UnitCode) -> Bool {
    codes.isEmpty || codes.contains { unit.description.hasPrefix($0) }
  }

  /// Also these; all units stay all units.
  public func adding(_ other: TaskScope) -> TaskScope {
    if codes.isEmpty || other.codes.isEmpty { return .all }
    return TaskScope(codes: codes + other.codes.filter { !codes.contains($0) })
  }
}
