import Evaluation
import Text

/// A cell of a form that a label alone tells: beside it, above it, or in front of a colon in the same cell.
struct LabelledCell {
  let label: LabelKey
  let key: CellKey
  let kind: Kind

  enum Kind {
    /// A text under its label, or on the line below the form.
    case text
    /// Stands under its label among others in the form, such as 年度资金总额 under 年初预算数.
    case figure
    /// The only figure under its label, such as 编制数.
    case loneFigure
    /// A text beside its label, the only one in its row.
    case beside
  }

  var isFigure: Bool { kind == .figure || kind == .loneFigure }
}

extension Form {
  /// Goals and figures that the form has under captions, and the line for whoever fills it in.
  var labelledCells: [LabelledCell] {
    var cells: [LabelledCell] = []
    for case .grid(let block) in blocks {
      for (number, items) in block.rows.enumerated() where items.cells.isEmpty && items.labels.count >= 2 {
        guard block.rows.indices.contains(number + 1) else { continue }
        let captions = items.labels.map(LabelKey.of)
        let isFigure = !block.rows[number + 1].labels.isEmpty
        for cell in block.rows[number + 1].cells {
          guard let caption = captions.first(where: cell.isCaptioned) else { continue }
          cells.append(LabelledCell(label: caption, key: cell.key, kind: isFigure ? .figure : .text))
        }
      }
      for items in block.rows where items.cells.count == 1 && items.labels.count == 1 {
        guard items[0].isLabel, let cell = items.cells.first, cell.kind == .paragraph else { continue }
        cells.append(LabelledCell(label: .of(items.labels[0]), key: cell.key, kind: .beside))
      }
    }
    for case .table(let block) in blocks where block.isCaptionMerged && block.rows.count == 1 {
      cells += block.columns.map {
        LabelledCell(label: .of($0.caption), key: CellKey(block.rows[0].id, $0.id), kind: .loneFigure)
      }
    }
    for field in footer {
      cells += FootWords.spellings(of: field).map {
        LabelledCell(label: .of($0), key: CellKey("footer", field.column), kind: .text)
      }
    }
    return cells
  }
}

extension Form {
  /// The cells with what is printed before them.
  var prefixedCells: [(label: LabelKey, key: CellKey)] {
    var found: [(label: LabelKey, key: CellKey)] = []
    for case .grid(let block) in blocks {
      found += block.rows.joined().compactMap { item -> (label: LabelKey, key: CellKey)? in
        guard case .cell(let cell) = item.content, !cell.prefix.isEmpty else { return nil }
        return (label: .of(cell.prefix), key: cell.key)
      }
    }
    return found
  }
}

extension FormReader {
  /// A row whose labels stand right beside what they tell, or above it, where the form has them as captions.
  mutating func readLabelled(_ row: FormRow, _ keys: [LabelKey]) -> Bool {
    let cells = row.cells
    if let (cell, label) = waiting {
      waiting = nil
      let told = cells.filter { !$0.isEmpty }
      if told.count == 1, let only = told.first, !isLabel(only), !only.text.isNote {
        put(only, cell.row, cell.column, labelled: label, as: .position)
        return true
      }
    }
    var found: [(cell: LabelledCell, part: TextPart, label: TextPart)] = []
    var lone: (CellKey, TextPart)?
    for (place, cell) in cells.enumerated() where !cell.isEmpty {
      if let told = labelled(keys[place]) {
        let next = place + 1 < cells.count ? cells[place + 1] : nil
        if told.kind == .beside {
          // In its row the form has it anyway; alone in one it stands above its text.
          if cells.count == 1 { lone = (told.key, cell) }
        } else if let next, !next.isEmpty, !isLabel(next), !told.isFigure || next.saysFigure {
          found.append((told, next, cell))
        } else if !told.isFigure, cells.count(where: { !$0.isEmpty }) == (isSide(keys, before: place) ? 2 : 1) {
          lone = (told.key, cell)
        }
      } else if let (told, part) = behindColon(cell) {
        found.append((told, part, cell))
      }
    }
    if found.isEmpty, lone == nil, let told = goalBeside(row, keys) { found.append(told) }
    if let lone, found.isEmpty, keys.count(where: { labelled($0) != nil }) == 1, sheet.entries[lone.0] == nil {
      waiting = lone
      marks.known.append(lone.1.place)
      return true
    }
    // One figure beside a caption may be anything; two of them are told by their labels.
    let figures = found.count { $0.cell.kind == .figure }
    if figures == 1 { found.removeAll { $0.cell.kind == .figure } }
    guard !found.isEmpty, found.contains(where: { sheet.entries[$0.cell.key] == nil }) else { return false }
    for (cell, part, label) in found {
      put(part, cell.key.row, cell.key.column, labelled: label)
    }
    return true
  }

  /// What came of the goals right beside a label in other words: 目标完成情况 for 年度目标完成情况.
  private func goalBeside(_ row: FormRow, _ keys: [LabelKey]) -> (cell: LabelledCell, part: TextPart, label: TextPart)?
  {
    let told = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard (2...3).contains(told.count), let last = told.last, told[told.count - 2] == last - 1 else { return nil }
    let (label, part) = (row.cells[last - 1], row.cells[last])
    let own = vocabulary.labelled.filter { GoalWord($0.label) == .actual && $0.kind == .text }
    guard GoalWord(keys[last - 1]) == .actual, GoalWord(keys[last]) == nil, !isLabel(part), part.text.scalarCount >= 6,
      own.count == 1, let cell = own.first, sheet.entries[cell.key] == nil
    else { return nil }
    return (cell, part, label)
  }

