import Evaluation
import Text

extension FormReader {
  /// A row of a part that is placed cell by cell, known by a label or by what is printed before a value.
  mutating func readGrid(_ row: FormRow, _ keys: [LabelKey]) -> Bool {
    let cells = row.cells
    if let (block, number) = fundRow(row, keys) {
      take(block.rows[number], block, number, row, keys)
      return true
    }
    let beginnings = RowBeginnings(cells, keys, beforeColons)
    var best: (matches: Int, block: GridBlock, row: Int)?
    for (block, words) in zip(form.blocks, words) {
      guard case .grid(let block) = block else { continue }
      for (number, words) in words.rows.enumerated() where words.hasCells {
        let matches = matches(words, cells, keys, beginnings)
        if matches > (best?.matches ?? 0) { best = (matches, block, number) }
      }
    }
    guard let best else { return false }
    take(best.block.rows[best.row], best.block, best.row, row, keys)
    return true
  }

  /// The row of the form that a source of money under captions is meant by, where its words are others: 合计 or 以前年度结转.
  private func fundRow(_ row: FormRow, _ keys: [LabelKey]) -> (GridBlock, Int)? {
    guard case .grid(let block, _, let captions, let count) = columns, row.cells.count == count, captions.count > 0
    else { return nil }
    guard
      let place = keys.indices.last(where: { place in
        row.cells[place].number == nil && FundWord(shown.key(row.cells[place])) != nil
      }), place < 3
    else { return nil }
    let key = shown.key(row.cells[place])
    // What the form says in just these words needs no meaning.
    guard let word = FundWord(key),
      !block.rows.contains(where: { $0.labels.contains { LabelKey.of($0).matches(key) } })
    else { return nil }
    let rows = block.rows.indices.filter { number in
      let items = block.rows[number]
      return items.cells.count >= 2 && items.labels.contains { FundWord(.of($0)) == word }
        && items.cells.allSatisfy { sheet.entries[$0.key] == nil }
    }
    return rows.count == 1 ? (block, rows[0]) : nil
  }

  /// How many of the row's labels and prefixes a document's row shows.
  private func matches(
    _ words: BlockWords.Row, _ texts: [TextPart], _ keys: [LabelKey], _ beginnings: RowBeginnings
  ) -> Int {
    let labels = words.labels.count { word in keys.contains { $0.matches(word) } }
    let prefixes = words.prefixes.count { prefix in
      beginnings.mayShow(prefix) && texts.indices.contains { self.value(at: $0, of: texts, behind: prefix) != nil }
    }
    return labels + prefixes
  }

  private mutating func take(
    _ items: [GridBlock.Item], _ block: GridBlock, _ number: Int, _ row: FormRow, _ keys: [LabelKey]
  ) {
    let cells = row.cells
    var rest = items.cells
    let label =
      items.labels.lazy.compactMap { keys.place(of: $0) }.first.map { cells[$0] }
      ?? cells.first { FundWord(shown.key($0)) != nil }
    // What is printed before a value tells its cell wherever it stands.
    for (place, cell) in cells.enumerated() {
      var told: (index: Int, value: TextPart)?
      for (index, wanted) in rest.enumerated() where told == nil && !wanted.prefix.isEmpty {
        told = value(at: place, of: cells, behind: .of(wanted.prefix)).map { (index, $0) }
      }
      guard let (index, value) = told else { continue }
      put(value, rest[index].key.row, rest[index].key.column, labelled: cell)
      rest.remove(at: index)
    }
    rest.removeAll { !$0.prefix.isEmpty }
    guard !rest.isEmpty else { return }
    if case .grid(_, _, let captions, let count) = columns, count == cells.count, captions.count > 0 {
      let before = rest.count
      for (place, cell) in cells.enumerated() {
        guard let caption = captions[place], let index = rest.firstIndex(where: { $0.isCaptioned(caption) }) else {
          continue
        }
        put(
          cell, rest[index].key.row, rest[index].key.column, labelled: label, as: self.captions.confidence(of: place))
        rest.remove(at: index)
      }
      if rest.count < before { return }
    }
    // Sums stand under the captions of what they add up, whatever the order of these.
    if case .indicators(let columns, _, _, let count) = columns, row.columns != nil {
      let under = captions.cells(of: row, shift: cells.count - count)
      let found = rest.compactMap { cell -> (GridBlock.GridCell, TextPart)? in
        guard let place = columns.first(where: { $0.value.rawValue == cell.key.column })?.key, let index = under[place],
          cells[index].isEmpty || cells[index].number != nil
        else { return nil }
        return (cell, cells[index])
      }
      if found.count == rest.count {
        for (cell, part) in found { put(part, cell.key.row, cell.key.column, labelled: label) }
        return
      }
    }
    takeInOrder(items, cells, keys)
  }

  /// Cells follow their label in the order of the form.
  private mutating func takeInOrder(_ items: [GridBlock.Item], _ cells: [TextPart], _ keys: [LabelKey]) {
    var wanted: [(label: Int?, cells: [GridBlock.GridCell])] = [(nil, [])]
    for item in items {
      switch item.content {
      case .label(let text): wanted.append((keys.place(of: text), []))
      case .cell(let cell): wanted[wanted.count - 1].cells.append(cell)
      case .fixed, .empty: break
      }
    }
    for (number, group) in wanted.enumerated() where !group.cells.isEmpty {
      guard let label = group.label else { continue }
      let next = wanted[(number + 1)...].compactMap(\.label).first { $0 > label } ?? cells.count
      var values = Array(cells[(label + 1)..<max(next, label + 1)])
      // Labels of their own between values, such as 得分 before the second of two sums, are none.
      if values.count > group.cells.count || group.cells.count == 1 { values.removeAll(where: isLabel) }
      // Of points and score a document tells the score.
      if group.cells.count == 2, group.cells.map(\.key.column) == ["points", "score"], values.count == 1 {
        values.insert(TextPart("", at: values[0].start), at: 0)
      }
      if values.count > group.cells.count {
        // Blank cells stand for what a form leaves out: behind all that it has, or anywhere.
        let isBlankBehind = values.dropFirst(group.cells.count).allSatisfy(\.isEmpty)
        if isBlankBehind {
          values = Array(values.prefix(group.cells.count))
        } else {
          values.removeAll(where: \.isEmpty)
        }
      }
      let confidence = group.cells.count == 1 && values.count == 1 ? FieldConfidence.exact : .position
      for (cell, value) in zip(group.cells, values) {
        put(value, cell.key.row, cell.key.column, labelled: cells[label], as: confidence)
      }
    }
  }

