import Evaluation

extension Calculation.SheetLayout {
  /// The form as a flattened Word file has it: merged cells go on as blank ones in the rows below.
  func flattened(_ calculation: Calculation) -> String {
    var text = title + "\n"
    var open: [(column: Int, rows: Int)] = []
    for row in grid.rows {
      let cells = row.cells.map { ($0.column, $0.content.printed(calculation)) } + open.map { ($0.column, "") }
      for (_, printed) in cells.sorted(by: { $0.0 < $1.0 }) { text += "\t\(printed)\n" }
      text += "\n"
      open = open.map { ($0.column, $0.rows - 1) } + row.cells.map { ($0.column, $0.rowSpan - 1) }
      open.removeAll { $0.rows == 0 }
    }
    return text
  }
}

extension FormGrid.Content {
  fileprivate func printed(_ calculation: Calculation) -> String {
    switch self {
    case .heading(let text), .label(let text, _), .fixed(let text): return text
    case .value(let definition, let prefix, _):
      let text = calculation.text(at: definition.address)
      return prefix + (definition.choices?.printed(text) ?? text)
    case .empty: return ""
    }
  }
}
