public import Evaluation
public import Figures
import Text

/// A cell for a number that a person filled in.
public struct NumberCell: Sendable {
  public let definition: CellDefinition
  public let policy: Policy
  /// As written, for quoting.
  public let text: String
  /// nil where the text is no number.
  public let figure: Figure?
  public var address: CellAddress { definition.address }
  public var caption: String { definition.caption }
}

extension SheetReading {
  /// The cells of a layout for numbers that are filled in and not worked out, in reading order.
  static func numberCells(of layout: Calculation.SheetLayout, in calculation: Calculation) -> [NumberCell] {
    layout.definitions.compactMap { definition in
      guard definition.kind.isNumber, !calculation.isComputed(at: definition.address) else { return nil }
      let text = calculation.text(at: definition.address).narrow
      guard !text.isEmpty else { return nil }
      return NumberCell(
        definition: definition, policy: layout.policy, text: text, figure: calculation.figure(at: definition.address))
    }
  }
}
