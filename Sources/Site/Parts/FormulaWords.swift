import Evaluation

/// A formula in the words of the form.
enum FormulaWords {
  static func words(_ formula: Formula, in layout: Calculation.SheetLayout) -> String {
    words(formula.expression, layout)
  }

  private static func words(_ expression: Formula.Expression, _ layout: Calculation.SheetLayout) -> String {
    switch expression {
    case .number(let literal):
      return literal.decimals == 0 ? "\(literal.unscaled)" : decimal(literal)
    case .cell(let reference): return name(reference, layout)
    case .negated(let inner): return "−\(words(inner, layout))"
    case .binary(let operation, let left, let right):
      return "\(grouped(left, in: operation, layout)) \(symbol(operation)) \(grouped(right, in: operation, layout))"
    case .call(.sum, let arguments): return arguments.map { words($0, layout) }.joined(separator: " + ")
    case .call(.min, let arguments): return "（\(list(arguments, layout))中较小者）"
    case .call(.max, let arguments): return "（\(list(arguments, layout))中较大者）"
    case .call(.first, let arguments):
      return arguments.first.map { first in
        arguments.count == 1
          ? words(first, layout) : "（\(words(first, layout))，未填时取\(list(Array(arguments.dropFirst()), layout))）"
      } ?? ""
    }
  }

  private static func list(_ arguments: [Formula.Expression], _ layout: Calculation.SheetLayout) -> String {
    arguments.map { words($0, layout) }.joined(separator: "、")
  }

  private static func grouped(
    _ expression: Formula.Expression, in outer: Formula.Operator, _ layout: Calculation.SheetLayout
  ) -> String {
    guard case .binary(let inner, _, _) = expression, outer == .multiply || outer == .divide,
      inner == .add || inner == .subtract
    else { return words(expression, layout) }
    return "（\(words(expression, layout))）"
  }

  private static func symbol(_ operation: Formula.Operator) -> String {
    switch operation {
    case .add: "+"
    case .subtract: "−"
    case .multiply: "×"
    case .divide: "÷"
    case .equal: "＝"
    case .unequal: "≠"
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    }
  }

  private static func name(_ reference: Formula.Reference, _ layout: Calculation.SheetLayout) -> String {
    guard let column = reference.column else { return "" }
    guard let row = reference.row else {
      switch column {
      case "children": return "各下级行之和"
      case "lines": return "各明细行之和"
      default: return caption(column: column, layout) ?? column
      }
    }
    if row == "indicators" { return column == "points" ? "各指标分值" : "各指标得分" }
    let address = CellAddress(layout.sheet.id, row, column)
    return layout.definitions.first { $0.address == address }?.caption ?? "\(row).\(column)"
  }

  private static func caption(column: String, _ layout: Calculation.SheetLayout) -> String? {
    let cell = layout.definitions.first { $0.address.column == column }
    return cell?.caption.split(separator: "，").last.map(String.init)
  }

  private static func decimal(_ literal: Formula.Literal) -> String {
    var scale = 1
    for _ in 0..<literal.decimals { scale *= 10 }
    let rest = String(Int(literal.unscaled) % scale)
    return "\(Int(literal.unscaled) / scale).\(String(repeating: "0", count: literal.decimals - rest.count))\(rest)"
  }
}
