import Evaluation

/// The words that a form is known by: its captions, labels and what is printed before values.
struct FormLabels {
  private let keys: Set<String>

  init(_ form: Form, _ policy: Policy) {
    keys = Set(Self.labels(of: form, policy.trees).map { LabelKey.ofForm($0).plain }.filter { !$0.isEmpty })
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
  private(set) var keys: Set<String> = []
  /// What the cells say, by where they begin.
  private var cells: [Int: CellKeys] = [:]

  private struct CellKeys {
    let whole: LabelKey
    let beforeColon: LabelKey?
  }

  init(_ rows: [[TextPart]]) {
    for cell in rows.joined() where !cell.isEmpty && cell.text.utf8.count <= 120 {
      // 按收入性质分：716.83 is a label and its value in one cell.
      let colon = cell.text.unicodeScalars.lastIndex { $0 == "：" || $0 == ":" }
      let read = CellKeys(
        whole: LabelKey(cell.text), beforeColon: colon.map { LabelKey(String(cell.text.unicodeScalars[..<$0])) })
      keys.insert(read.whole.plain)
      keys.insert(read.whole.whole)
      if let label = read.beforeColon { keys.insert(label.plain) }
      cells[cell.start] = read
    }
  }

  mutating func formUnion(_ other: TableKeys) {
    keys.formUnion(other.keys)
    cells.merge(other.cells) { first, _ in first }
  }

  /// All that a cell says; nil for a blank or a long one.
  func whole(_ cell: TextPart) -> LabelKey? { cell.isEmpty ? nil : cells[cell.start]?.whole }

  /// What of a cell may be a label: all of it, or what stands before its colon.
  func labels(_ cell: TextPart) -> [LabelKey] {
    guard !cell.isEmpty, let read = cells[cell.start] else { return [] }
    return [read.whole, read.beforeColon].compactMap(\.self)
  }
}
