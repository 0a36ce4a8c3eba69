import Evaluation
import Figures
import Reading

/// A figure that a finding is about.
public struct FoundValue: Hashable, Sendable {
  /// What it is called on its form.
  public let label: String
  /// Plain digits as written.
  public let amount: String
  /// Empty for a bare number.
  public let unit: String

  /// nil for a cell that holds no number.
  init?(of cell: CellAddress, in dossier: Dossier) {
    guard let figure = dossier.calculation.figure(at: cell),
      let definition = dossier.calculation.definition(at: cell)
    else { return nil }
    let amounts = dossier.sheets.first { $0.id == cell.sheet }?.policy.amounts.unit
    label = definition.caption
    amount = figure.description
    unit = definition.kind.unit(amounts: amounts)
  }
}

extension CellKind {
  fileprivate func unit(amounts: AmountUnit?) -> String {
    switch self {
    case .amount: amounts?.rawValue ?? ""
    case .percent, .percentNumber: "%"
    case .points: "分"
    case .area: "㎡"
    case .count, .text, .paragraph, .date, .choice, .declaration: ""
    }
  }
}
