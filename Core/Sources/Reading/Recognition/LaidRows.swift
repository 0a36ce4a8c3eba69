import Text

/// The rows of a table whose grid is not known, each put under its captions again.
///
/// A conversion may leave out cells that are merged or blank and make up for them with blank ones at the end of the row:
/// then a row is as long as its captions and stands beside them all the same. What its columns hold tells where it
/// belongs. A row that fits nowhere, though it is plain that it does not stand under its captions, is left blank: better
/// not read than read as what it does not say.
struct LaidRows {
  private(set) var rows: [FormRow] = []
  private var captions: RowCaptions?

  /// `keys` are the table's.
  init(_ rows: [FormRow], keys: TableKeys) {
    self.rows.reserveCapacity(rows.count)
    for row in rows {
      let words = keys.row(row.cells)
      if let last = self.rows.last, let whole = row.captions(words, below: last, keys.row(last.cells)) {
        self.rows[self.rows.count - 1] = last.laid([nil])
        self.rows.append(laid(whole, keys.row(whole.cells)))
      } else {
        self.rows.append(laid(row, words))
      }
    }
  }

  private mutating func laid(_ row: FormRow, _ keys: [LabelKey]) -> FormRow {
    guard row.columns == nil else {
      captions = nil
      return row
    }
    if let found = RowCaptions(keys, count: row.cells.count) {
      captions = found
      return found.lacksLabel ? row.laid(by: 1, as: row.cells.count + (row.isBlankAtEnd ? 0 : 1)) : row
    }
    guard let captions, row.cells.contains(where: { !$0.isEmpty }) else { return row }
    let cells: [TextPart?]?
    switch captions.kind {
    case .funds: cells = captions.fund(row.cells, keys)
    case .indicators: cells = captions.indicator(row.cells, keys)
    case .goals:
      self.captions = nil
      cells = captions.goal(row.cells, keys)
    }
    return cells.map(row.laid) ?? row
  }
}

extension FormRow {
  fileprivate var isBlankAtEnd: Bool { cells.last?.isEmpty ?? false }

  /// The captions of indicators in two rows, without a grid: the levels and the parts of the target below, what follows the
  /// target above.
  fileprivate func captions(_ keys: [LabelKey], below upper: FormRow, _ above: [LabelKey]) -> FormRow? {
    guard columns == nil, upper.columns == nil, let target = above.firstIndex(where: { $0.caption == .target }),
      Set(above.printedCaptions.values).isSuperset(of: [.actual, .points, .score]),
      !above.contains(where: { $0.caption?.isLevel ?? false })
    else { return nil }
    let found = Set(keys.printedCaptions.values)
    guard found.isSuperset(of: [.name, .target]), found.isDisjoint(with: [.actual, .points, .score]) else { return nil }
    let lower = cells.filter { !$0.isEmpty }
    let rest = upper.cells[(target + 1)...].drop(while: \.isEmpty).prefix(max(0, cells.count - lower.count))
    let blank = max(0, cells.count - lower.count - rest.count)
    return laid(lower + rest + [TextPart?](repeating: nil, count: blank))
  }

  /// With these cells, blank ones for those that are nil.
  fileprivate func laid(_ laid: [TextPart?]) -> FormRow {
    let start = cells.first?.start ?? 0
    return FormRow(cells: laid.map { $0 ?? TextPart("", at: start) }, columns: nil, table: table, isLaid: true)
  }

  /// Moved to the right, blanks at its ends as there is room for them.
  fileprivate func laid(by shift: Int, as count: Int) -> FormRow {
    laid((0..<count).map { cells.indices.contains($0 - shift) ? cells[$0 - shift] : nil })
  }
}
