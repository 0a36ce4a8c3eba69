import Evaluation
import Text

extension FormReader {
  /// The project and who is in charge, where a region labels them otherwise: 项目名称 for 项目支出名称.
  mutating func readHead(_ head: PrintedHead) {
    for cell in head.cells where form.hasCell("project", cell.column) {
      put(cell.part, "project", cell.column, labelled: cell.label)
    }
  }

  /// 填表人： and 联系电话： on two lines at the most below the table and its notes.
  mutating func readFooter(_ blocks: ArraySlice<ReportBlock>) {
    for block in blocks.prefix(form.notes.count + 2) {
      guard case .paragraph(let part) = block else { return }
      for field in form.footer where sheet.entries[CellKey("footer", field.column)] == nil {
        let captions = form.footer.flatMap { FootWords.spellings(of: $0) }
        let value = FootWords.spellings(of: field).lazy.compactMap { part.value(captioned: $0, among: captions) }.first
        guard let value else { continue }
        put(value, "footer", field.column, labelled: nil)
      }
    }
  }
}

extension Form {
  fileprivate func hasCell(_ row: String, _ column: String) -> Bool {
    blocks.contains { block in
      guard case .grid(let grid) = block else { return false }
      return grid.rows.joined().contains { item in
        if case .cell(let cell) = item.content { cell.key == CellKey(row, column) } else { false }
      }
    }
  }
}

extension TextPart {
  /// What stands behind a caption and its colon, up to a wide gap or the next caption.
  fileprivate func value(captioned caption: String, among captions: [String]) -> TextPart? {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(caption.bare.unicodeScalars.lazy.filter { !["：", ":"].contains($0) })
    guard !wanted.isEmpty, scalars.count > wanted.count,
      let start = (0..<scalars.count - wanted.count).first(where: {
        scalars[$0..<$0 + wanted.count].elementsEqual(wanted)
          // 负责人 alone is not the end of 财务负责人.
          && ($0 == 0 || wanted.count > 3 || !scalars[$0 - 1].isIdeograph)
      })
    else { return nil }
    var index = start + wanted.count
    guard ["：", ":"].contains(scalars[index]) else { return nil }
    index += 1
    while index < scalars.count, scalars[index].isBlank { index += 1 }
    var end = index
    let others = captions.map { Array($0.bare.unicodeScalars.lazy.filter { !["：", ":"].contains($0) }) }
    func isEnd(_ place: Int) -> Bool {
      let isWideGap = scalars[place].isBlank && place + 1 < scalars.count && scalars[place + 1].isBlank
      return isWideGap
        || others.contains { caption in
          scalars[place...].starts(with: caption) && place + caption.count < scalars.count
            && ["：", ":"].contains(scalars[place + caption.count])
        }
    }
    while end < scalars.count, !isEnd(end) { end += 1 }
    return end > index ? part(index..<end) : nil
  }
}
