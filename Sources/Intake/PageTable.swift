/// Lines of a page that stand in columns.
struct PageTable {
  /// One for each line; a column where a line has nothing is a blank cell.
  let rows: [[String]]

  /// The table that these lines begin with; nil where they do not.
  ///
  /// Two lines with wide gaps make one. A line that has only something short of the second column belongs to it if the
  /// next one has gaps again.
  init?(startOf lines: ArraySlice<PageLine>) {
    guard let first = lines.first, first.pieces.count > 1 else { return nil }
    var region = lines.prefix { $0.pieces.count > 1 }
    while let label = lines[region.endIndex...].first, !label.isFull,
      let next = lines[region.endIndex...].dropFirst().first, next.pieces.count > 1
    {
      guard let second = Self.columns(of: region).dropFirst().first, label.pieces[0].end <= second else { break }
      let rest = lines[(region.endIndex + 1)...].prefix { $0.pieces.count > 1 }
      region = lines[region.startIndex..<rest.endIndex]
    }
    guard region.count > 1 else { return nil }
    let columns = Self.columns(of: region)
    rows = region.map { Self.cells(of: $0, in: columns) }
  }

  /// Where the columns begin: the furthest left that the lines with the most pieces say.
  private static func columns(of lines: ArraySlice<PageLine>) -> [Int] {
    let most = lines.map(\.pieces.count).max() ?? 0
    let full = lines.filter { $0.pieces.count == most }
    return (0..<most).map { column in full.map { $0.pieces[column].start }.min() ?? 0 }
  }

  /// Words that begin a little before a column belong to it: wide characters shift what follows them.
  private static func cells(of line: PageLine, in columns: [Int]) -> [String] {
    var cells = [String](repeating: "", count: columns.count)
    var column = 0
    for word in line.words {
      let fitting = columns.indices.last { index in
        let gap = index > 0 ? columns[index] - columns[index - 1] : 0
        return columns[index] <= word.start + min(3, gap / 2)
      }
      column = max(column, fitting ?? 0)
      cells[column] += (cells[column].isEmpty ? "" : " ") + word.text
    }
    return cells
  }
}
