import OOXML
import Reading

/// How wide the columns of a table should be for what stands in them, in halves of a character.
struct ColumnWidths {
  /// A column narrower than this tears words apart; one wider than this takes from the others what it can do without.
  private static let bounds = 4...40
  private let halves: [Int]

  /// By the longest text of a column's own cells.
  init(of table: ReportContent.Table) {
    var halves = [Int](repeating: Self.bounds.lowerBound, count: table.columnCount)
    for cell in table.rows.joined() where cell.columns.count == 1 {
      let column = cell.columns.lowerBound
      let longest = cell.text.split(separator: "\n").map { TextWidth.halves($0) }.max() ?? 0
      halves[column] = max(halves[column], min(longest, Self.bounds.upperBound))
    }
    self.halves = halves
  }

  /// A width shared out among the columns, all of it.
  func shared(_ width: Length) -> [Length] {
    let all = halves.reduce(0, +)
    var (start, sum) = (0, 0)
    return halves.map { own in
      sum += own
      let end = width.twips * sum / max(all, 1)
      defer { start = end }
      return .twips(end - start)
    }
  }
}
