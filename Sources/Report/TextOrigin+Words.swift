public import Reading

extension TextOrigin {
  /// Such as 表 2 第 3 行第 4 格 or 工作表“基础表”B5 格; nil where nothing is known.
  public var words: String? {
    if let sheetCell { return "工作表“\(sheetCell.sheet)”\(sheetCell.reference) 格" }
    if let cell { return "表 \(cell.table + 1) 第 \(cell.row + 1) 行第 \(cell.column + 1) 格" }
    if let paragraph { return "第 \(paragraph + 1) 段" }
    return page.map { "第 \($0 + 1) 页" }
  }
}
