import Figures
import Text

extension LooseIndicators.Reader {
  /// One cell a line.
  func stacked(at first: Int) -> LooseIndicators? {
    guard let range = lines[first], column(range) != nil else { return nil }
    let cells = cells(from: first)
    var captions: [Range<Int>] = []
    var index = 0
    while index < cells.count, captions.count < 9,
      let (caption, length) = joined(cells[index...], where: { column($0) != nil })
    {
      captions.append(caption)
      index += length
    }
    guard let columns = columns(captions) else { return nil }
    let isBroken = index > captions.count
    var rows = [captions]
    var last = index
    var open: [Range<Int>] = []
    // What stands behind a row, until it is known that the table goes on.
    var reason: Range<Int>?
    var isClosed = false
    while index < cells.count {
      if let (sum, length) = sum(Array(cells[index...].prefix(3)).map(\.range), columns) {
        give(reason, to: &rows, columns)
        rows.append(sum)
        last = index + length
        isClosed = true
        break
      }
      let core = columns.filter { ![.first, .second, .reason].contains($0) }
      let row = Array(cells[index...].prefix(core.count)).map(\.range)
      let next = Array(cells[index...].dropFirst().prefix(core.count)).map(\.range)
      // A level or a reason before a row of figures could itself be taken for a name.
      let isBeforeRow =
        (isLevel(cells[index].range) || columns.contains(.reason) && rows.count > 1)
        && next.count == core.count && fits(next, core)
      if row.count == core.count, fits(row, core), !isBeforeRow {
        give(reason, to: &rows, columns)
        reason = nil
        rows.append(self.cells(of: row, core, under: open, reason: nil, columns))
        open = []
        index += core.count
        last = index
      } else if let (level, length) = joined(cells[index...], where: isLevel) {
        give(reason, to: &rows, columns)
        reason = nil
        open.append(level)
        index += length
      } else {
        // A reason, as long as a row or a level follows soon.
        if open.isEmpty {
          reason = (reason?.lowerBound ?? cells[index].range.lowerBound)..<cells[index].range.upperBound
        }
        index += 1
        if index > last + 4 { break }
      }
    }
    // A sum further below tells that rows lie between that could not be told apart.
    if !isClosed, hasSum(cells[last...].prefix(60).map(\.range), columns) { return nil }
    // Lines that break captions break other cells too: then the sum has to prove that no row was lost.
    if isBroken, !(isClosed && isProven(rows, columns)) { return nil }
    return LooseIndicators(rows: rows, end: cells[last - 1].line + 1)
  }

  /// The texts of the lines from here on, blank ones left out, up to other tables.
  private func cells(from first: Int) -> [(range: Range<Int>, line: Int)] {
    var cells: [(range: Range<Int>, line: Int)] = []
    for (number, line) in lines[first...].enumerated() {
      guard let line, cells.count < 2_000 else { break }
      if !line.isEmpty { cells.append((line, first + number)) }
    }
    return cells
  }

  /// A caption or a level, be it broken into a few lines, and how many these are.
  private func joined(
    _ cells: ArraySlice<(range: Range<Int>, line: Int)>, where isWanted: (Range<Int>) -> Bool
  ) -> (Range<Int>, length: Int)? {
    for length in (1...3).reversed() where cells.count >= length {
      let lines = cells.prefix(length)
      guard let first = lines.first, let last = lines.last, length == 1 || lines.allSatisfy({ $0.range.count <= 10 })
      else { continue }
      let whole = first.range.lowerBound..<last.range.upperBound
      if isWanted(whole) { return (whole, length) }
    }
    return nil
  }

  /// The points of the rows make up those of the sum, or leave 10 of them to the funds.
  private func isProven(_ rows: [[Range<Int>]], _ columns: [LooseIndicators.Column]) -> Bool {
    guard let place = columns.firstIndex(of: .points), let sum = rows.last.flatMap({ number($0[place]) }) else {
      return false
    }
    let points = rows.dropFirst().dropLast().compactMap { number($0[place]) }
    let total = points.reduce(Rational.zero) { $0.adding($1) ?? $0 }
    return total == sum || total.adding(Rational(10)) == sum
  }

  private func number(_ range: Range<Int>) -> Rational? { TextPart(range, of: text).number?.rational }

  /// Among a few cells stands a label of the sum with its figures.
  private func hasSum(_ cells: [Range<Int>], _ columns: [LooseIndicators.Column]) -> Bool {
    cells.indices.contains { sum(Array(cells[$0...].prefix(3)), columns) != nil }
  }

  private func give(_ reason: Range<Int>?, to rows: inout [[Range<Int>]], _ columns: [LooseIndicators.Column]) {
    guard let reason, rows.count > 1, let place = columns.firstIndex(of: .reason) else { return }
    rows[rows.count - 1][place] = reason
  }
}
