import Evaluation

/// The words that a form is known by: its captions, labels and what is printed before values.
struct FormLabels {
  private let keys: Set<String>

  init(_ form: Form, _ policy: Policy) {
    keys = Set(Self.labels(of: form, policy.trees).map { LabelKey($0).plain }.filter { !$0.isEmpty })
  }

  /// In the order of the form; of indicators those of some trees.
  static func labels(of form: Form, _ trees: [IndicatorTree]) -> [String] {
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
        labels += trees.flatMap(\.groups).flatMap { [$0.label] + $0.nodes.map(\.label) }
      }
    }
    return labels
  }

  /// How many of the form's words stand in a table, each once.
  func count(in table: TableKeys) -> Int { keys.intersection(table.keys).count }
  /// How much of the form is there, 0 to 100.
  func share(in table: TableKeys) -> Int { keys.isEmpty ? 0 : 100 * count(in: table) / keys.count }
}

extension Form {
  /// What it prints where a line may be added.
  var placeholders: [String] {
    blocks.flatMap { block -> [String] in
      guard case .table(let table) = block else { return [] }
      return (table.rows.compactMap(\.lines) + [table.lines].compactMap { $0 }).map(\.placeholder)
    }
  }
}

/// The words of a table that may be labels.
struct TableKeys {
  let keys: Set<String>

  init(_ rows: [[TextPart]]) {
    var keys: Set<String> = []
    for cell in rows.joined() where !cell.isEmpty && cell.text.utf8.count <= 120 {
      let key = LabelKey(cell.text)
      keys.insert(key.plain)
      keys.insert(key.whole)
      // 按收入性质分：716.83 is a label and its value in one cell.
      if let colon = cell.text.unicodeScalars.lastIndex(where: { $0 == "：" || $0 == ":" }) {
        keys.insert(LabelKey(String(cell.text.unicodeScalars[..<colon])).plain)
      }
    }
    self.keys = keys
  }
}
