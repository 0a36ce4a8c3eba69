import Text

/// A table of cells between bars whose lines do not end where its rows do: cells of several lines, or one on every line,
/// and blank ones as bars alone.
///
/// Where rows are filled up to one length, the bars of a row tell where it ends. Where every line holds a cell and
/// nothing is filled up, the words of the table do.
struct BarredRows {
  /// nil where the lines make up no such table.
  let rows: [[Range<Int>]]?
  /// The line that follows.
  let end: Int
  /// Up to here no line need be looked at again: as much was looked through for these rows, or not more than twice what
  /// they take, so that all a text's tables take as long as the text.
  let searched: Int

  /// Rows of fewer cells are not told by their bars alone.
  private static let leastWidth = 6
  /// Fewer lines of one cell each are no table.
  private static let leastLines = 12

  /// nil where no bar stands in that line. Takes as long as the lines up to `searched`, at none of which a table
  /// begins where none does here.
  init?(in text: RunningText, _ lines: [Range<Int>?], at first: Int) {
    let run = Run(in: text, lines, at: first)
    guard !run.bars.isEmpty else { return nil }
    for width in run.widths where width >= Self.leastWidth {
      guard let (found, end) = run.rows(of: width) else { continue }
      // Where each line is a row, there is nothing to put together.
      guard let found else { break }
      (rows, self.end) = (found, end)
      searched = 2 * (end - first) >= run.bars.count ? end : first + run.bars.count
      return
    }
    end = first + run.bars.count
    searched = end
    let stream = run.bars.count >= Self.leastLines ? run.cells.map { CellStream($0, of: text) } : nil
    rows = stream.flatMap { $0.isScored ? $0.rows : nil }
  }

  /// Lines that follow one another, most of them with bars.
  private struct Run {
    let text: RunningText
    let first: Int
    private(set) var ranges: [Range<Int>] = []
    /// Where the bars of each line stand.
    private(set) var bars: [[Int]] = []

    init(in text: RunningText, _ lines: [Range<Int>?], at first: Int) {
      (self.text, self.first) = (text, first)
      for line in lines[first...] {
        guard let line else { break }
        let found = line.filter { text.scalars[$0] == "|" }
        if found.isEmpty, bars.last?.isEmpty ?? true { break }
        ranges.append(line)
        bars.append(found)
      }
      while bars.last?.isEmpty ?? false {
        bars.removeLast()
        ranges.removeLast()
      }
    }

    /// How many bars a row may have: as many as the longest line, or as those up to the first that fills a row up.
    var widths: [Int] {
      guard let longest = bars.map(\.count).max() else { return [] }
      var sum = 0
      for bars in bars {
        sum += bars.count
        if zip(bars, bars.dropFirst()).contains(where: { $0 + 1 == $1 }) { break }
      }
      return sum > longest && sum < 2 * longest ? [longest, sum] : [longest]
    }

    /// Blank cells alone stand at the ends of two lines at least: rows have one length.
    private var isFilledUp: Bool {
      let filled = zip(ranges, bars).count { range, bars in
        bars.count >= 2 && bars[bars.count - 2] + 1 == bars[bars.count - 1]
          && isBlank(bars[bars.count - 1] + 1..<range.upperBound)
      }
      return filled >= 2
    }

    /// Rows of so many bars each, nil where each line is one, and the line behind them; nil where lines do not come out
    /// even.
    func rows(of width: Int) -> (rows: [[Range<Int>]]?, end: Int)? {
      var groups: [Range<Int>] = []
      var (start, sum, isJoined) = (0, 0, false)
      for (number, bars) in bars.enumerated() {
        if sum == 0, bars.isEmpty { break }
        sum += bars.count
        guard sum <= width else { return nil }
        guard sum == width else { continue }
        groups.append(start..<number + 1)
        isJoined = isJoined || number > start
        (start, sum) = (number + 1, 0)
      }
      // The last row may be cut off.
      if sum > 0 { groups.append(start..<bars.count) }
      let end = first + (groups.last?.upperBound ?? 0)
      guard isJoined, groups.count >= 3, isFilledUp else { return (nil, end) }
      let isFramed = groups.allSatisfy { group in
        bars[group.lowerBound].first.map { isBlank(ranges[group.lowerBound].lowerBound..<$0) } ?? false
      }
      let rows = groups.map { group in
        let bars = self.bars[group].flatMap(\.self)
        let ends = [ranges[group.lowerBound].lowerBound] + bars.map { $0 + 1 }
        var cells = zip(ends, bars + [ranges[group.upperBound - 1].upperBound]).map { $0..<$1 }
        if isFramed { cells.removeFirst() }
        if let last = cells.last, isBlank(last) { cells.removeLast() }
        return cells
      }
      return (rows, end)
    }

    /// One cell for every line, each with a bar behind; nil for other lines.
    var cells: [Range<Int>]? {
      guard zip(ranges, bars).allSatisfy({ $1.count == 1 && isBlank($1[0] + 1..<$0.upperBound) }) else { return nil }
      return zip(ranges, bars).map { $0.lowerBound..<$1[0] }
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
      range.allSatisfy { text.scalars[$0].isBlank || text.scalars[$0] == "\n" }
    }
  }
}
