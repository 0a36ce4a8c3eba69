extension Calculation {
  /// One form sheet with its grid.
  ///
  /// Shared rather than copied: rules ask for it all the time, and it holds a whole policy and a whole form.
  public final class SheetLayout: Sendable {
    public let sheet: Sheet
    public let policy: Policy
    public let form: Form
    public let title: String
    public let grid: FormGrid
    public let footer: [CellDefinition]
    /// Every cell in reading order, those of the footer last.
    public let definitions: [CellDefinition]
    /// Prescribed and added rows by the row that they stand under.
    private let rows: [String: [String]]

    init(_ sheet: Sheet, _ policy: Policy, _ form: Form, _ layout: FormLayout) {
      self.sheet = sheet
      self.policy = policy
      self.form = form
      title = layout.title
      grid = layout.grid()
      footer = layout.footer()
      definitions = grid.definitions + footer
      var rows: [String: [String]] = [:]
      for case .table(let table) in form.blocks {
        for row in table.rows { if let parent = row.parent { rows[parent, default: []].append(row.id) } }
      }
      for row in sheet.rows { rows[row.under, default: []].append(row.id) }
      self.rows = rows
    }

    /// The same grid for other content of the same shape; nil where the shape differs.
    init?(_ sheet: Sheet, keeping other: SheetLayout, of form: Form) {
      guard other.form === form, sheet.isLaidOut(as: other.sheet) else { return nil }
      self.sheet = sheet
      policy = other.policy
      self.form = form
      title = other.title
      grid = other.grid
      footer = other.footer
      definitions = other.definitions
      rows = other.rows
    }

    /// Prescribed and added rows that make up a row or are named beneath it.
    public func children(of row: String) -> [String] { rows[row] ?? [] }
  }
}

extension Sheet {
  /// Has the same cells under the same captions: these tell the names of the lines.
  fileprivate func isLaidOut(as other: Sheet) -> Bool {
    id == other.id && tree == other.tree && removedNodes == other.removedNodes && rows == other.rows
      && rows.allSatisfy { row in
        let name = CellKey(row.id, IndicatorColumn.name.rawValue)
        return entries[name]?.text == other.entries[name]?.text
      }
  }
}
