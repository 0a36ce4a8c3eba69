import Evaluation

/// The words of one part of a form, by which a document's rows are told.
struct BlockWords {
  /// Of the columns, in their order; none for a part placed cell by cell.
  let captions: [LabelKey]
  /// Of such a part: the labels in each of its rows.
  let rows: [[LabelKey]]

  init(_ block: Block) {
    switch block {
    case .table(let table): (captions, rows) = (table.columns.map { .ofForm($0.caption) }, [])
    case .indicators(let block): (captions, rows) = (block.columns.map { .ofForm($0.caption) }, [])
    case .grid(let grid): (captions, rows) = ([], grid.rows.map { $0.labels.map(LabelKey.ofForm) })
    }
  }
}
