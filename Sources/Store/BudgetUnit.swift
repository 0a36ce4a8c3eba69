public import Evaluation

/// A unit of the county.
public struct BudgetUnit: Hashable, Sendable, Identifiable {
  public let code: UnitCode
  /// Of today, or of the year of the filing that it stands beside.
  public let name: String
  public init(code: UnitCode, name: String) {
    self.code = code
    self.name = name
  }
  /// The same as its code.
  public var id: UnitCode { code }
  /// As forms and rules know it.
  public var filingUnit: FilingUnit { FilingUnit(code: code.description, name: name, kind: code.kind) }
}
