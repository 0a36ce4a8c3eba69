import Evaluation
import Text

extension FormReader {
  /// One row of a table: its label says which row of the form it is, or that the unit added it.
  mutating func readTable(
    _ cells: [TextPart], _ keys: [LabelKey], _ block: TableBlock, _ columns: [Int: TableBlock.Column], _ count: Int
  ) {
    // Rows with fewer cells than captions are aligned at their ends.
    guard cells.count >= columns.count else { return }
    let shift = cells.count - count
    let first = (columns.keys.min() ?? 0) + shift
    let values = columns.sorted { $0.key < $1.key }.compactMap { place, column -> (TextPart, String)? in
      cells.indices.contains(place + shift) ? (cells[place + shift], column.id) : nil
    }
    let isBlank = values.allSatisfy(\.0.isEmpty)
    if block.isCaptionMerged { return isBlank ? () : readFree(values, block) }
    guard let labelPlace = keys.indices.prefix(max(first, 0)).last(where: { !cells[$0].isEmpty }) else { return }
    if let known = block.row(labelled: keys[labelPlace]) {
      row = known
      for (part, column) in values { put(part, known.id, column, labelled: cells[labelPlace]) }
      return
    }
    guard !isBlank, let (owner, rule) = owner(of: cells[labelPlace].text, in: block) else { return }
    let line = addLine(under: owner)
    if !rule.isNumbered { put(cells[labelPlace].withoutNumber, line, "name", labelled: nil) }
    for (part, column) in values { put(part, line, column, labelled: cells[labelPlace]) }
  }

  /// A row of a table whose caption stands beside all of it: its only row, or a line that the unit added.
  private mutating func readFree(_ values: [(TextPart, String)], _ block: TableBlock) {
    if let only = block.rows.first {
      for (part, column) in values { put(part, only.id, column, labelled: nil) }
    } else if values.allSatisfy({ $0.0.text.saysNothing }) {
      guard block.declaration != nil else { return }
      sheet.entries[CellKey(block.id, "none")] = Entry("是")
      places[CellKey(block.id, "none")] = values.first { !$0.0.isEmpty }?.0.place
    } else if block.lines != nil {
      let line = addLine(under: block.id)
      for (part, column) in values { put(part, line, column, labelled: nil) }
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
    return near.first ?? owners.last
  }
}

extension TableBlock {
  /// The row with this label; rows that only resemble it count where no other does.
  func row(labelled key: LabelKey) -> Row? {
    guard !key.isEmpty else { return nil }
    if let exact = rows.first(where: { LabelKey($0.label).matches(key) }) { return exact }
    let alike = rows.filter { LabelKey($0.label).resembles(key) }
    return alike.count == 1 ? alike[0] : nil
  }

  fileprivate func ancestors(of row: Row) -> [String] {
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
