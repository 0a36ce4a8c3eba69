import Evaluation
import Text

extension FormReader {
  /// A row of a part that is placed cell by cell, known by a label or by what is printed before a value.
  mutating func readGrid(_ cells: [TextPart], _ keys: [LabelKey]) -> Bool {
    var best: (matches: Int, block: GridBlock, row: Int)?
    for case .grid(let block) in form.blocks {
      for (number, items) in block.rows.enumerated() where !items.cells.isEmpty {
        let matches = items.matches(cells, keys, known)
        if matches > (best?.matches ?? 0) { best = (matches, block, number) }
      }
    }
    guard let best else { return false }
    take(best.block.rows[best.row], best.block, best.row, cells, keys)
    return true
  }

  private mutating func take(
    _ items: [GridBlock.Item], _ block: GridBlock, _ number: Int, _ cells: [TextPart], _ keys: [LabelKey]
  ) {
    var rest = items.cells
    let label = place(ofOneOf: items.labels, in: keys).map { cells[$0] }
    // What is printed before a value tells its cell wherever it stands.
    for cell in cells {
      guard let index = rest.firstIndex(where: { cell.value(behind: $0.prefix, known) != nil }) else { continue }
      if let value = cell.value(behind: rest[index].prefix, known) {
        put(value, rest[index].key.row, rest[index].key.column, labelled: cell)
      }
      rest.remove(at: index)
    }
    rest.removeAll { !$0.prefix.isEmpty }
    guard !rest.isEmpty else { return }
    if case .grid(_, _, let captions, let count) = columns, count == cells.count, captions.count > 0 {
      let before = rest.count
      for (place, cell) in cells.enumerated() {
        guard let caption = captions[place], let index = rest.firstIndex(where: { $0.isCaptioned(caption, known) }) else {
          continue
        }
        put(cell, rest[index].key.row, rest[index].key.column, labelled: label)
        rest.remove(at: index)
      }
      if rest.count < before { return }
    }
    takeInOrder(items, cells, keys)
  }

  /// Where the first of these labels stands that does.
  private func place(ofOneOf labels: [String], in keys: [LabelKey]) -> Int? {
    for label in labels { if let place = keys.place(of: known.key(of: label)) { return place } }
    return nil
  }

  /// Cells follow their label in the order of the form.
  private mutating func takeInOrder(_ items: [GridBlock.Item], _ cells: [TextPart], _ keys: [LabelKey]) {
    var wanted: [(label: Int?, cells: [GridBlock.GridCell])] = [(nil, [])]
    for item in items {
      switch item.content {
      case .label(let text): wanted.append((keys.place(of: known.key(of: text)), []))
      case .cell(let cell): wanted[wanted.count - 1].cells.append(cell)
      case .fixed, .empty: break
      }
    }
    for (number, group) in wanted.enumerated() where !group.cells.isEmpty {
      guard let label = group.label else { continue }
      let next = wanted[(number + 1)...].compactMap(\.label).first { $0 > label } ?? cells.count
      var values = Array(cells[(label + 1)..<max(next, label + 1)])
      if values.count > group.cells.count { values.removeAll(where: \.isEmpty) }
      for (cell, value) in zip(group.cells, values) {
        put(value, cell.key.row, cell.key.column, labelled: cells[label])
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
        let wanted = block.rows[row].cells.first(where: { $0.isCaptioned(caption, known) })
      else { continue }
      put(cell, wanted.key.row, wanted.key.column, labelled: nil)
    }
  }
}

extension GridBlock.GridCell {
  /// 全年预算数(A) captions the cell 全年预算数, 分值 the cell 预算执行分值.
  fileprivate func isCaptioned(_ caption: LabelKey, _ known: KnownForm) -> Bool {
    guard !caption.isEmpty else { return false }
    let mine = known.key(of: self.caption)
    return mine.matches(caption) || mine.plain.text.ends(with: caption.plain.text)
  }
}

extension [GridBlock.Item] {
  /// How many of the row's labels and prefixes a document's row shows.
  fileprivate func matches(_ texts: [TextPart], _ keys: [LabelKey], _ known: KnownForm) -> Int {
    let labels = labels.count { keys.place(of: known.key(of: $0)) != nil }
    let prefixes = cells.count { cell in texts.contains { $0.value(behind: cell.prefix, known) != nil } }
    return labels + prefixes
  }
}

extension TextPart {
  /// What stands behind a printed prefix, blank where nothing does; nil where the cell does not begin with it.
  fileprivate func value(behind prefix: String, _ known: KnownForm) -> TextPart? {
    guard !prefix.isEmpty, !isEmpty else { return nil }
    let wanted = known.folded(prefix: prefix)
    var (matched, offset) = (0, 0)
    for scalar in text.unicodeScalars {
      if matched == wanted.count { break }
      offset += 1
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
