import Evaluation

/// The words that a form is known by: its captions, labels and what is printed before values.
struct FormLabels {
  private let words: Set<FoldedWord>

  init(_ keys: [LabelKey]) { words = Set(keys.map(\.plain).filter { !$0.isEmpty }) }

  /// Captions, labels and what is printed before values.
  static func words(of form: Form, _ policy: Policy) -> [String] {
    var labels: [String] = []
    for block in form.blocks {
      switch block {
      case .table(let table): labels += [table.caption] + table.columns.map(\.caption) + table.rows.map(\.label)
      case .grid(let grid):
        labels += grid.side.map { [$0.label] } ?? []
        labels += grid.rows.joined().flatMap { item -> [String] in
          switch item.content {
          case .label(let text): [text]
          case .cell(let cell): [cell.prefix]
          case .fixed, .empty: []
          }
        }
      case .indicators(let block):
        labels += [block.side.label, block.groupCaption, block.nodeCaption] + block.columns.map(\.caption)
        labels += policy.trees.flatMap(\.groups).flatMap { [$0.label] + $0.nodes.map(\.label) }
      }
    }
    return labels
  }

  /// How many of the form's words stand in a table, each once.
  func count(in table: TableKeys) -> Int { words.count(where: table.words.contains) }
  /// How much of the form is there, 0 to 100.
  func share(in table: TableKeys) -> Int { words.isEmpty ? 0 : 100 * count(in: table) / words.count }
}

/// The words of a table that may be labels.
struct TableKeys {
  private(set) var words: Set<FoldedWord> = []
  /// The key of every cell.
  private(set) var cells: [[LabelKey]]

  init(_ rows: [[TextPart]]) {
    cells = rows.map { $0.map(LabelKey.init(of:)) }
    for (row, keys) in zip(rows, cells) {
      for (cell, key) in zip(row, keys) where cell.mayBeLabel {
        words.insert(key.plain)
        words.insert(key.whole)
        // 按收入性质分：716.83 is a label and its value in one cell.
        if let colon = cell.text.unicodeScalars.lastIndex(where: { $0 == "：" || $0 == ":" }) {
          words.insert(LabelKey(String(cell.text.unicodeScalars[..<colon])).plain)
        }
      }
    }
  }

  /// Adds the rows of a table that goes on.
  mutating func append(_ other: TableKeys) {
    words.formUnion(other.words)
    cells += other.cells
  }
}
