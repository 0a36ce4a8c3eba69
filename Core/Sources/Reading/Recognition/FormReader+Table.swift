import Evaluation
import Text

extension FormReader {
  /// One row of a table: its label says which row of the form it is, or that the unit added it.
  mutating func readTable(
    _ row: FormRow, _ keys: [LabelKey], _ block: TableBlock, _ columns: [Int: TableBlock.Column], _ count: Int
  ) {
    // Rows with fewer cells than captions are aligned at their ends.
    let cells = row.cells
    guard cells.count >= columns.count || row.columns != nil, !cells.contains(where: \.text.isNote) else { return }
    let under = captions.cells(of: row, shift: cells.count - count)
    let values = columns.sorted { $0.key < $1.key }.compactMap { place, column -> ReadValue? in
      guard let index = under[place] else { return nil }
      let confidence = max(captions.confidence(of: place), under.isSure ? .exact : .position)
      return ReadValue(part: cells[index], column: column.id, index: index, confidence: confidence)
    }
    let isBlank = values.allSatisfy(\.part.isEmpty)
    if block.isCaptionMerged { return isBlank ? () : readFree(values, block) }
    let taken = Set(values.map(\.index))
    let first = taken.min() ?? 0
    // The label stands before the values, or where the columns are turned about, somewhere else.
    guard
      let place = keys.indices.prefix(first).last(where: { !cells[$0].isEmpty })
        ?? keys.indices.first(where: { !taken.contains($0) && !cells[$0].isEmpty })
    else { return }
    if let (known, confidence) = block.row(labelled: keys[place]) {
      self.row = known
      for value in values {
        put(value.part, known.id, value.column, labelled: cells[place], as: max(confidence, value.confidence))
      }
      return
    }
    guard !isBlank, let (owner, rule) = owner(of: cells[place].text, in: block) else { return }
    let line = addLine(under: owner)
    if !rule.isNumbered {
      put(cells[place].withoutNumber, line, "name", labelled: nil, as: .position, printed: cells[place])
    }
    for value in values { put(value.part, line, value.column, labelled: cells[place], as: value.confidence) }
  }

  /// A text under a caption.
  struct ReadValue {
    let part: TextPart
    let column: String
    /// Its place in the row.
    let index: Int
    let confidence: FieldConfidence
  }

  /// A row of a table whose caption stands beside all of it: its only row, or a line that the unit added.
  private mutating func readFree(_ values: [ReadValue], _ block: TableBlock) {
    if let only = block.rows.first {
      for value in values { put(value.part, only.id, value.column, labelled: nil, as: value.confidence) }
    } else if values.allSatisfy({ $0.part.text.saysNothing || $0.part.saysThatThereIsNone }) {
      guard block.declaration != nil, let word = values.first(where: { !$0.part.isEmpty }) else { return }
      put(word.part, block.id, "none", labelled: nil, text: "是")
    } else if block.lines != nil {
      let line = addLine(under: block.id)
      for value in values { put(value.part, line, value.column, labelled: nil, as: value.confidence) }
    }
  }

  /// The row that takes added lines and that an unknown label belongs to: numbered like the main parts, it stands
  /// beside them; otherwise under the row above.
  /// Where no row does, the block itself may.
  private func owner(of label: String, in block: TableBlock) -> (id: String, rule: LineRule)? {
    if let row = owningRow(of: label, in: block), let rule = row.lines { return (row.id, rule) }
    return block.lines.map { (block.id, $0) }
  }

  private func owningRow(of label: String, in block: TableBlock) -> TableBlock.Row? {
    let owners = block.rows.filter { $0.lines != nil }
    guard let row else { return nil }
    let above = [row.id] + block.ancestors(of: row)
    let near = owners.filter { above.contains($0.id) }.sorted { $0.level > $1.level }
    let isNumbered = HeadingNumber(of: label) != nil
    if isNumbered, let outer = near.last(where: { $0.level < (row.parent == nil ? 2 : row.level) }) { return outer }
    // A row that takes no lines may stand behind the lines of one before it.
    let place = block.rows.firstIndex { $0.id == row.id } ?? 0
    return near.first ?? owners.last { owner in block.rows.firstIndex { $0.id == owner.id } ?? 0 <= place }
  }
}

extension TableBlock {
  /// The row with this label; rows that only resemble it count where no other does.
  func row(labelled key: LabelKey) -> (row: Row, confidence: FieldConfidence)? {
    guard !key.isEmpty else { return nil }
    if let exact = rows.first(where: { LabelKey.of($0.label).matches(key) }) { return (exact, .exact) }
    let alike = rows.filter { LabelKey.of($0.label).resembles(key) }
    return alike.count == 1 ? (alike[0], .similar) : nil
  }

  func ancestors(of row: Row) -> [String] {
    var ids: [String] = []
    var current = row.parent
    while let id = current, !ids.contains(id) {
      ids.append(id)
      current = rows.first { $0.id == id }?.parent
    }
    return ids
  }
}

extension TextPart {
  /// 本年无完工项目.
  fileprivate var saysThatThereIsNone: Bool {
    guard text.scalarCount <= 16, !text.unicodeScalars.contains(where: \.isDigit) else { return false }
    let bare = text.bare
    return ["无", "没有", "本年无", "本年度无", "当年无", "年内无", "本年没有"].contains(where: bare.hasPrefix)
  }

  /// Without 其中： or a number in front.
  var withoutNumber: TextPart {
    var length = HeadingNumber(of: text)?.length ?? 0
    let rest = Array(text.unicodeScalars.dropFirst(length))
    if rest.starts(with: "其中".unicodeScalars) {
      length += 2 + (rest.dropFirst(2).first.map { $0 == "：" || $0 == ":" } == true ? 1 : 0)
    }
    return part(from: length)
  }
}
