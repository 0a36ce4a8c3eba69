/// A row of a table that may belong to a form.
struct FormRow {
  let cells: [TextPart]
  /// Which columns of the table's grid each cell covers; nil where the file does not tell.
  let columns: [Range<Int>]?
  /// The number of the table.
  let table: Int
  /// Put under its captions by what its cells hold.
  var isLaid = false
}

/// A row of captions, by which the cells below are found.
struct ReadCaptions {
  private var columns: [Range<Int>]?
  private var table = -1
  private var confidences: [FieldConfidence] = []

  init() {}

  init(_ row: FormRow, _ confidence: (TextPart) -> FieldConfidence) {
    columns = row.columns
    table = row.table
    confidences = row.cells.map(confidence)
  }

  /// One text reaches across three captions or more of those at `places`, with hardly another beside it: a title, a note, or
  /// what the form has no place for.
  func isCovered(by row: FormRow, at places: [Int]) -> Bool {
    let told = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard let columns, let spans = row.columns, row.table == table, (1...2).contains(told.count) else { return false }
    let widths = told.map { index in places.count { columns[$0].clamped(to: spans[index]).count > 0 } }
    return (widths.max() ?? 0) >= 3
  }

  func confidence(of place: Int) -> FieldConfidence {
    confidences.indices.contains(place) ? confidences[place] : .exact
  }

  /// The cells of a row by the captions that they stand under: by the grid where the file tells it, otherwise shifted
  /// by so many places. A cell under several captions belongs to the first.
  func cells(of row: FormRow, shift: Int) -> RowCells {
    guard let columns, row.table == table, let spans = row.columns else {
      return RowCells(shift: shift, count: row.cells.count, isSure: shift == 0 && !row.isLaid)
    }
    var found: [Int: Int] = [:]
    for (index, span) in spans.enumerated() {
      let shared = columns.map { $0.clamped(to: span).count }
      guard let most = shared.max(), most > 0 else { continue }
      // Of parts of what stands under one caption the last is the nearest to the values.
      if let place = shared.firstIndex(of: most) { found[place] = index }
    }
    return RowCells(found)
  }
}

/// Where in a row the cells under captions stand.
struct RowCells {
  private let found: [Int: Int]?
  private let shift: Int
  private let count: Int
  /// The row is told by its grid, or as long as its captions.
  let isSure: Bool

  init(_ found: [Int: Int]) {
    self.found = found
    (shift, count, isSure) = (0, 0, true)
  }

  init(shift: Int, count: Int, isSure: Bool) {
    found = nil
    self.shift = shift
    self.count = count
    self.isSure = isSure
  }

  subscript(place: Int) -> Int? {
    if let found { return found[place] }
    return (0..<count).contains(place + shift) ? place + shift : nil
  }
}