  /// Figures below the labels that the form prints before them: 一般公共预算 and 政府性基金 side by side above amounts.
  mutating func readBelowLabels(_ row: FormRow, _ keys: [LabelKey], _ rest: inout ArraySlice<FormRow>) -> Bool {
    guard !vocabulary.prefixed.isEmpty, let next = rest.first, next.table == row.table,
      next.cells.count == row.cells.count
    else {
      return false
    }
    let found = keys.enumerated().compactMap { place, key -> (CellKey, Int)? in
      guard !key.isEmpty, let cell = vocabulary.prefixed.first(where: { $0.label.matches(key) }) else { return nil }
      return (cell.key, place)
    }
    guard found.count >= 2, found.map({ $0.1 }) == next.cells.indices.filter({ next.cells[$0].saysFigure }) else {
      return false
    }
    for (key, place) in found { put(next.cells[place], key.row, key.column, labelled: row.cells[place], as: .position) }
    rest = rest.dropFirst()
    return true
  }

  private func labelled(_ key: LabelKey) -> LabelledCell? {
    guard !key.isEmpty else { return nil }
    return vocabulary.labelsOfCells.firstIndex { $0.matches(key) || $0.isTurned(key) }.map { vocabulary.labelled[$0] }
  }

  private func isSide(_ keys: [LabelKey], before place: Int) -> Bool {
    keys[..<place].contains { !$0.isEmpty }
  }

  /// A label, a colon and a text in one cell: 预期目标：…
  private func behindColon(_ cell: TextPart) -> (LabelledCell, TextPart)? {
    guard beforeColons[cell.start] != nil else { return nil }
    let scalars = cell.text.unicodeScalars
    guard let colon = scalars.prefix(24).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    let key = translation(.of(String(scalars[..<colon]))).key
    guard let told = labelled(key), !told.isFigure else { return nil }
    let part = cell.part(from: scalars.distance(from: scalars.startIndex, to: colon) + 1)
    return part.isEmpty ? nil : (told, part)
  }

  /// Says what the form itself prints as a label.
  func isLabel(_ cell: TextPart) -> Bool {
    let key = key(of: cell)
    guard !key.isEmpty else { return false }
    return treeWords.formWords.contains(key.plainWord) || PrintedHead.column(named: key) != nil
  }
}

extension String {
  /// 说明：… below a form.
  var isNote: Bool {
    switch unicodeScalars.first(where: { !$0.isBlank }) {
    case "说", "注", "备":
      let bare = bare
      return ["说明:", "注:", "备注:"].contains(where: bare.begins)
    default: return false
    }
  }
}

extension TextPart {
  /// An amount or a rate.
  var saysFigure: Bool {
    if number != nil { return true }
    // What blanks are left out, and full-width digits are digits.
    let scalars = text.unicodeScalars
    guard let first = scalars.first(where: { !$0.isBlank }), first.halfWidth.isDigit else { return false }
    return scalars.count { !$0.isBlank } <= 16
  }
}

// Parts of a form that are turned about.
extension FormReader {
  /// Captions across the top that are the form's rows: 财政拨款 and 其他资金 side by side.
  mutating func readTurned(_ row: FormRow, _ keys: [LabelKey]) -> Bool {
    for (block, words) in zip(form.blocks, words) {
      guard case .grid(let block) = block, let found = words.rowsSideBySide(keys) else { continue }
      (self.row, node) = (nil, nil)
      columns = .turned(block, found, count: row.cells.count)
      captions = ReadCaptions(row, confidence(of:))
      marks.known += found.keys.map { row.cells[$0].place }
      return true
    }
    return false
  }

  mutating func readTurnedRow(_ row: FormRow, _ keys: [LabelKey], _ block: GridBlock, _ rows: [Int: Int], _ count: Int)
  {
    let under = captions.cells(of: row, shift: row.cells.count - count)
    let first = rows.keys.compactMap { under[$0] }.min() ?? 0
    guard let place = keys.indices.prefix(first).last(where: { !keys[$0].isEmpty }) else { return }
    for (column, number) in rows {
      guard let index = under[column],
        let cell = block.rows[number].cells.first(where: { $0.isCaptioned(keys[place]) })
      else { continue }
      put(
        row.cells[index], cell.key.row, cell.key.column, labelled: row.cells[place], as: captions.confidence(of: column)
      )
    }
  }
}

extension BlockWords {
  /// The numbers of rows with cells under captions whose labels stand side by side, by place; nil for fewer than two.
  fileprivate func rowsSideBySide(_ keys: [LabelKey]) -> [Int: Int]? {
    guard keys.count >= 3 else { return nil }
    var found: [Int: Int] = [:]
    for (number, row) in rows.enumerated() {
      guard let head = row.head, let place = keys.firstIndex(where: { $0.matches(head) }), found[place] == nil else {
        continue
      }
      found[place] = number
    }
    return found.count >= 2 ? found : nil
  }
}
