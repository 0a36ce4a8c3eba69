import Text

/// What a printed table says of itself above its figures: the project, who is in charge, who carries it out.
struct PrintedHead {
  private(set) var cells: [(column: String, caption: String, label: TextPart, part: TextPart)] = []
  /// A whole department's table rather than a project's.
  let isDepartment: Bool
  /// The numbers of the rows that were taken.
  private(set) var rows: Set<Int> = []

  private static let labels: [(String, String, Set<String>)] = [
    ("name", "项目名称", ["项目名称", "专项名称", "项目支出名称", "专项资金名称"]),
    ("department", "主管部门", ["主管部门", "项目主管部门", "县级主管部门", "省级主管部门", "预算部门"]),
    ("implementer", "实施单位", ["实施单位", "项目实施单位", "项目单位"]),
  ]

  /// The column of the project's row that a label names; nil for other labels.
  static func column(named key: LabelKey) -> String? { labels.first { $0.2.contains(key.plain) }?.0 }

  /// `above` is the line above the table.
  init(_ table: [[TextPart]], keys words: TableKeys, above: String = "") {
    var speaksOfDepartment = above.bare.holds(anyOf: ["部门整体", "单位整体", "整体支出"])
    for (number, row) in table.enumerated() {
      let keys = row.map { $0.text.utf8.count <= 60 ? words.whole($0)?.plain ?? "" : "" }
      for (index, key) in keys.enumerated() {
        if key.holds(anyOf: ["部门整体", "单位整体", "整体支出"]) || ["单位名称", "部门名称", "部门单位名称"].contains(key) {
          speaksOfDepartment = true
        }
        guard index + 1 < row.count, let label = Self.labels.first(where: { $0.2.contains(key) }),
          !cells.contains(where: { $0.column == label.0 })
        else { continue }
        cells.append((label.0, label.1, row[index], row[index + 1]))
        rows.insert(number)
      }
    }
    isDepartment = speaksOfDepartment && !cells.contains { $0.column == "name" }
  }
}
