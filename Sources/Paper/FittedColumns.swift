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
  /// Those that are set in different ways, by the room they have.
  private let cells: [MeasuredCell]
  /// How they are set, one cell after the other.
  private let settings: [MeasuredCell.Setting]
  /// Columns that cells stand over, which must not be narrower, all of them together.
  private let spans: [(columns: Range<Int>, least: Int)]

  // Used by `cost` again and again: where columns end, what room the spans have, how high rows are.
  private var ends: [Int]
  private var rooms: [Int]
  private var heights: [Int]

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
    func least(_ columns: Range<Int>) -> Int { given[columns].reduce(0, +) * 3 / 5 }
    let (room, margin) = (max(step, 1), margin)
    spans = Set(cells.map(\.columns)).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .map { ($0, least($0)) }
    let numbers = Dictionary(spans.enumerated().map { ($1.columns, $0) }, uniquingKeysWith: { first, _ in first })
    var (kept, settings): ([MeasuredCell], [MeasuredCell.Setting]) = ([], [])
    for cell in cells {
      guard let span = numbers[cell.columns] else { continue }
      let (measured, ways) = MeasuredCell.measured(
        cell, over: span, least: (spans[span].least - margin) / room, after: settings.count)
      // What is set alike in whatever room it is given has no say.
      guard ways.count > 1 else { continue }
      kept.append(measured)
      settings += ways
    }
    (self.cells, self.settings) = (kept, settings)
    ends = [Int](repeating: 0, count: given.count + 1)
    rooms = [Int](repeating: 0, count: spans.count)
    heights = [Int](repeating: 1, count: rows)
  }

  func widths() -> [Int] {
    var working = self
    return working.fitted()
  }

  private mutating func fitted() -> [Int] {
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
  private mutating func widening(_ column: Int, of widths: [Int], costing least: Int) -> (Int, [Int])? {
    var (tried, now) = (widths, least)
    // What it would be if nobody had to give anything: where that is nothing, nobody is asked.
    tried[column] += Self.reach * step
    guard cost(tried) < least else { return nil }
    tried[column] -= Self.reach * step
    var best: (Int, [Int])?
    for _ in 0..<Self.reach {
      guard let giver = giver(to: column, in: &tried, costing: now) else { break }
      tried[giver] -= step
      tried[column] += step
      now = cost(tried)
      if now < best?.0 ?? least { best = (now, tried) }
    }
    return best
  }

  /// The column that loses least by half a character; among equals the one that is widest for what was given.
  private mutating func giver(to column: Int, in widths: inout [Int], costing now: Int) -> Int? {
    let others = widths.indices.filter { $0 != column && widths[$0] >= 2 * step }
      .map { (column: $0, share: widths[$0] * 1_000 / max(given[$0], 1)) }
      .sorted { ($0.share, $1.column) > ($1.share, $0.column) }
    var found: (column: Int, cost: Int)?
    for other in others.map(\.column) {
      widths[other] -= step
      let cost = cost(widths)
      widths[other] += step
      if cost <= now { return other }
      if cost < found?.cost ?? .max { found = (other, cost) }
    }
    return found?.column
  }

  /// Lines of all rows, one on top of the other, and, less dear, lines of all cells. `Int.max` where a cell is too
  /// narrow for its form.
  private mutating func cost(_ widths: [Int]) -> Int {
    for (index, width) in widths.enumerated() { ends[index + 1] = ends[index] + width }
    for (number, span) in spans.enumerated() {
      let width = ends[span.columns.upperBound] - ends[span.columns.lowerBound]
      guard width >= span.least else { return .max }
      rooms[number] = (width - margin) / step
    }
    for row in heights.indices { heights[row] = 1 }
    var effort = 0
    for cell in cells {
      let setting = setting(of: cell)
      effort += setting.effort
      if cell.rowSpan == 1 { heights[cell.row] = max(heights[cell.row], setting.lines) }
    }
    for cell in cells where cell.rowSpan > 1 {
      let last = min(cell.row + cell.rowSpan, rows) - 1
      var missing = setting(of: cell).lines
      for row in cell.row...last { missing -= heights[row] }
      if missing > 0 { heights[last] += missing }
    }
    return heights.reduce(0, +) * Self.rowLine + effort
  }

  private func setting(of cell: MeasuredCell) -> MeasuredCell.Setting { settings[cell.place(at: rooms[cell.span])] }
}
