import Evaluation
import Figures
import Reading
import Text

/// What an indicator has in one column, where that is one quantity.
struct IndicatorQuantity {
  let line: IndicatorLine
  let column: IndicatorColumn
  let named: NamedQuantity

  init?(_ line: IndicatorLine, _ column: IndicatorColumn) {
    let reading = PassageReading(cell: column == .target ? line.targetText : line.actualText)
    let found = reading.passage.figures.compactMap { figure in ProseQuantity.orGoal(figure).map { (figure, $0) } }
    guard found.count == 1, let (figure, quantity) = found.first, !quantity.unit.isEmpty else { return nil }
    self.line = line
    self.column = column
    named = NamedQuantity(
      name: line.name.folded, quantity: quantity, text: reading.quote(figure), place: .cell(line.address(column)))
  }
}
