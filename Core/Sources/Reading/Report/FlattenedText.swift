import Text

extension Report {
  /// Reads a flattened Word file: a cell is led by a tab, one a line; a blank line ends a row. A cell's further
  /// paragraphs follow on lines without a tab. Rows such as `cell | cell` are tables too, and so are lines that follow
  /// one another with three cells or more between tabs or wide gaps.
  public init(flattened string: String) {
    let text = RunningText(string)
    var reader = FlattenedText(text)
    self.init(text: text, blocks: reader.read())
  }
}

private struct FlattenedText {
  let text: RunningText
  private let lines: [Line]
  private var blocks: [ReportBlock] = []
  /// The rows of the table being read, its cells by their place.
  private var rows: [[Range<Int>]] = []
  /// How many cells the longest of them has.
  private var width = 0
  private var cells: [Range<Int>] = []
  /// Cells that the row being read still lacks, where blank paragraphs have broken it up.
  private var owed = 0
  /// The last row was one of cells between gaps.
  private var isSpaced = false
  /// The rows being read have no bar in front of their first cell: one there leaves that cell blank.
  private var isUnframed = false
  /// How far the answer to that holds.
  private var framingEnd = 0
  /// How the text was broken into lines of one width; nil where lines are paragraphs.
  private let wrap: LineWrap?
  /// Where the paragraph begins that may go on on the next line, and the last line of it.
  private var open: (start: Int, line: Range<Int>)?
  /// Paragraphs of several lines by their place among the blocks; they are read when all their lines are known.
  private var wrapped: [Int: Range<Int>] = [:]

  private enum Line {
    case cell(Range<Int>)
    case text(Range<Int>)
    case blank

    /// Empty for a blank line, nil for a cell.
    var outsideTables: Range<Int>? {
      switch self {
      case .cell: nil
      case .text(let range): range
      case .blank: 0..<0
      }
    }
  }

  init(_ text: RunningText) {
    self.text = text
    var lines: [Line] = []
    var start = 0
    while start <= text.scalars.count {
      let end = text.scalars[start...].firstIndex(of: "\n") ?? text.scalars.count
      let scalars = text.scalars[start..<end]
      // A tab in front of one cell; with others behind it, it stands for a blank cell of a row.
      let isCell = scalars.first == "\t" && !scalars.dropFirst().contains("\t")
      lines.append(isCell ? .cell(start..<end) : scalars.allSatisfy(\.isBlank) ? .blank : .text(start..<end))
      start = end + 1
    }
    self.lines = lines
    wrap = LineWrap(
      of: lines.compactMap { line in
        guard case .text(let range) = line else { return nil }
        return text.scalars[range]
      })
  }

  mutating func read() -> [ReportBlock] {
    let ranges = lines.map { line in if case .text(let range) = line { range } else { nil as Range<Int>? } }
    let looseRanges = lines.map(\.outsideTables)
    var next = 0
    // At lines up to here no table begins whose rows are others than its lines.
    var barredEnd = 0
    for (number, line) in lines.enumerated() where number >= next {
      if cells.isEmpty, let loose = LooseIndicators(in: text, looseRanges, at: number) {
        endTable()
        open = nil
        rows = loose.rows
        endTable()
        next = loose.end
        continue
      }
      if cells.isEmpty, number >= barredEnd, let barred = BarredRows(in: text, ranges, at: number) {
        barredEnd = barred.searched
        if let found = barred.rows {
          endTable()
          open = nil
          rows = found
          endTable()
          next = barred.end
          continue
        }
      }
      switch line {
      case .cell(let range):
        open = nil
        cells.append(range)
        owed = max(0, owed - 1)
      case .blank:
        open = nil
        if owed == 0 { endRow() }
      case .text(let range): take(range, at: number)
      }
    }
    endTable()
    for (place, range) in wrapped { blocks[place] = .paragraph(TextPart(range, of: text, isWrapped: true)) }
    return blocks
  }