  /// A row without labels under captions: goals under 年初目标设定 and 全年实际完成情况.
  mutating func readUnderCaptions(
    _ cells: [TextPart], _ block: GridBlock, _ row: Int, _ captions: [Int: LabelKey], _ count: Int
  ) {
    guard block.rows.indices.contains(row), cells.count == count else { return }
    for (place, cell) in cells.enumerated() where !cell.isEmpty {
      guard let caption = captions[place],
        let wanted = block.rows[row].cells.first(where: { $0.isCaptioned(caption) })
      else { continue }
      put(cell, wanted.key.row, wanted.key.column, labelled: nil, as: self.captions.confidence(of: place))
    }
  }

  /// What stands in a cell behind the words that the form prints there, or behind others that say the same.
  func value(in cell: TextPart, behind prefix: PrintedPrefix) -> TextPart? {
    guard !cell.isEmpty else { return nil }
    if let value = cell.value(behind: prefix) { return value }
    guard let label = beforeColons[cell.start], label.key.matches(prefix.key) else { return nil }
    return cell.part(from: label.length)
  }

  /// The same, or the figure in the next cell where the words are all that the cell says.
  private func value(at place: Int, of cells: [TextPart], behind prefix: PrintedPrefix) -> TextPart? {
    if let value = self.value(in: cells[place], behind: prefix) {
      return value.isEmpty ? cells.loneFigure(behind: place) ?? value : value
    }
    if case .indicators = columns { return nil }
    return key(of: cells[place]).matches(prefix.key) ? cells.loneFigure(behind: place) : nil
  }
}

/// How the cells of a row begin, by which most of what a form prints before values is told not to stand there.
private struct RowBeginnings {
  private var letters: [Unicode.Scalar] = []
  private var labels: [LabelKey] = []

  init(_ cells: [TextPart], _ keys: [LabelKey], _ beforeColons: [Int: (key: LabelKey, length: Int)]) {
    for (cell, key) in zip(cells, keys) where !cell.isEmpty {
      if let letter = cell.text.firstComparedScalar { letters.append(letter) }
      if !key.isEmpty { labels.append(key) }
      if let label = beforeColons[cell.start] { labels.append(label.key) }
    }
  }

  /// False where no cell begins with it or says the same.
  func mayShow(_ prefix: PrintedPrefix) -> Bool {
    guard let first = prefix.folded.first else { return true }
    return letters.contains(first) || labels.contains { $0.matches(prefix.key) }
  }
}

extension String {
  /// The first scalar that `folded` keeps, as it has it.
  fileprivate var firstComparedScalar: Unicode.Scalar? {
    for scalar in unicodeScalars {
      if scalar.isIdeograph { return scalar }
      if scalar.isASCII, !scalar.isDigit, !scalar.isLatinLetter { continue }
      if let first = String(scalar).folded.unicodeScalars.first { return first }
    }
    return nil
  }
}

extension [TextPart] {
  /// The figure in the next cell; nil where others follow it, as in a row of amounts under captions.
  fileprivate func loneFigure(behind place: Int) -> TextPart? {
    guard place + 1 < count, self[place + 1].saysFigure else { return nil }
    return place + 2 < count && self[place + 2].saysFigure ? nil : self[place + 1]
  }
}

extension GridBlock.GridCell {
  /// 全年预算数(A) captions the cell 全年预算数, 分值 the cell 预算执行分值.
  func isCaptioned(_ caption: LabelKey) -> Bool {
    guard !caption.isEmpty else { return false }
    let mine = LabelKey.of(self.caption)
    return mine.matches(caption) || mine.isTurned(caption) || mine.plain.ends(with: caption.plain)
  }
}

extension TextPart {
  /// What stands behind a printed prefix, blank where nothing does; nil where the cell does not begin with it.
  fileprivate func value(behind prefix: PrintedPrefix) -> TextPart? {
    let wanted = prefix.folded
    var (matched, offset) = (0, 0)
    for scalar in text.unicodeScalars {
      if matched == wanted.count { break }
      offset += 1
      if scalar.isIdeograph {
        guard scalar == wanted[matched] else { return nil }
        matched += 1
        continue
      }
      if scalar.isASCII, !scalar.isDigit, !scalar.isLatinLetter { continue }
      let folded = String(scalar).folded
      guard !folded.isEmpty else { continue }
      guard folded.unicodeScalars.first == wanted[matched] else { return nil }
      matched += 1
    }
    guard matched == wanted.count else { return nil }
    let rest = text.unicodeScalars.dropFirst(offset)
    let marks = rest.prefix { $0.isBlank || ["：", ":", "=", "＝"].contains($0) }
    // 项目支出 alone is not the beginning of 项目支出名称.
    guard rest.isEmpty || !marks.isEmpty else { return nil }
    return part(from: offset + marks.count)
  }
}
