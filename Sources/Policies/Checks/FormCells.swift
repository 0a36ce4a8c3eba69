import Evaluation

/// Every cell that a form may have. What a unit adds under a row stands here as one row, named after it with a plus.
struct FormCells {
  struct Cell {
    let kind: CellKind
    let source: CellSource
    /// Where its formula was written; nil for a cell without one.
    let owner: FormulaOwner?
  }

  let form: Form
  private(set) var cells: [CellKey: Cell] = [:]
  /// The parts of a row, prescribed ones and added lines.
  private(set) var parts: [String: [String]] = [:]
  /// Names that stand for lines of several rows in a sum: indicators, groups, second-level indicators, blocks.
  private(set) var lineNames: [String: [String]] = [:]
  /// Single cells that stand twice.
  static func added(under row: String) -> String { row + "+" }

  init(_ form: Form, trees: [IndicatorTree]) {
    self.form = form
    for block in form.blocks {
      switch block {
      case .table(let table): add(table)
      case .grid(let grid): add(grid)
      case .indicators(let block): add(block, trees)
      }
    }
    for field in form.footer {
      cells[CellKey("footer", field.column)] = Cell(kind: .text, source: .typed, owner: nil)
    }
  }

  private mutating func add(_ table: TableBlock) {
    for row in table.rows {
      for column in table.columns {
        let owner = FormulaOwner.column(form: form.id, block: table.id, column.id)
        var cell = Cell(kind: column.kind, source: column.source, owner: owner)
        if case .typed = column.source {
          cell = Cell(kind: column.kind, source: row.source, owner: .row(form: form.id, row.id))
        }
        cells[CellKey(row.id, column.id)] = cell
      }
      if let parent = row.parent { parts[parent, default: []].append(row.id) }
      guard row.lines != nil else { continue }
      addLines(under: row.id, of: table)
      parts[row.id, default: []].append(Self.added(under: row.id))
    }
    guard table.lines != nil else { return }
    addLines(under: table.id, of: table)
    lineNames[table.id] = [Self.added(under: table.id)]
  }

  private mutating func addLines(under row: String, of table: TableBlock) {
    for column in table.columns {
      cells[CellKey(Self.added(under: row), column.id)] = Cell(
        kind: column.kind, source: column.source, owner: .column(form: form.id, block: table.id, column.id))
    }
  }

  private mutating func add(_ grid: GridBlock) {
    for item in grid.rows.joined() {
      guard case .cell(let cell) = item.content else { continue }
      cells[cell.key] = Cell(kind: cell.kind, source: cell.source, owner: .cell(form: form.id, cell.key))
    }
  }

  private mutating func add(_ block: IndicatorBlock, _ trees: [IndicatorTree]) {
    for tree in trees {
      for group in tree.groups {
        for node in group.nodes {
          let row = Self.added(under: node.id)
          for column in block.columns {
            let kind: CellKind = column.role == .points || column.role == .score ? .points : .text
            cells[CellKey(row, column.role.rawValue)] = Cell(kind: kind, source: .typed, owner: nil)
          }
          for name in ["indicators", group.id, node.id] { lineNames[name, default: []].append(row) }
        }
      }
    }
  }

  var rows: Set<String> { Set(cells.keys.map(\.row)) }
  func columns(of row: String) -> [String] { cells.keys.filter { $0.row == row }.map(\.column).sorted() }
}
