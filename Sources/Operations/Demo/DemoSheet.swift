import Evaluation

/// Collects the edits that fill a filing, adding lines as it goes.
struct DemoSheet {
  private(set) var filing: Filing
  private(set) var edits: [Edit] = []

  init(_ filing: Filing) { self.filing = filing }

  mutating func set(_ address: String, _ text: String) {
    guard let cell = CellAddress(address), !text.isEmpty else { return }
    apply(.set(cell, text: text, was: nil))
  }

  /// Takes away what was typed.
  mutating func empty(_ address: String) {
    guard let cell = CellAddress(address) else { return }
    apply(.set(cell, text: "", was: nil))
  }

  /// A row's columns in order; nil leaves one out.
  mutating func row(_ row: String, _ columns: [String], _ values: [String?]) {
    for (column, value) in zip(columns, values) { if let value { set("\(row)/\(column)", value) } }
  }

  mutating func indicator(
    _ sheet: String, _ node: String, _ name: String, _ target: String, _ actual: String, _ points: String,
    _ score: String, _ reason: String = ""
  ) {
    let line = addLine(sheet, under: node)
    for (column, text) in zip(IndicatorColumn.allCases, [name, target, actual, points, score, reason]) {
      set("\(sheet)/\(line)/\(column.rawValue)", text)
    }
  }

  mutating func addLine(_ sheet: String, under: String) -> String {
    apply(.addLine(sheet: sheet, under: under))
    return filing.sheet(sheet)?.rows.last?.id ?? ""
  }

  mutating func addProject() -> String {
    apply(.addProject)
    return filing.sheets.last?.id ?? ""
  }

  mutating func remove(_ node: String, from sheet: String) { apply(.removeNode(sheet: sheet, node: node)) }

  private mutating func apply(_ edit: Edit) {
    let outcome = filing.applying([edit])
    precondition(outcome.problems.isEmpty, "demo: \(edit): \(outcome.problems.map(\.message))")
    filing = outcome.filing
    edits.append(edit)
  }
}
