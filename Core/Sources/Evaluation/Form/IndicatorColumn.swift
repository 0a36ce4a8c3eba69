/// The columns of a third-level indicator; the raw value is the cell's column.
public enum IndicatorColumn: String, Sendable, CaseIterable {
  case name, target, actual, points, score, reason
  /// The comparison that a target asks for, where it does not stand in the target's own cell; or 定性.
  case sign
  /// What target and actual value are counted in, where it does not stand in their own cells.
  case unit
  /// The number of the goal that the indicator serves, on forms with several.
  case goal

  /// A form of indicators must have it.
  public var isNeeded: Bool { [.name, .target, .actual, .points, .score].contains(self) }
  /// It must be filled in where a form has it: a target in words has no unit, and full points need no reason.
  public var isRequired: Bool { self != .reason && self != .unit }
}
