import Evaluation
import Text

/// The words that a form is known by: its captions, labels and what is printed before values.
struct FormLabels: Sendable {
  private let words: Set<LabelWord>

  init(_ form: Form, _ policy: Policy) {
    words = Set(
      Self.labels(of: form, policy.trees).map { LabelKey.of($0).plainWord }.filter { !$0.text.isEmpty })
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
  func count(in table: TableKeys) -> Int { words.count(where: table.shows) }
  /// How much of the form is there, 0 to 100.
  func share(in table: TableKeys) -> Int { likeness(to: table).share }
  /// Both.
  func likeness(to table: TableKeys) -> (count: Int, share: Int) {
    let count = count(in: table)
    return (count, words.isEmpty ? 0 : 100 * count / words.count)
  }
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
  private var words: Set<LabelWord> = []
  /// What the cells say, by where they begin.
  private var cells: [Int: CellKeys] = [:]

  /// What of a cell may be a label: all of it, or what stands before its last colon.
  struct CellKeys {
    let whole: LabelKey
    let beforeColon: LabelKey?
    /// How many scalars stand up to the colon, the colon included; 0 where there is none.
    let lengthToColon: Int
  }

  init(_ rows: [[TextPart]]) {
    let count = rows.reduce(0) { $0 + $1.count }
    words.reserveCapacity(count)
    cells.reserveCapacity(count)
    for cell in rows.joined() where !cell.isEmpty && cell.text.utf8.count <= 120 {
      // 按收入性质分：716.83 is a label and its value in one cell.
      let head = cell.text.headBeforeColon
      let read = CellKeys(
        whole: .of(cell.text), beforeColon: head.map { .of($0.text) }, lengthToColon: head?.length ?? 0)
      words.insert(read.whole.plainWord)
      words.insert(read.whole.wholeWord)
      if let label = read.beforeColon { words.insert(label.plainWord) }
      cells[cell.start] = read
    }
  }

  mutating func formUnion(_ other: TableKeys) {
    words.formUnion(other.words)
    cells.merge(other.cells) { first, _ in first }
  }

  /// A cell says just this, or says it in front of a colon.
  func shows(_ word: LabelWord) -> Bool { words.contains(word) }

  /// A label names a project, in whatever words.
  var nameProject: Bool {
    cells.values.contains { PrintedHead.column(named: $0.beforeColon ?? $0.whole) == "name" }
  }

  /// All that a cell says.
  func key(_ cell: TextPart) -> LabelKey { whole(cell) ?? .of(cell.text) }

  /// All that a cell says; nil for a blank or a long one.
  func whole(_ cell: TextPart) -> LabelKey? { cell.isEmpty ? nil : cells[cell.start]?.whole }

  /// The keys of a row, blank for cells that are no labels.
  func row(_ cells: [TextPart]) -> [LabelKey] { cells.map { whole($0) ?? .empty } }

  /// What of a cell may be a label; nil for a blank or a long one.
  func label(_ cell: TextPart) -> CellKeys? { cell.isEmpty ? nil : cells[cell.start] }
}

extension String {
  /// What stands before its last colon, and how many scalars that is, the colon included; nil where there is none.
  var headBeforeColon: (text: String, length: Int)? {
    // The first byte of a full-width colon is that of all full-width forms.
    guard utf8.contains(where: { $0 == 0x3A || $0 == 0xEF }),
      let colon = unicodeScalars.lastIndex(where: { $0 == "：" || $0 == ":" })
    else { return nil }
    let head = String(unicodeScalars[..<colon])
    return (head, head.scalarCount + 1)
  }
}
