import Evaluation

/// The words of one part of a form, by which a document's rows are told.
struct BlockWords {
  /// Of the columns, in their order; none for a part placed cell by cell.
  let captions: [LabelKey]
  /// Of such a part: what each of its rows is known by.
  let rows: [Row]

  init(_ block: Block) {
    switch block {
    case .table(let table): (captions, rows) = (table.columns.map { .ofForm($0.caption) }, [])
    case .indicators(let block): (captions, rows) = (block.columns.map { .ofForm($0.caption) }, [])
    case .grid(let grid): (captions, rows) = ([], grid.rows.map(Row.init))
    }
  }

  /// What a row of a part that is placed cell by cell is known by.
  struct Row {
    let labels: [LabelKey]
    let hasCells: Bool
    /// What is printed before its values.
    let prefixes: [String]
    /// Its label where it has one alone, before two cells or more with nothing printed in them: it may stand at the head
    /// of a column as well.
    let head: LabelKey?

    init(_ items: [GridBlock.Item]) {
      let cells = items.cells
      labels = items.labels.map(LabelKey.ofForm)
      hasCells = !cells.isEmpty
      prefixes = cells.map(\.prefix).filter { !$0.isEmpty }
      head = labels.count == 1 && cells.count >= 2 && prefixes.isEmpty ? labels[0] : nil
    }
  }
}
