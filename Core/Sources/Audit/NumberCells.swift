import Evaluation
import Figures
import Reading

/// A cell for a number that a person filled in.
struct NumberCell {
  let definition: CellDefinition
  let policy: Policy
  let text: String
  /// nil where the text is no number.
  let figure: Figure?
  var address: CellAddress { definition.address }
  var caption: String { definition.caption }
}

extension Dossier {
  /// Every number cell that is filled in and not worked out, in reading order.
  var numberCells: [NumberCell] { sheets.flatMap { numberCells(of: $0) } }

  func numberCells(of sheet: SheetReading) -> [NumberCell] {
    sheet.definitions.compactMap { definition in
      guard definition.kind.isNumber, !calculation.isComputed(at: definition.address) else { return nil }
      let text = calculation.text(at: definition.address)
      guard !text.isBlank else { return nil }
      return NumberCell(
        definition: definition, policy: sheet.policy, text: text.narrow,
        figure: calculation.figure(at: definition.address))
    }
  }
}
