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
  private var blocks: [ReportBlock] = []
  private var rows: [[TextPart]] = []
  private var cells: [Range<Int>] = []

  init(_ text: RunningText) { self.text = text }

  mutating func read() -> [ReportBlock] {
    var start = 0
    while start <= text.scalars.count {
      let end = text.scalars[start...].firstIndex(of: "\n") ?? text.scalars.count
      take(start..<end)
      start = end + 1
    }
    endTable()
    return blocks
  }

  private mutating func take(_ line: Range<Int>) {
    let scalars = text.scalars[line]
    if scalars.first == "\t" {
      cells.append(line)
    } else if !cells.isEmpty {
      if scalars.allSatisfy(\.isBlank) {
        endRow()
      } else {
        cells[cells.count - 1] = cells[cells.count - 1].lowerBound..<line.upperBound
      }
    } else if let parts = piped(line) {
      rows.append(parts)
    } else if !scalars.allSatisfy(\.isBlank) {
      endTable()
      let part = TextPart(line, of: text)
      if !part.isEmpty { blocks.append(.paragraph(part)) }
    }
  }

  /// The cells of a line such as `cell | cell`.
  private func piped(_ line: Range<Int>) -> [TextPart]? {
    let bars = line.filter { index in
      text.scalars[index] == "|" && index > line.lowerBound && text.scalars[index - 1] == " "
        && index + 1 < line.upperBound && text.scalars[index + 1] == " "
    }
    guard !bars.isEmpty else { return nil }
    let starts = [line.lowerBound] + bars.map { $0 + 1 }
    return zip(starts, bars + [line.upperBound]).map { TextPart($0..<$1, of: text) }
  }

  private mutating func endRow() {
    guard !cells.isEmpty else { return }
    rows.append(cells.map { TextPart($0, of: text) })
    cells = []
  }

  private mutating func endTable() {
    endRow()
    if !rows.isEmpty { blocks.append(.table(ReportTable(rows: rows))) }
    rows = []
  }
}
