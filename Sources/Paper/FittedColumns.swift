/// Widths of a table's columns at which its rows take as little height as can be had, near to the widths given.
///
/// Half a character at a time is taken from the columns that lose least by it, for as long as lines are saved. The
/// same cells always give the same widths.
struct FittedColumns {
  struct Cell: Sendable {
    /// The row in which it begins, and how many it covers.
    let row: Int
    let rowSpan: Int
    let columns: Range<Int>
    let text: String
    /// Halves of a character that stay free at its left.
    var indent = 0
    /// The row in which it begins must hold it, however many it covers.
    var isHeld = false
  }

  /// Half a character, in the unit of the widths.
  let step: Int
  /// What of a cell's width its text cannot use.
  let margin: Int
  private let given: [Int]
  private let rows: Int
  private let cells: [MeasuredCell]

  /// How many halves a column may win in one go: more than that in the next round.
  private static let reach = 8
  /// More than any table was seen to take; what is better by then is taken.
  private static let rounds = 6
  /// How much dearer a line is that makes its row higher.
  private static let rowLine = 4

  init(given: [Int], rows: Int, cells: [Cell], step: Int, margin: Int) {
    self.given = given
    self.rows = rows
    self.step = max(step, 1)
    self.margin = margin
    // Narrower than three fifths, the form would not be that form any more.
    self.cells = cells.map { MeasuredCell($0, least: given[$0.columns].reduce(0, +) * 3 / 5) }
  }

  func widths() -> [Int] {
    var widths = given
    var least = cost(widths)
    for _ in 0..<Self.rounds {
      let before = least
      for column in widths.indices {
        if let wider = widening(column, of: widths, costing: least) { (least, widths) = wider }
      }
      if least == before { break }
    }
    return widths
  }

  /// The best that comes of making a column wider; nil where nothing does.
  private func widening(_ column: Int, of widths: [Int], costing least: Int) -> (Int, [Int])? {
    // What it would be if nobody had to give anything: where that is nothing, nobody is asked.
    guard cost(widths.adding(Self.reach * step, at: column)) < least else { return nil }
    var (tried, now) = (widths, least)
    var best: (Int, [Int])?
    for _ in 0..<Self.reach {
      guard let giver = giver(to: column, in: tried, costing: now) else { break }
      tried = tried.adding(-step, at: giver).adding(step, at: column)
      now = cost(tried)
      if now < best?.0 ?? least { best = (now, tried) }
    }
    return best
  }

  /// The column that loses least by half a character; among equals the one that is widest for what was given.
  private func giver(to column: Int, in widths: [Int], costing now: Int) -> Int? {
    let others = widths.indices.filter { $0 != column && widths[$0] >= 2 * step }
      .sorted { (share($0, widths), $1) > (share($1, widths), $0) }
    var found: (column: Int, cost: Int)?
    for other in others {
      let cost = cost(widths.adding(-step, at: other))
      if cost <= now { return other }
      if cost < found?.cost ?? .max { found = (other, cost) }
    }
    return found?.column
  }

  private func share(_ column: Int, _ widths: [Int]) -> Int { widths[column] * 1_000 / max(given[column], 1) }

  /// Lines of all rows, one on top of the other, and, less dear, lines of all cells. `Int.max` where a cell is too
  /// narrow for its form.
  private func cost(_ widths: [Int]) -> Int {
    var ends = [0]
    ends.reserveCapacity(widths.count + 1)
    for width in widths { ends.append(ends[ends.count - 1] + width) }
    var heights = [Int](repeating: 1, count: rows)
    var effort = 0
    for cell in cells {
      let width = ends[cell.columns.upperBound] - ends[cell.columns.lowerBound]
      guard width >= cell.least else { return .max }
      let setting = cell.setting(at: (width - margin) / step)
      effort += setting.effort
      if cell.rowSpan == 1 { heights[cell.row] = max(heights[cell.row], setting.lines) }
    }
    for cell in cells where cell.rowSpan > 1 {
      let width = ends[cell.columns.upperBound] - ends[cell.columns.lowerBound]
      let last = min(cell.row + cell.rowSpan, rows) - 1
      let missing = cell.setting(at: (width - margin) / step).lines - heights[cell.row...last].reduce(0, +)
      if missing > 0 { heights[last] += missing }
    }
    return heights.reduce(0, +) * Self.rowLine + effort
  }
}

extension [Int] {
  fileprivate func adding(_ number: Int, at index: Int) -> [Int] {
    var sum = self
    sum[index] += number
    return sum
  }
}
