import Evaluation
import Text

extension FormReader {
  /// One row of the indicators: a third-level indicator under the second level that was named last.
  mutating func readIndicator(
    _ cells: [TextPart], _ keys: [LabelKey], _ columns: [Int: IndicatorColumn], group: Int?, node nodePlace: Int?,
    count: Int
  ) {
    guard cells.count >= columns.count else { return }
    let shift = cells.count - count
    let named = [nodePlace, group].compactMap { $0 }.map { $0 + shift }.filter { cells.indices.contains($0) }
    if let found = named.compactMap({ tree?.node(labelled: keys[$0], in: known) }).first { node = found }
    let values = columns.sorted { $0.key < $1.key }.compactMap { place, column -> (TextPart, IndicatorColumn)? in
      cells.indices.contains(place + shift) ? (cells[place + shift], column) : nil
    }
    guard let node, values.contains(where: { !$0.0.isEmpty }) else { return }
    let line = addLine(under: node.id)
    let name = values.first { $0.1 == .name && !$0.0.isEmpty } ?? values.first { !$0.0.isEmpty }
    for (part, column) in values { put(part, line, column.rawValue, labelled: name?.0) }
  }
}

extension IndicatorTree {
  /// 数量指标, also where it is written 数量 or 产出数量指标.
  fileprivate func node(labelled key: LabelKey, in known: KnownForm) -> Node? {
    guard !key.isEmpty else { return nil }
    let all = nodes.map { ($0, known.key(of: $0.label)) }
    if let exact = all.first(where: { $0.1.matches(key) }) { return exact.0 }
    let mine = key.plain.text.withoutIndicator
    guard mine.unicodeScalars.count >= 2 else { return nil }
    let alike = all.filter { _, label in
      let theirs = label.plain.text.withoutIndicator
      return theirs.holds(mine) || mine.holds(theirs)
    }
    return alike.count == 1 ? alike[0].0 : nil
  }
}

extension String {
  fileprivate var withoutIndicator: String {
    ends(with: "指标") ? String(UnicodeScalarView(unicodeScalars.dropLast(2))) : self
  }
}
