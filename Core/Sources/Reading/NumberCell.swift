public import Evaluation
public import Figures
import Text

/// A cell for a number that a person filled in.
public struct NumberCell: Sendable {
  /// What the cell is for.
  public let definition: CellDefinition
  /// That of its form, which tells the units.
  public let policy: Policy
  /// As written, for quoting.
  public let text: String
  /// nil where the text is no number.
  public let figure: Figure?
  /// Where it stands.
  public var address: CellAddress { definition.address }
  /// Full name for messages: "公务接待，2024年决算数".
  public var caption: String { definition.caption }
}

extension NumberCell {
  /// The cells of a sheet for numbers that are filled in and not worked out, in reading order.
  static func filled(on sheet: CalculatedSheet) -> [NumberCell] {
    sheet.layout.definitions.compactMap { definition in
      let (row, column) = (definition.address.row, definition.address.column)
      guard definition.kind.isNumber, !sheet.isComputed(row, column) else { return nil }
      let text = sheet.text(row, column).narrow
      guard !text.isEmpty else { return nil }
      return NumberCell(
        definition: definition, policy: sheet.layout.policy, text: text, figure: sheet.figure(row, column))
    }
  }
}
