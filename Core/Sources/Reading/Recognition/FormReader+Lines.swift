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
    let count = longestPart(of: lines, addingUpTo: inner, columns)
    guard let own = count ?? (addUp(parts + lines, to: outer, columns) ? 0 : nil) else { return }
    sheet.moveLines(Set(lines.dropFirst(own)), under: outer)
  }

  /// How many of the first lines add up to a row, at most, though not all; nil where none do.
  private func longestPart(of lines: [String], addingUpTo row: String, _ columns: [String]) -> Int? {
    let totals = columns.map { value(row, $0) ?? .zero }
    var (sums, longest) = ([Rational?](repeating: nil, count: columns.count), Int?.none)
    for (number, line) in lines.dropLast().enumerated() {
      for (place, column) in columns.enumerated() {
        guard let value = value(line, column) else { continue }
        let sum = sums[place] ?? .zero
        sums[place] = sum.adding(value) ?? sum
      }
      let told = columns.indices.filter { sums[$0] != nil }
      if !told.isEmpty, told.allSatisfy({ sums[$0] == totals[$0] }) { longest = number + 1 }
    }
    return longest
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