  private mutating func take(_ range: Range<Int>, at number: Int) {
    if cells.isEmpty, let owed = cellsOwed(at: number) {
      cells = rows.removeLast()
      self.owed = owed
    }
    if !cells.isEmpty {
      cells[cells.count - 1] = cells[cells.count - 1].lowerBound..<range.upperBound
    } else if let parts = piped(range, at: number) {
      if !parts.allSatisfy({ isRuler($0) }) { add(parts) }
      isSpaced = false
    } else if let parts = spaced(range, at: number) {
      if !isSpaced { endTable() }
      // What is blank at the end of a row leaves no gap.
      let missing = max(0, min(width, Self.widest) - parts.count)
      add(parts + [Range<Int>](repeating: range.upperBound..<range.upperBound, count: missing))
      isSpaced = true
    } else {
      endTable()
      takeParagraph(range)
      return
    }
    open = nil
  }

  /// Tables of reports are narrower: no row is filled up beyond, or one long line would make all behind it as long.
  private static let widest = 64

  private mutating func add(_ row: [Range<Int>]) {
    rows.append(row)
    width = max(width, row.count)
  }

  /// A paragraph, or the next line of the one before.
  private mutating func takeParagraph(_ range: Range<Int>) {
    guard let wrap else {
      let part = TextPart(range, of: text)
      if !part.isEmpty { blocks.append(.paragraph(part)) }
      return
    }
    if let open, wrap.goesOn(text.scalars[range], behind: text.scalars[open.line]) {
      wrapped[blocks.count - 1] = open.start..<range.upperBound
      self.open = (open.start, range)
    } else {
      open = nil
      let part = TextPart(range, of: text)
      guard !part.isEmpty else { return }
      blocks.append(.paragraph(part))
      open = (range.lowerBound, range)
    }
  }

  /// A text behind a blank line goes on in the last cell of the row above where that row lacks cells: how many more are
  /// to come, as far as that is known. nil where the table has come to its end.
  private func cellsOwed(at number: Int) -> Int? {
    guard let row = rows.last else { return nil }
    for whole in fullCounts where whole > row.count {
      if fills(whole - row.count, from: number) { return whole - row.count }
    }
    return row.count == 1 && TextPart(row[0], of: text).isEmpty && isCellText(at: number) ? 0 : nil
  }

  /// How many cells the last rows have, a row that is broken up behind its first cell among them.
  private var fullCounts: [Int] {
    let counts = rows.suffix(12).map(\.count)
    let joined = zip(counts, counts.dropFirst()).filter { $0.0 == 1 }.map { $0.0 + $0.1 }
    return (counts.reversed() + joined.reversed()).filter { $0 >= 3 }
  }

  /// The lines that follow hold just so many cells before a row ends.
  private func fills(_ owed: Int, from number: Int) -> Bool {
    var (found, others) = (0, 0)
    for line in lines[number...] {
      switch line {
      case .cell: found += 1
      case .blank:
        others += 1
        if found == owed { return true }
      case .text(let range):
        others += 1
        if text[range].isTitleOfTable { return false }
      }
      if found > owed || others > 24 { return false }
    }
    return found == owed
  }

  /// A few short lines with a cell right behind them that are no title.
  private func isCellText(at number: Int) -> Bool {
    var count = 0
    for line in lines[number...] {
      switch line {
      case .cell: return true
      case .blank: return false
      case .text(let range):
        count += range.count
        if count > 40 || text[range].isTitleOfTable { return false }
      }
    }
    return false
  }

  /// The cells of a line such as `cell | cell` or `| cell | cell |`.
  private mutating func piped(_ line: Range<Int>, at number: Int) -> [Range<Int>]? {
    let bars = bars(of: line)
    guard !bars.isEmpty else { return nil }
    if rows.isEmpty || isSpaced, number >= framingEnd { findUnframedRow(from: number) }
    var cells = zip([line.lowerBound] + bars.map { $0 + 1 }, bars + [line.upperBound]).map { $0..<$1 }
    // With a bar in front the one at the end closes the last cell.
    if !isUnframed, isBlank(cells[0]) {
      cells.removeFirst()
      if let last = cells.last, isBlank(last) { cells.removeLast() }
    }
    return cells.isEmpty ? nil : cells
  }

