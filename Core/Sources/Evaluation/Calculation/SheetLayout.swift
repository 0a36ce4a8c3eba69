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
    /// Where in `definitions` each cell stands; the last, where a form names one twice.
    private let positions: [CellKey: Int]

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
      positions = Dictionary(
        definitions.enumerated().map { ($1.address.key, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// The same grid for other content of the same shape; lines may be called otherwise. nil where the shape differs.
    init?(_ sheet: Sheet, keeping other: SheetLayout, of form: Form) {
      guard other.form === form, sheet.hasSameCells(as: other.sheet) else { return nil }
      self.sheet = sheet
      policy = other.policy
      self.form = form
      title = other.title
      footer = other.footer
      rows = other.rows
      positions = other.positions
      let renamed = sheet.linesNamed(otherwiseThan: other.sheet)
      var grid = other.grid
      var definitions = other.definitions
      for definition in grid.rename(renamed) {
        let position = other.position(of: definition.address.row, definition.address.column)
        if let position { definitions[position] = definition }
      }
      self.grid = grid
      self.definitions = definitions
    }

    /// Has the same cells in the same places; their captions may differ.
    public func hasSameCells(as other: SheetLayout) -> Bool {
      form === other.form && policy === other.policy && sheet.hasSameCells(as: other.sheet)
    }

    /// Has the same cells in the same places under the same captions.
    func isLaidOut(as other: SheetLayout) -> Bool {
      form === other.form && policy === other.policy && sheet.isLaidOut(as: other.sheet)
    }

    /// Where in `definitions` a cell stands; nil where the sheet has no such cell.
    public func position(of row: String, _ column: String) -> Int? {
      positions[CellKey(row, column)]
    }

    public func definition(of row: String, _ column: String) -> CellDefinition? {
      position(of: row, column).map { definitions[$0] }
    }

    /// Prescribed and added rows that make up a row or are named beneath it.
    public func children(of row: String) -> [String] { rows[row] ?? [] }
  }
}

extension Sheet {
  fileprivate func hasSameCells(as other: Sheet) -> Bool {
    id == other.id && tree == other.tree && removedNodes == other.removedNodes && rows == other.rows
  }

  /// Has the same cells under the same captions: these tell the names of the lines.
  fileprivate func isLaidOut(as other: Sheet) -> Bool {
    hasSameCells(as: other) && linesNamed(otherwiseThan: other).isEmpty
  }

  /// By line, its name where that is another than in a sheet with the same lines; empty where it has none any more.
  fileprivate func linesNamed(otherwiseThan other: Sheet) -> [String: String] {
    var renamed: [String: String] = [:]
    for row in rows {
      let name = name(of: row.id)
      if name != other.name(of: row.id) { renamed[row.id] = name }
    }
    return renamed
  }
}
