import Evaluation
import Text

/// Takes the rows of a document's table into the cells of a form, by their labels.
struct FormReader {
  let vocabulary: FormVocabulary
  var form: Form { vocabulary.form }
  /// The words of the form's parts, one each.
  var words: [BlockWords] { vocabulary.blocks }
  let tree: IndicatorTree?
  /// The words of the form and of these indicators.
  let treeWords: TreeVocabulary
  var sheet: Sheet
  /// What each cell was read from.
  var fields: [CellKey: ReadField] = [:]
  var marks = ReadMarks()
  /// The table whose columns were captioned last.
  var columns: ReadColumns = .none
  /// Where the captions of these columns stand.
  var captions = ReadCaptions()
  /// The last row of the form that was recognised, and the indicator node.
  var row: TableBlock.Row?
  var node: IndicatorTree.Node?
  /// The columns of an indicator's sign and unit, where they have some of their own.
  var signPlace: Int?
  var unitPlace: Int?
  /// The year of the report, as far as it is known.
  let year: Int?
  let translation: LabelTranslation
  /// The labels of the document in their own words.
  let shown: TableKeys
  /// The labels of the cells in the words of the form, by where they begin, and those whose own words are others.
  private var keys: [Int: LabelKey] = [:]
  private var otherWords: Set<Int> = []
  /// The same of what stands before the last colon of a cell.
  private(set) var beforeColons: [Int: (key: LabelKey, length: Int)] = [:]
  /// A cell of the form that a label above waits for.
  var waiting: (cell: CellKey, label: TextPart)?
  /// The document has indicators, but not all the columns that their points are worked out from.
  var lacksColumns = false

  /// What the columns of the rows that follow hold.
  enum ReadColumns {
    case none
    /// By place in the row.
    case table(TableBlock, [Int: TableBlock.Column], count: Int)
    case indicators([Int: IndicatorColumn], group: Int?, node: Int?, count: Int)
    /// A part of the form placed cell by cell, under captions.
    case grid(GridBlock, row: Int, [Int: LabelKey], count: Int)
    /// Such a part turned about: rows of the form by place, captions down the side.
    case turned(GridBlock, [Int: Int], count: Int)

    /// Where in the row of captions those stand that were recognised.
    var places: [Int] {
      switch self {
      case .none, .grid, .turned: []
      case .table(_, let columns, _): Array(columns.keys)
      case .indicators(let columns, let group, let node, _): columns.keys + [group, node].compactMap { $0 }
      }
    }

    /// How many cells the row of captions has.
    var count: Int? {
      switch self {
      case .none: nil
      case .table(_, _, let count), .indicators(_, _, _, let count), .grid(_, _, _, let count),
        .turned(_, _, let count):
        count
      }
    }
  }

  init(_ vocabulary: FormVocabulary, as id: String, _ rows: [FormRow], keys shown: TableKeys, year: Int? = nil) {
    self.vocabulary = vocabulary
    self.year = year
    self.shown = shown
    let texts = rows.map(\.cells)
    tree = vocabulary.hasIndicators ? vocabulary.policy.tree(likest: shown, in: texts) : nil
    treeWords = vocabulary.with(tree)
    sheet = Sheet(id: id, form: vocabulary.form.id, tree: tree?.id)
    translation = LabelTranslation(of: texts, keys: shown, into: treeWords.labels)
    let count = texts.reduce(0) { $0 + $1.count }
    keys.reserveCapacity(count)
    fields.reserveCapacity(count)
    sheet.entries.reserveCapacity(count)
    for cell in texts.joined() {
      guard let read = shown.label(cell) else {
        if let (label, length) = cell.text.headBeforeColon {
          beforeColons[cell.start] = (translation(.of(label)).key, length)
        }
        continue
      }
      if let label = read.beforeColon { beforeColons[cell.start] = (translation(label).key, read.lengthToColon) }
      let (key, isOther) = translation(read.whole)
      keys[cell.start] = key
      if isOther { otherWords.insert(cell.start) }
    }
    var rest = rows[...]
    while let first = rest.popFirst() {
      let row = withLowerCaptions(first, &rest)
      let keys = keys(of: row.cells)
      if readBelowLabels(row, keys, &rest) || readTurned(row, keys) || readLabelled(row, keys) { continue }
      if readCaptions(keys, row) || readGrid(row, keys) { continue }
      readColumns(joined(row, &rest))
    }
    partLines()
    leaveOutNodes()
    readTicks()
    markLabels(treeWords.printed, rows)
  }