  /// Whether of the lines with bars that follow one another from here one has none in front of its first cell. The same
  /// holds from every line up to that one on, or up to their end.
  private mutating func findUnframedRow(from number: Int) {
    (isUnframed, framingEnd) = (false, number)
    for line in lines[number...] {
      guard case .text(let range) = line, let first = bars(of: range).first else { return }
      framingEnd += 1
      isUnframed = !isBlank(range.lowerBound..<first)
      if isUnframed { return }
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool { text.scalars[range].allSatisfy(\.isBlank) }

  /// The bars between the cells of a line, and at its ends.
  private func bars(of line: Range<Int>) -> [Int] {
    let all = line.filter { text.scalars[$0].isBar }
    return all.count > 2
      ? all
      : all.filter { index in
        index > line.lowerBound && text.scalars[index - 1] == " "
          && (index + 1 == line.upperBound || text.scalars[index + 1] == " ")
      }
  }

  /// --- below the captions of a row.
  private func isRuler(_ cell: Range<Int>) -> Bool {
    cell.contains { text.scalars[$0] == "-" }
      && cell.allSatisfy { ["-", ":", " "].contains(text.scalars[$0]) }
  }

  /// The cells of a line with tabs or wide gaps in it, where the line beside it has some too.
  private func spaced(_ line: Range<Int>, at number: Int) -> [Range<Int>]? {
    let cells = gapped(line)
    if isSpaced, !rows.isEmpty { return cells.count >= 2 ? cells : nil }
    guard cells.count >= 3, number + 1 < lines.count, case .text(let next) = lines[number + 1],
      gapped(next).count >= 3
    else { return nil }
    return cells
  }

  /// The stretches between tabs, or else between two blanks or more.
  private func gapped(_ line: Range<Int>) -> [Range<Int>] {
    if line.contains(where: { text.scalars[$0] == "\t" }) {
      return text.scalars[line].split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.startIndex..<$0.endIndex
      }
    }
    var cells: [Range<Int>] = []
    var blanks = 2
    for index in line {
      if text.scalars[index].isBlank {
        // An ideographic space is as wide as two.
        blanks += text.scalars[index] == "\u{3000}" ? 2 : 1
        continue
      }
      if blanks >= 2 {
        cells.append(index..<index + 1)
      } else {
        cells[cells.count - 1] = cells[cells.count - 1].lowerBound..<index + 1
      }
      blanks = 0
    }
    return joiningSpread(cells)
  }

  /// 合  计 is one word that was set wide.
  private func joiningSpread(_ cells: [Range<Int>]) -> [Range<Int>] {
    guard cells.count > 3 else { return cells }
    var joined: [Range<Int>] = []
    for cell in cells {
      if let last = joined.last, last.count == 1, cell.count == 1, cell.lowerBound - last.upperBound <= 6,
        Self.spreadWords.contains(where: { $0 == (text.scalars[last.lowerBound], text.scalars[cell.lowerBound]) })
      {
        joined[joined.count - 1] = last.lowerBound..<cell.upperBound
      } else {
        joined.append(cell)
      }
    }
    return joined
  }
  private static let spreadWords: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("合", "计"), ("总", "计"), ("小", "计"), ("共", "计"), ("总", "分"), ("得", "分"), ("分", "值"), ("备", "注"), ("项", "目"),
    ("内", "容"), ("序", "号"),
  ]

  private mutating func endRow() {
    if !cells.isEmpty { add(cells) }
    cells = []
    owed = 0
  }

  private mutating func endTable() {
    endRow()
    let text = text
    if !rows.isEmpty {
      blocks.append(.table(ReportTable(rows: rows.map { row in row.map { TextPart($0, of: text) } })))
    }
    rows = []
    width = 0
    isSpaced = false
  }
}

extension Unicode.Scalar {
  fileprivate var isBar: Bool { self == "|" || self == "｜" || self == "│" }
}

extension String {
  /// 附件1-2, or a line that names a form.
  fileprivate var isTitleOfTable: Bool {
    let bare = bare
    return bare.begins(with: "附件") || bare.begins(with: "附表") || bare.ends(with: "表") || bare.ends(with: "报告")
  }
}
