import Text

/// Lays a form out for one sheet.
public struct FormLayout: Sendable {
  let form: Form
  let tree: IndicatorTree?
  let sheet: Sheet
  let year: Int
  let unitName: String
  /// Empty lines behind the added ones at every place that takes lines, for a copy that is filled in elsewhere.
  let spareLines: Int

  /// `sheet` gives the lines, the tree and what is left out of it; `spareLines` are set behind the lines of every
  /// place.
  public init(form: Form, policy: Policy, sheet: Sheet, year: Int, unitName: String, spareLines: Int = 0) {
    self.form = form
    self.tree = policy.tree(sheet.tree)
    self.sheet = sheet
    self.year = year
    self.unitName = unitName
    self.spareLines = spareLines
  }

  /// The lines added under a row, block or second-level indicator, and the spare ones.
  func lines(under parent: String) -> [AddedRow] {
    guard spareLines > 0 else { return sheet.lines(under: parent) }
    return sheet.lines(under: parent) + (1...spareLines).map { AddedRow(id: "spare-\(parent)-\($0)", under: parent) }
  }

  /// Notes on a row which added line it shows.
  func mark(_ row: inout FormGrid.Row, as added: AddedRow) {
    row.line = added.id
    row.parent = added.under
    row.isSpare = spareLines > 0 && !sheet.rows.contains(added)
  }

  /// Notes on a row what the captions of its line call the line, and answers it: its name, or `label` while it has none.
  func name(_ row: inout FormGrid.Row, as added: AddedRow, unnamed label: String) -> String {
    row.unnamed = label.withoutBlanks
    return row.subject(called: sheet.name(of: added.id))
  }

  /// The form's, with the year and the unit in it.
  public var title: String { expanded(form.title) }

  /// All blocks below one another, laid out anew at every call.
  public func grid() -> FormGrid {
    var grid = FormGrid(width: form.width)
    for block in form.blocks {
      switch block {
      case .table(let table): grid.rows += rows(of: table)
      case .grid(let cells): grid.rows += rows(of: cells)
      case .indicators(let indicators): grid.rows += rows(of: indicators)
      }
    }
    return grid
  }

  /// The cells under the table, such as 填表人.
  public func footer() -> [CellDefinition] {
    form.footer.map {
      CellDefinition(
        address: CellAddress(sheet.id, "footer", $0.column), caption: $0.caption, kind: .text, limit: 40)
    }
  }

  /// Fills {year}, {lastYear} and {unit} into a caption.
  public func expanded(_ template: String) -> String {
    guard template.holds("{") else { return template }
    return Placeholders(["year": String(year), "lastYear": String(year - 1), "unit": unitName]).filled(into: template)
  }

  // MARK: Explicit grids

  private func rows(of block: GridBlock) -> [FormGrid.Row] {
    block.rows.enumerated().map { number, items in
      var row = FormGrid.Row()
      var column = 0
      if let side = block.side {
        if number == 0 {
          row.cells.append(
            .init(
              column: 0, columnSpan: side.width, rowSpan: block.rows.count, content: .heading(expanded(side.label))))
        }
        column = side.width
      }
      for item in items {
        row.cells.append(.init(column: column, columnSpan: item.width, content: content(of: item.content)))
        column += item.width
      }
      return row
    }
  }

  private func content(of content: GridBlock.Content) -> FormGrid.Content {
    switch content {
    case .label(let text): return .heading(expanded(text))
    case .fixed(let text): return .fixed(expanded(text))
    case .empty: return .empty
    case .cell(let cell):
      let definition = CellDefinition(
        address: CellAddress(sheet.id, cell.key.row, cell.key.column), caption: expanded(cell.caption),
        kind: cell.kind, source: cell.source, isRequired: cell.isRequired, limit: cell.limit,
        choices: cell.kind == .choice ? Choices(cell.options, areAllPrinted: true) : nil)
      return .value(definition, prefix: expanded(cell.prefix), level: 1)
    }
  }
}