  /// The labels of a row in the words of the form.
  func keys(of cells: [TextPart]) -> [LabelKey] {
    cells.map(key(of:))
  }

  /// The label of a cell in the words of the form, blank where it is none.
  func key(of cell: TextPart) -> LabelKey { cell.isEmpty ? .empty : keys[cell.start] ?? .empty }

  /// Whether a label is the form's own, or only says the same.
  func confidence(of label: TextPart?) -> FieldConfidence {
    label.map { otherWords.contains($0.start) } ?? false ? .similar : .exact
  }

  /// A row that blank paragraphs in one of its cells have broken up, whole again: with the next rows it has just as many
  /// cells as there are captions.
  private func joined(_ row: FormRow, _ rest: inout ArraySlice<FormRow>) -> FormRow {
    guard row.columns == nil, let count = columns.count, row.cells.count < count else { return row }
    var whole = row.cells
    for (taken, next) in rest.prefix(3).enumerated() {
      whole += next.cells
      // A caption down the side stands in front of the others.
      if whole.count == count || whole.count == count + 1 {
        rest = rest.dropFirst(taken + 1)
        return FormRow(cells: whole, columns: nil, table: row.table)
      }
      if whole.count > count + 1 { break }
    }
    return row
  }

  private mutating func readColumns(_ row: FormRow) {
    let cells = row.cells
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    let keys = keys(of: cells)
    switch columns {
    case .none: break
    case .table(let block, let columns, let count): readTable(row, keys, block, columns, count)
    case .indicators(let columns, let group, let node, let count):
      readIndicator(row, keys, columns, group: group, node: node, count: count)
    case .grid(let block, let number, let captions, let count):
      readUnderCaptions(cells, block, number, captions, count)
    case .turned(let block, let rows, let count): readTurnedRow(row, keys, block, rows, count)
    }
  }

  /// Puts a text into a cell that has none yet. A blank one is found at its label, which a reader can see.
  mutating func put(
    _ part: TextPart, _ row: String, _ column: String, labelled label: TextPart?,
    as confidence: FieldConfidence = .exact,
    printed: TextPart? = nil, text: String? = nil
  ) {
    let key = CellKey(row, column)
    if let label, !label.isEmpty { marks.known.append(label.place) }
    guard sheet.entries[key] == nil else {
      if !part.isEmpty, part.place != fields[key]?.place { marks.second.append(part) }
      return
    }
    fields[key] = ReadField(
      part: part, printed: printed ?? part, label: label, confidence: max(confidence, self.confidence(of: label)))
    let text = text ?? part.text.withoutLineBreaks
    if !text.isEmpty { sheet.entries[key] = Entry(text) }
  }

  mutating func addLine(under parent: String) -> String { sheet.addLine(under: parent).id }

  /// Second-level indicators that the document does not show count as left out.
  private mutating func leaveOutNodes() {
    guard let tree else { return }
    for node in tree.nodes where node.isRemovable && sheet.lines(under: node.id).isEmpty {
      sheet.removedNodes.insert(node.id)
    }
  }

  /// Of a cell that prints all its options with boxes, the one that is ticked is what it says.
  private mutating func readTicks() {
    for case .grid(let block) in form.blocks {
      for cell in block.rows.joined().flatMap({ [$0].cells }) where cell.kind == .choice {
        guard let text = sheet.entries[cell.key]?.text, let option = Choices(cell.options).ticked(in: text) else {
          continue
        }
        sheet.entries[cell.key] = option.isEmpty ? nil : Entry(option)
      }
    }
  }

  /// Whatever the form prints itself is known, wherever it stands.
  private mutating func markLabels(_ labels: Set<LabelWord>, _ rows: [FormRow]) {
    for cell in rows.lazy.flatMap(\.cells) where !cell.isEmpty {
      if let key = keys[cell.start], labels.contains(key.plainWord) { marks.known.append(cell.place) }
    }
  }
}

extension GridBlock.Item {
  var isLabel: Bool { if case .label = content { true } else { false } }
}

extension [GridBlock.Item] {
  var labels: [String] { compactMap { if case .label(let text) = $0.content { text } else { nil } } }
  var cells: [GridBlock.GridCell] { compactMap { if case .cell(let cell) = $0.content { cell } else { nil } } }
}

extension String {
  /// Hard line breaks in a cell are no part of what it says.
  var withoutLineBreaks: String {
    guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return self }
    return String(scalars: unicodeScalars.lazy.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" })
  }
}
