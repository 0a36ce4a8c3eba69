import Text

extension Calculation {
  /// One form sheet with its grid.
  ///
  /// Shared rather than copied: rules ask for it all the time, and it holds a whole policy and a whole form.
  public final class SheetLayout: Sendable {
    /// What is filled in, lines and indicator tree included.
    public let sheet: Sheet
    public let policy: Policy
    public let form: Form
    /// The form's, with the year and the unit in it.
    public let title: String
    /// The cells under the table; empty where the form has none.
    public let footer: [CellDefinition]
    /// Every cell in reading order, those of the footer last. Captions call added lines as they were called when the
    /// sheet was first laid out; where a caption is shown, ask `definitions`.
    public let cells: [CellDefinition]
    private let laidOut: FirstGrid
    private let named: Lazy<(grid: FormGrid, definitions: [CellDefinition])>
    /// Prescribed and added rows by the row that they stand under.
    private let rows: [String: [String]]
    /// What each added row stands under.
    private let parents: [String: String]
    /// Where in `cells` each cell stands; the last, where a form names one twice.
    private let positions: [CellKey: Int]

    init(_ sheet: Sheet, _ policy: Policy, _ form: Form, _ layout: FormLayout) {
      self.sheet = sheet
      self.policy = policy
      self.form = form
      title = layout.title
      let grid = layout.grid()
      let footer = layout.footer()
      let cells = grid.definitions + footer
      self.footer = footer
      self.cells = cells
      laidOut = FirstGrid(grid: grid, names: sheet.lineNames)
      named = Lazy { (grid, cells) }
      var rows: [String: [String]] = [:]
      for case .table(let table) in form.blocks {
        for row in table.rows { if let parent = row.parent { rows[parent, default: []].append(row.id) } }
      }
      for row in sheet.rows { rows[row.under, default: []].append(row.id) }
      self.rows = rows
      parents = Dictionary(sheet.rows.map { ($0.id, $0.under) }, uniquingKeysWith: { first, _ in first })
      positions = Dictionary(
        cells.enumerated().map { ($1.address.key, $0) }, uniquingKeysWith: { _, last in last })
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
      parents = other.parents
      positions = other.positions
      cells = other.cells
      laidOut = other.laidOut
      let (cells, laidOut, positions) = (cells, laidOut, positions)
      let renamed = sheet.linesNamed(otherwiseThan: laidOut.names)
      named = Lazy {
        var (grid, definitions) = (laidOut.grid, cells)
        for definition in grid.rename(renamed) {
          if let position = positions[definition.address.key] { definitions[position] = definition }
        }
        return (grid, definitions)
      }
    }

    /// Has the same cells in the same places; their captions may differ.
    public func hasSameCells(as other: SheetLayout) -> Bool {
      form === other.form && policy === other.policy && sheet.hasSameCells(as: other.sheet)
    }

    /// Has the same cells in the same places under the same captions.
    func isLaidOut(as other: SheetLayout) -> Bool {
      form === other.form && policy === other.policy && sheet.isLaidOut(as: other.sheet)
    }

    /// The form as page and paper show it, captions with the present names of the lines.
    public var grid: FormGrid { named.value.grid }
    /// Every cell in reading order, those of the footer last.
    public var definitions: [CellDefinition] { named.value.definitions }

    /// Where in `definitions` a cell stands; nil where the sheet has no such cell.
    public func position(of row: String, _ column: String) -> Int? {
      positions[CellKey(row, column)]
    }

    /// nil where the sheet has no such cell.
    public func definition(of row: String, _ column: String) -> CellDefinition? {
      position(of: row, column).map { definitions[$0] }
    }

    /// The same without a caption to show.
    func cell(of row: String, _ column: String) -> CellDefinition? { position(of: row, column).map { cells[$0] } }

    /// The second level that an added row stands under; nil for every other row.
    func node(above row: String) -> IndicatorTree.Node? {
      parents[row].flatMap { policy.tree(sheet.tree)?.node($0) }
    }

    /// Prescribed and added rows that make up a row or are named beneath it.
    public func children(of row: String) -> [String] { rows[row] ?? [] }
  }
}

/// A grid as a sheet was first laid out, and what its lines were called then, in their order.
private struct FirstGrid: Sendable {
  let grid: FormGrid
  let names: [String]
}

extension Sheet {
  fileprivate func hasSameCells(as other: Sheet) -> Bool {
    id == other.id && tree == other.tree && removedNodes == other.removedNodes && rows == other.rows
  }

  /// Has the same cells under the same captions: these tell the names of the lines.
  fileprivate func isLaidOut(as other: Sheet) -> Bool {
    hasSameCells(as: other) && rows.allSatisfy { name(of: $0.id) == other.name(of: $0.id) }
  }

  /// In the order of the lines; empty where a line has none.
  fileprivate var lineNames: [String] { rows.map { name(of: $0.id) } }

  /// By line, its name where that is another than it was, told in the same order of the same lines.
  fileprivate func linesNamed(otherwiseThan names: [String]) -> [String: String] {
    var renamed: [String: String] = [:]
    for (row, before) in zip(rows, names) {
      let name = name(of: row.id)
      if name != before { renamed[row.id] = name }
    }
    return renamed
  }
}
