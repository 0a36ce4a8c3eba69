extension Calculation {
  /// What to choose from at an address: the form's list, or the levels of fulfilment where the policy wants the actual
  /// value of an indicator in words to be one of them; nil where anything may be written.
  public func choices(at address: CellAddress) -> Choices? {
    guard let definition = definition(at: address) else { return nil }
    if let choices = definition.choices { return choices }
    guard address.column == IndicatorColumn.actual.rawValue, let layout = layout(of: address.sheet),
      layout.policy.scoring.mustNameLevel,
      case .words = meaning(at: CellAddress(address.sheet, address.row, IndicatorColumn.target.rawValue))
    else { return nil }
    return Choices(layout.policy.scoring.levels.map(\.label))
  }
}
