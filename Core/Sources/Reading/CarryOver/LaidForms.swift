import Evaluation
import Text

/// Which rows, columns and cells of one form say the same as those of another, perhaps of another year or region.
struct LaidForms {
  /// Rows, blocks and second-level indicators under which lines stand, and prescribed rows.
  private var rows: [String: String] = [:]
  /// The columns of a table by the row or block that they are of.
  private var columns: [String: [String: String]] = [:]
  private var cells: [CellKey: CellKey] = [:]
  /// Columns of tables that name a year, by row or block.
  private var dated: [String: Set<String>] = [:]
  private let isSameForm: Bool

  init(_ source: Calculation.SheetLayout, of sourceYear: Int, _ target: Calculation.SheetLayout, of targetYear: Int) {
    isSameForm = source.form.id == target.form.id
    let theirs = target.form.tables
    for table in source.form.tables {
      guard let other = theirs.pair(of: table.id, table.caption, id: \.id, label: \.caption) else { continue }
      pair(table, sourceYear, other, targetYear)
    }
    let grids = target.form.gridCells
    for cell in source.form.gridCells {
      let partner =
        grids.first { isSameForm && $0.key == cell.key }
        ?? grids.first { LabelKey($0.caption).whole == LabelKey(cell.caption).whole }
      if let partner { cells[cell.key] = partner.key }
    }
    for field in source.form.footer {
      let partner =
        target.form.footer.first { $0.column == field.column }
        ?? target.form.footer.first { $0.caption == field.caption }
      if let partner { cells[CellKey("footer", field.column)] = CellKey("footer", partner.column) }
    }
    let nodes = target.policy.tree(target.sheet.tree)?.nodes ?? []
    for node in source.policy.tree(source.sheet.tree)?.nodes ?? [] {
      if let other = nodes.pair(of: node.id, node.label, id: \.id, label: \.label) { rows[node.id] = other.id }
    }
  }

  private mutating func pair(_ table: TableBlock, _ sourceYear: Int, _ other: TableBlock, _ targetYear: Int) {
    var paired: [String: String] = [:]
    var named: Set<String> = []
    for column in table.columns {
      let key = LabelKey(column.caption)
      let year = key.year.flatMap { word in word.yearsBack(from: sourceYear).map { sourceYear - $0 } }
      if year != nil { named.insert(column.id) }
      let partner = other.columns.first { candidate in
        let theirs = LabelKey(candidate.caption)
        let theirYear = theirs.year.flatMap { word in word.yearsBack(from: targetYear).map { targetYear - $0 } }
        return theirs.matches(key) && theirYear == year
      }
      if let partner { paired[column.id] = partner.id }
    }
    for row in table.rows {
      if let partner = other.rows.pair(of: row.id, row.label, id: \.id, label: \.label) { rows[row.id] = partner.id }
    }
    rows[table.id] = other.id
    for place in table.rows.map(\.id) + [table.id] { (columns[place], dated[place]) = (paired, named) }
  }

  /// Where lines that stand under a row, a block or an indicator go.
  func place(under row: String) -> String? { rows[row] }

  /// Where a prescribed cell goes.
  func cell(_ key: CellKey) -> CellKey? {
    if let columns = columns[key.row] {
      // The declaration of a block stands beside its columns.
      guard let row = rows[key.row], let column = columns[key.column] ?? (key.column == "none" ? "none" : nil) else {
        return nil
      }
      return CellKey(row, column)
    }
    return cells[key]
  }

  /// Where a column of a line goes that stands under a row, a block or an indicator.
  func column(_ column: String, under row: String) -> String? {
    if column == "name" { return column }
    if let columns = columns[row] { return columns[column] }
    return IndicatorColumn(rawValue: column) == nil ? nil : column
  }

  /// Whether a table's column says of which year it is.
  func isDated(_ column: String, under row: String) -> Bool { dated[row]?.contains(column) ?? false }
  /// Whether lines under a row are third-level indicators.
  func isOfIndicators(_ row: String) -> Bool { columns[row] == nil && rows[row] != nil }
}

extension Form {
  fileprivate var tables: [TableBlock] {
    blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return table
    }
  }

  fileprivate var gridCells: [GridBlock.GridCell] {
    blocks.flatMap { block -> [GridBlock.GridCell] in
      guard case .grid(let grid) = block else { return [] }
      return grid.rows.joined().compactMap { item in
        guard case .cell(let cell) = item.content else { return nil }
        return cell
      }
    }
  }
}

extension Array {
  /// The element with this id, as far as its label says the same, else one whose label does.
  fileprivate func pair(
    of id: String, _ words: String, id idOf: KeyPath<Element, String>, label: KeyPath<Element, String>
  ) -> Element? {
    let key = LabelKey(words)
    let same = first { $0[keyPath: idOf] == id }
    if let same, LabelKey(same[keyPath: label]).matches(key) || words.isEmpty { return same }
    return first { LabelKey($0[keyPath: label]).matches(key) } ?? same
  }
}
