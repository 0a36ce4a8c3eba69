import Evaluation

/// A formula with the cells' numbers in the places of their names.
enum FormulaNumbers {
  static func filled(_ formula: Formula, at address: CellAddress, in calculation: Calculation) -> String {
    filled(formula.expression, address, calculation)
  }

  private static func filled(
    _ expression: Formula.Expression, _ address: CellAddress, _ calculation: Calculation
  ) -> String {
    switch expression {
    case .number(let literal): return "\(literal.unscaled)"
    case .cell(let reference):
      let text = calculation.text(at: cell(reference, address))
      return text.isEmpty ? "（空）" : text
    case .negated(let inner): return "−\(filled(inner, address, calculation))"
    case .binary(let operation, let left, let right):
      let symbol = [Formula.Operator.multiply: "×", .divide: "÷", .subtract: "−"][operation] ?? operation.rawValue
      return "\(filled(left, address, calculation)) \(symbol) \(filled(right, address, calculation))"
    case .call(.first, let arguments):
      let filled = arguments.map { self.filled($0, address, calculation) }
      return filled.first { $0 != "（空）" } ?? "（空）"
    case .call(let function, let arguments):
      let list = arguments.map { filled($0, address, calculation) }.joined(separator: "，")
      return function == .sum ? "（\(list)）之和" : "\(function.rawValue)（\(list)）"
    }
  }

  private static func cell(_ reference: Formula.Reference, _ address: CellAddress) -> CellAddress {
    CellAddress(reference.form ?? address.sheet, reference.row ?? address.row, reference.column ?? address.column)
  }
}
