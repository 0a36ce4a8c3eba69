import Text

extension LooseIndicators.Reader {
  /// One row a line, with single blanks between its cells.
  func spaced(at first: Int) -> LooseIndicators? {
    // A quick look first, as every line of a report comes here.
    guard let range = lines[first], (16...100).contains(range.count),
      range.contains(where: { text.scalars[$0].isBlank }),
      text[range].holds("得分"), let (captions, start) = spacedCaptions(at: first), let columns = columns(captions)
    else { return nil }
    var rows = [captions]
    var (next, end) = (start, start)
    var isClosed = false
    while next < lines.count, let line = lines[next], next <= end + Self.mostFragments {
      let cells = words(of: line)
      next += 1
      if let (sum, _) = sum(cells, columns) {
        rows.append(sum)
        (end, isClosed) = (next, true)
        break
      }
      if let row = row(cells, columns) {
        rows.append(row)
        end = next
      } else if !cells.allSatisfy(isFragment) {
        break
      }
    }
    // Rows further below tell that one between could not be told apart.
    let below = isClosed ? [] : lines[end...].prefix(30).prefix { $0 != nil }.compactMap { $0.map(words) }
    if below.contains(where: { row($0, columns) != nil || sum($0, columns) != nil }) { return nil }
    return LooseIndicators(rows: rows, end: end)
  }

  /// Between two rows there are no more lines that hold nothing but the rest of a label.
  private static let mostFragments = 4

  /// 指标 below 社会效益, or nothing at all.
  private func isFragment(_ word: Range<Int>) -> Bool {
    isLevel(word) || text[word].isExactly(anyOf: ["指标", "绩效", "绩效指标", "绩", "效", "指", "标"])
  }

  /// The captions of a line and the line behind them. What is broken, as 年度 and 实际, is completed by the next line.
  private func spacedCaptions(at first: Int) -> (captions: [Range<Int>], next: Int)? {
    guard let line = lines[first] else { return nil }
    var captions = words(of: line)
    guard captions.count >= 6 else { return nil }
    let broken = captions.indices.filter { column(captions[$0]) == nil }
    if broken.isEmpty { return (captions, first + 1) }
    guard first + 1 < lines.count, let below = lines[first + 1] else { return nil }
    let rest = words(of: below)
    guard rest.count == broken.count, rest.allSatisfy({ column($0) != nil }) else { return nil }
    for (place, word) in zip(broken, rest) {
      guard column(of: text[captions[place]] + text[word]) == column(word) else { return nil }
      captions[place] = word
    }
    return (captions, first + 2)
  }

  /// The words of a line as a row with a cell for every caption; nil where they may be parted in several ways, or in none.
  private func row(_ words: [Range<Int>], _ columns: [LooseIndicators.Column]) -> [Range<Int>]? {
    let core = columns.filter { ![.first, .second, .reason].contains($0) }
    let starts = (0...3).filter { start in
      guard words.count >= start + core.count, fits(Array(words[start..<start + core.count]), core) else {
        return false
      }
      return start == 0 || words[..<start].contains(where: isLevel) || start == 1 && words.count <= columns.count
    }
    let named = starts.filter { !isLevel(words[$0]) }
    guard let start = named.first ?? starts.first, named.count <= 1 else { return nil }
    let rest = words[(start + core.count)...]
    // A figure is no reason.
    if let only = rest.first, rest.count == 1, isNumber(only) { return nil }
    let reason = rest.first.map { $0.lowerBound..<(rest.last?.upperBound ?? $0.upperBound) }
    return cells(
      of: Array(words[start..<start + core.count]), core, under: Array(words[..<start]), reason: reason, columns)
  }
}
