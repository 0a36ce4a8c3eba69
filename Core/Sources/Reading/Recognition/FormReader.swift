import Evaluation
import Text

/// Takes the rows of a document's table into the cells of a form, by their labels.
struct FormReader {
  let form: Form
  let policy: Policy
  let tree: IndicatorTree?
  var sheet: Sheet
  /// Where each cell's text stands.
  var places: [CellKey: Range<Int>] = [:]
  /// The table whose columns were captioned last.
  var columns: ReadColumns = .none
  /// The last row of the form that was recognised, and the indicator node.
  var row: TableBlock.Row?
  var node: IndicatorTree.Node?
  /// The document has indicators, but not all the columns that their points are worked out from.
  private(set) var lacksColumns = false

  /// What the columns of the rows that follow hold.
  enum ReadColumns {
    case none
    /// By place in the row.
    case table(TableBlock, [Int: TableBlock.Column], count: Int)
    case indicators([Int: IndicatorColumn], group: Int?, node: Int?, count: Int)
    /// A part of the form placed cell by cell, under captions.
    case grid(GridBlock, row: Int, [Int: LabelKey], count: Int)

    /// How many cells the row of captions has.
    var count: Int? {
      switch self {
      case .none: nil
      case .table(_, _, let count), .indicators(_, _, _, let count), .grid(_, _, _, let count): count
      }
    }
  }

  init(_ form: Form, _ policy: Policy, as id: String, _ rows: [[TextPart]]) {
    self.form = form
    self.policy = policy
    let hasIndicators = form.blocks.contains { if case .indicators = $0 { true } else { false } }
    tree = hasIndicators ? policy.tree(likest: rows) : nil
    sheet = Sheet(id: id, form: form.id, tree: tree?.id)
    var rest = rows[...]
    while let row = rest.popFirst() {
      let keys = row.map { $0.text.utf8.count <= 120 ? LabelKey($0.text) : LabelKey("") }
      if !readCaptions(keys), !readGrid(row, keys) { readColumns(joined(row, &rest)) }
    }
    leaveOutNodes()
    readTicks()
  }

  /// A row that blank paragraphs in one of its cells have broken up, whole again: with the next rows it has just as many
  /// cells as there are captions.
  private func joined(_ row: [TextPart], _ rest: inout ArraySlice<[TextPart]>) -> [TextPart] {
    guard let count = columns.count, row.count < count else { return row }
    var whole = row
    for (taken, next) in rest.prefix(3).enumerated() {
      whole += next
      // A caption down the side stands in front of the others.
      if whole.count == count || whole.count == count + 1 {
        rest = rest.dropFirst(taken + 1)
        return whole
      }
      if whole.count > count + 1 { break }
    }
    return row
  }

  private mutating func readColumns(_ cells: [TextPart]) {
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    let keys = cells.map { $0.text.utf8.count <= 120 ? LabelKey($0.text) : LabelKey("") }
    switch columns {
    case .none: break
    case .table(let block, let columns, let count): readTable(cells, keys, block, columns, count)
    case .indicators(let columns, let group, let node, let count):
      readIndicator(cells, keys, columns, group: group, node: node, count: count)
    case .grid(let block, let row, let captions, let count): readUnderCaptions(cells, block, row, captions, count)
    }
  }

  /// Puts a text into a cell that has none yet. A blank one is found at its label, which a reader can see.
  mutating func put(_ part: TextPart, _ row: String, _ column: String, labelled label: TextPart?) {
    let key = CellKey(row, column)
    guard sheet.entries[key] == nil else { return }
    places[key] = part.isEmpty ? label?.place ?? part.place : part.place
    let text = part.text.withoutLineBreaks
    if !text.isEmpty { sheet.entries[key] = Entry(text) }
  }

  mutating func addLine(under parent: String) -> String {
    let line = AddedRow(id: sheet.nextRowID, under: parent)
    sheet.rows.append(line)
    return line.id
  }

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

  /// Captions of columns: of a table, of the indicators, or of a part placed cell by cell.
  private mutating func readCaptions(_ keys: [LabelKey]) -> Bool {
    for block in form.blocks {
      switch block {
      case .table(let table):
        guard let found = keys.columns(captioned: table.columns.map(\.caption)), found.count >= 2 else { continue }
        columns = .table(table, found.mapValues { table.columns[$0] }, count: keys.count)
        row = nil
        return true
      case .indicators(let block):
        guard let found = keys.columns(captioned: block.columns.map(\.caption)), found.count >= 3 else { continue }
        let roles = Set(found.values.map { block.columns[$0].role })
        lacksColumns = !block.columns.allSatisfy { !$0.role.isNeeded || roles.contains($0.role) }
        columns = .indicators(
          found.mapValues { block.columns[$0].role }, group: keys.place(of: block.groupCaption),
          node: keys.place(of: block.nodeCaption), count: keys.count)
        node = nil
        return true
      case .grid(let block):
        for (number, items) in block.rows.enumerated() {
          let labels = items.labels
          guard items.cells.isEmpty, labels.count >= 2, let found = keys.columns(captioned: labels),
            found.count >= 2
          else { continue }
          let captions = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0, $1) })
          columns = .grid(block, row: number + 1, captions, count: keys.count)
          return true
        }
      }
    }
    return false
  }
}

extension [GridBlock.Item] {
  var labels: [String] { compactMap { if case .label(let text) = $0.content { text } else { nil } } }
  var cells: [GridBlock.GridCell] { compactMap { if case .cell(let cell) = $0.content { cell } else { nil } } }
}

extension [LabelKey] {
  /// Which of these captions stands where, each once and in order; nil where fewer than half are there.
  func columns(captioned captions: [String]) -> [Int: Int]? {
    var found: [Int: Int] = [:]
    var taken: Set<Int> = []
    for (number, caption) in captions.enumerated() {
      let wanted = LabelKey(caption)
      let free = indices.filter { !taken.contains($0) }
      guard
        let place = free.first(where: { self[$0].matches(wanted) }) ?? free.first(where: { self[$0].isTurned(wanted) })
      else { continue }
      taken.insert(place)
      found[place] = number
    }
    return found.count * 2 >= captions.count && !found.isEmpty ? found : nil
  }

  func place(of caption: String) -> Int? {
    let wanted = LabelKey(caption)
    return firstIndex { $0.matches(wanted) }
  }
}

extension Policy {
  /// The indicator tree whose labels a table shows most of.
  fileprivate func tree(likest rows: [[TextPart]]) -> IndicatorTree? {
    let keys = TableKeys(rows).keys
    func count(_ tree: IndicatorTree) -> Int {
      tree.groups.map { group in
        // With its points a first level tells trees apart that have the same labels; a label that is not there counts
        // against a tree, but less than one that is counts for it.
        (keys.contains(LabelKey(group.label).whole) ? 40 : 0) + (keys.contains(LabelKey(group.label).plain) ? 10 : -1)
          + group.nodes.map { keys.contains(LabelKey($0.label).plain) ? 10 : -1 }.reduce(0, +)
      }.reduce(0, +)
    }
    return trees.enumerated().max { (count($0.element), -$0.offset) < (count($1.element), -$1.offset) }?.element
  }
}

extension String {
  /// Hard line breaks in a cell are no part of what it says.
  var withoutLineBreaks: String {
    guard unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" || $0 == "\t" }) else { return self }
    return String(UnicodeScalarView(unicodeScalars.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }))
  }
}
