import Evaluation

/// The words of one part of a form, by which a document's rows are told.
struct BlockWords: Sendable {
  /// Of the columns, in their order; none for a part placed cell by cell.
  let captions: [LabelKey]
  /// Of such a part: what each of its rows is known by.
  let rows: [Row]

  init(_ block: Block) {
    switch block {
    case .table(let table): (captions, rows) = (table.columns.map { .of($0.caption) }, [])
    case .indicators(let block): (captions, rows) = (block.columns.map { .of($0.caption) }, [])
    case .grid(let grid): (captions, rows) = ([], grid.rows.map(Row.init))
    }
  }

  /// Whatever of it may stand above columns.
  var allCaptions: [LabelKey] { captions + rows.filter(\.captionsOthers).flatMap(\.labels) }

  /// What a row of a part that is placed cell by cell is known by.
  struct Row: Sendable {
    let labels: [LabelKey]
    let hasCells: Bool
    /// What is printed before its values.
    let prefixes: [PrintedPrefix]
    /// Its label where it has one alone, before two cells or more with nothing printed in them: it may stand at the head
    /// of a column as well.
    let head: LabelKey?

    /// It has labels alone, two at least, and may caption the rows below.
    var captionsOthers: Bool { !hasCells && labels.count >= 2 }

    init(_ items: [GridBlock.Item]) {
      let cells = items.cells
      labels = items.labels.map(LabelKey.of)
      hasCells = !cells.isEmpty
      prefixes = cells.map(\.prefix).filter { !$0.isEmpty }.map(PrintedPrefix.of)
      head = labels.count == 1 && cells.count >= 2 && prefixes.isEmpty ? labels[0] : nil
    }
  }
}
