import Evaluation
import Figures
import Text

extension FormReader {
  /// Lines without a number behind a row that takes lines may belong to it or to the row around it: the sums tell. They
  /// are its own as far as they add up to it; where none do, but all of them make up the row around it, they are that
  /// row's.
  mutating func partLines() {
    for case .table(let block) in form.blocks {
      for inner in block.rows where inner.lines != nil {
        guard
          let outer = block.ancestors(of: inner).lazy.compactMap({ id in block.rows.first { $0.id == id } })
            .first(where: { $0.lines != nil })
        else { continue }
        part(sheet.lines(under: inner.id).map(\.id), of: inner.id, from: outer.id, in: block)
      }
    }
  }

  private mutating func part(_ lines: [String], of inner: String, from outer: String, in block: TableBlock) {
    let columns = block.columns.map(\.id)
    guard !lines.isEmpty, !addUp(lines, to: inner, columns) else { return }
    let parts = block.rows.filter { $0.parent == outer }.map(\.id) + sheet.lines(under: outer).map(\.id)
    let count = (1..<lines.count).reversed().first { addUp(Array(lines.prefix($0)), to: inner, columns) }
    guard let own = count ?? (addUp(parts + lines, to: outer, columns) ? 0 : nil) else { return }
    for line in lines.dropFirst(own) {
      guard let place = sheet.rows.firstIndex(where: { $0.id == line }) else { continue }
      sheet.rows[place] = AddedRow(id: line, under: outer)
    }
  }

  /// In every column in which one of the lines says something, and in one at least.
  private func addUp(_ lines: [String], to row: String, _ columns: [String]) -> Bool {
    var isTold = false
    for column in columns {
      let values = lines.compactMap { value($0, column) }
      guard !values.isEmpty else { continue }
      guard values.reduce(Rational.zero, { $0.adding($1) ?? $0 }) == value(row, column) ?? .zero else { return false }
      isTold = true
    }
    return isTold
  }

  private func value(_ row: String, _ column: String) -> Rational? {
    sheet.entries[CellKey(row, column)].flatMap { try? Figure(reading: $0.text.narrow) }?.rational
  }
}
