import Text

extension Report {
  /// Reads a flattened Word file: a cell is led by a tab, one a line; a blank line ends a row. A cell's further
  /// paragraphs follow on lines without a tab. Rows such as `cell | cell` are tables too.
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
  private var cells: [Range<Int>] = []
  /// Cells that the row being read still lacks, where blank paragraphs have broken it up.
  private var owed = 0

  private enum Line {
    case cell(Range<Int>)
    case text(Range<Int>)
    case blank
  }

  init(_ text: RunningText) {
    self.text = text
    var lines: [Line] = []
    var start = 0
    while start <= text.scalars.count {
      let end = text.scalars[start...].firstIndex(of: "\n") ?? text.scalars.count
      let scalars = text.scalars[start..<end]
      lines.append(
        scalars.first == "\t" ? .cell(start..<end) : scalars.allSatisfy(\.isBlank) ? .blank : .text(start..<end))
      start = end + 1
    }
    self.lines = lines
  }

  mutating func read() -> [ReportBlock] {
    for (number, line) in lines.enumerated() {
      switch line {
      case .cell(let range):
        cells.append(range)
        owed = max(0, owed - 1)
      case .blank: if owed == 0 { endRow() }
      case .text(let range): take(range, at: number)
      }
    }
    endTable()
    return blocks
  }

  private mutating func take(_ range: Range<Int>, at number: Int) {
    if cells.isEmpty, let owed = cellsOwed(at: number) {
      cells = rows.removeLast()
      self.owed = owed
    }
    if !cells.isEmpty {
      cells[cells.count - 1] = cells[cells.count - 1].lowerBound..<range.upperBound
    } else if let parts = piped(range) {
      rows.append(parts)
    } else {
      endTable()
      let part = TextPart(range, of: text)
      if !part.isEmpty { blocks.append(.paragraph(part)) }
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

  /// The cells of a line such as `cell | cell`.
  private func piped(_ line: Range<Int>) -> [Range<Int>]? {
    let bars = line.filter { index in
      text.scalars[index] == "|" && index > line.lowerBound && text.scalars[index - 1] == " "
        && index + 1 < line.upperBound && text.scalars[index + 1] == " "
    }
    guard !bars.isEmpty else { return nil }
    return zip([line.lowerBound] + bars.map { $0 + 1 }, bars + [line.upperBound]).map { $0..<$1 }
  }

  private mutating func endRow() {
    if !cells.isEmpty { rows.append(cells) }
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
  }
}

extension String {
  /// 附件1-2, or a line that names a form.
  fileprivate var isTitleOfTable: Bool {
    let bare = bare
    return bare.begins(with: "附件") || bare.begins(with: "附表") || bare.ends(with: "表") || bare.ends(with: "报告")
  }
}
