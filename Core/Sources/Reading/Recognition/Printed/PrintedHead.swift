import Text

/// What a printed table says of itself above its figures: the project, who is in charge, who carries it out.
struct PrintedHead {
  private(set) var cells: [(column: String, caption: String, label: TextPart, part: TextPart)] = []
  /// A whole department's table rather than a project's.
  let isDepartment: Bool
  /// The numbers of the rows that were taken.
  private(set) var rows: Set<Int> = []

  /// The column of the project's row that a label names; nil for other labels.
  static func column(named key: LabelKey) -> String? { key.headColumn }

  /// The same by a label's words without what stands in brackets.
  static func column(named plain: String) -> String? {
    guard (4...10).contains(plain.scalarCount) else { return nil }
    if plain.ends(with: "名称") {
      return plain.holds(anyOf: ["项目", "专项", "转移支付"]) && !plain.holds(anyOf: ["单位", "部门", "指标"]) ? "name" : nil
    }
    guard plain.ends(with: "单位") || plain.ends(with: "部门") || plain.ends(with: "机构") || plain.ends(with: "主体") else {
      return nil
    }
    // 中央主管部门 stands above the report's own.
    if plain.holds(anyOf: ["中央", "国家", "省级主管", "上级"]) { return nil }
    if plain.holds("主管") || plain.isExactly("预算部门") { return "department" }
    return plain.holds(anyOf: ["实施", "承担", "执行", "使用"]) || plain.isExactly("项目单位") ? "implementer" : nil
  }

  private static let captions = ["name": "项目名称", "department": "主管部门", "implementer": "实施单位"]

  /// `above` is the line above the table.
  init(_ table: [[TextPart]], keys words: TableKeys, above: String = "") {
    var speaksOfDepartment = above.bare.holds(anyOf: Self.wordsForDepartment)
    for (number, row) in table.enumerated() {
      for (index, cell) in row.enumerated() {
        guard let read = words.label(cell) else { continue }
        if Self.isShort(cell), read.whole.speaksOfDepartment { speaksOfDepartment = true }
        guard let label = read.whole.headColumn ?? read.beforeColon?.headColumn,
          !cells.contains(where: { $0.column == label }), let caption = Self.captions[label],
          let (value, place) = Self.value(of: index, row.map { Self.key($0, words) }, number, in: table, words)
        else { continue }
        cells.append((label, caption, cell, value))
        rows.formUnion([number, place])
      }
    }
    isDepartment = speaksOfDepartment && !cells.contains { $0.column == "name" }
  }

  /// A label says this where a whole department's table is filled in.
  static func speaksOfDepartment(_ plain: String) -> Bool {
    plain.holds(anyOf: wordsForDepartment) || plain.isExactly(anyOf: ["单位名称", "部门名称", "部门单位名称"])
  }
  private static let wordsForDepartment = ["部门整体", "单位整体", "整体支出"]

  /// What is longer is no label here.
  private static func isShort(_ cell: TextPart) -> Bool { cell.text.utf8.count <= 60 }
  private static func key(_ cell: TextPart, _ words: TableKeys) -> LabelKey {
    isShort(cell) ? words.whole(cell) ?? .empty : .empty
  }

  /// What a label says: what stands behind its colon, in the next cell, or, where that is a label as well, below.
  private static func value(
    of index: Int, _ keys: [LabelKey], _ number: Int, in table: [[TextPart]], _ words: TableKeys
  ) -> (TextPart, row: Int)? {
    let row = table[number]
    if column(named: keys[index]) == nil {
      let scalars = row[index].text.unicodeScalars
      guard let colon = scalars.lastIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
      let value = row[index].part(from: scalars.distance(from: scalars.startIndex, to: colon) + 1)
      return value.isEmpty ? nil : (value, number)
    }
    if index + 1 < row.count, column(named: keys[index + 1]) == nil {
      // Above values all cells of the row are labels; the last one may have none beside it.
      return (row[index + 1], number)
    }
    guard keys.count(where: { column(named: $0) != nil }) >= 2, number + 1 < table.count,
      table[number + 1].count == row.count
    else { return nil }
    let below = table[number + 1][index]
    return words.whole(below).map { column(named: $0) != nil } ?? false ? nil : (below, number + 1)
  }
}
