import Evaluation
import Text

extension FormReader {
  /// One row of the indicators: a third-level indicator under the second level that was named last.
  mutating func readIndicator(
    _ row: FormRow, _ keys: [LabelKey], _ columns: [Int: IndicatorColumn], group: Int?, node nodePlace: Int?,
    count: Int
  ) {
    let cells = row.cells
    guard cells.count >= columns.count || row.columns != nil, keys.count(where: FootWords.holds) < 2 else { return }
    if captions.isCovered(by: row, at: Array(columns.keys)),
      !keys.contains(where: { treeWords.node(labelled: $0) != nil }),
      !cells.contains(where: \.namesSum)
    {
      return
    }
    let numbers = columns.filter { $0.value == .points || $0.value == .score }.map(\.key)
    let under = captions.cells(of: row, shift: cells.shift(against: count, numbersAt: numbers))
    let named = [nodePlace, group].compactMap { $0 }.compactMap { under[$0] }
    let values = columns.sorted { $0.key < $1.key }.compactMap { place, column -> IndicatorText? in
      guard let index = under[place] else { return nil }
      let confidence = max(captions.confidence(of: place), under.isSure ? .exact : .position)
      return IndicatorText(part: cells[index], column: column, confidence: confidence)
    }
    let nameCell = values.first { $0.column == .name }?.part
    if let label = (named.map { cells[$0] } + [nameCell].compactMap { $0 }).first(where: \.namesSum) {
      return readSum(labelled: label, isName: label.place == nameCell?.place, values)
    }
    if let place = named.first(where: { node(in: cells[$0], keys[$0]) != nil }),
      let node = node(in: cells[place], keys[place])
    {
      self.node = node
      marks.known.append(cells[place].place)
      marks.shownNodes[sheet.id, default: []].insert(node.id)
      if IndicatorTree.points(printedIn: cells[place].text) != nil {
        put(cells[place], node.id, IndicatorSum.prescribed, labelled: nil)
      }
    }
    guard let node, values.contains(where: { !$0.part.isEmpty }) else { return }
    let line = addLine(under: node.id)
    let name = values.first { $0.column == .name && !$0.part.isEmpty } ?? values.first { !$0.part.isEmpty }
    let (sign, unit) = (
      signPlace.flatMap { under[$0] }.map { cells[$0] }, unitPlace.flatMap { under[$0] }.map { cells[$0] }
    )
    marks.known += [sign, unit].compactMap { $0 }.filter { !$0.isEmpty }.map(\.place)
    for value in values {
      put(
        value.part, line, value.column.rawValue, labelled: name?.part, as: value.confidence,
        text: value.joined(sign: sign, unit: unit))
    }
  }

  /// The second level that a cell names, alone or behind the first: 产出指标/数量指标, or one on each line.
  private func node(in cell: TextPart, _ key: LabelKey) -> IndicatorTree.Node? {
    if let node = treeWords.node(labelled: key) { return node }
    guard !cell.isEmpty else { return nil }
    let pieces = cell.text.unicodeScalars.split { ["\n", "/", "／", "-", "—", "－", "、", "：", ":"].contains($0) }
    guard pieces.count >= 2, cell.text.scalarCount <= 40 else {
      return translation(LabelKey.of(cell.text)).isOther ? treeWords.node(labelled: LabelKey.of(cell.text)) : nil
    }
    // From the back, the words of a line that was broken put together again.
    let texts = pieces.map { String($0) }
    for start in texts.indices.reversed() {
      if let node = treeWords.node(labelled: LabelKey.of(texts[start...].joined())), start > 0 { return node }
    }
    return treeWords.node(labelled: LabelKey.of(cell.text))
  }

  /// What stands under a caption of the indicators.
  struct IndicatorText {
    let part: TextPart
    let column: IndicatorColumn
    let confidence: FieldConfidence

    /// With a sign and a unit that have columns of their own; nil where there are none.
    fileprivate func joined(sign: TextPart?, unit: TextPart?) -> String? {
      guard part.number != nil, sign != nil || unit != nil else { return nil }
      switch column {
      case .target: return part.joined(sign: sign, unit: unit)
      case .actual: return part.joined(sign: nil, unit: unit)
      default: return nil
      }
    }
  }

  /// A row of 小计 or 合计: of the level that it names, of all indicators, or of what stands above it.
  private mutating func readSum(labelled label: TextPart, isName: Bool, _ values: [IndicatorText]) {
    let stem = label.text.withoutSumWord
    let groups = tree?.groups ?? []
    let group = groups.first { group in group.nodes.contains { $0.id == node?.id } }
    let row: String? =
      if !stem.isEmpty {
        groups.first { LabelKey.of($0.label).plain.withoutIndicator == stem.withoutIndicator }?.id
          ?? treeWords.node(labelled: LabelKey.of(stem))?.id
      } else if !LabelKey.of(label.text).plain.ends(with: "小计") {
        IndicatorSum.all
      } else {
        isName ? node?.id : group?.id
      }
    guard let row else { return }
    for value in values where value.column == .points || value.column == .score {
      put(value.part, row, value.column.rawValue, labelled: label, as: value.confidence)
    }
  }
}

/// Where a form keeps the sums of indicators that a document shows.
public enum IndicatorSum {
  /// The row of the total.
  public static let all = "sum"
  /// The column, in a second level's own row, of the points that its label prints.
  public static let prescribed = "prescribed"
}

extension IndicatorTree {
  /// What sums of a level are told by.
  fileprivate static let levelWords = ["指标", "产出", "效益", "满意度", "成本", "数量", "质量", "时效"]
}

extension TextPart {
  /// 小计, 合计, 总分 and the like, with or without the name of a level in front.
  fileprivate var namesSum: Bool {
    let folded = LabelKey.of(text).plain
    guard folded.scalarCount <= 14 else { return false }
    return folded.isExactly(anyOf: ["小计", "合计", "总计", "总分"])
      || ["小计", "合计"].contains { word in
        folded.ends(with: word) && IndicatorTree.levelWords.contains { folded.holds($0) }
      }
  }
}

extension String {
  /// 产出指标 of 产出指标小计, nothing of 合计.
  fileprivate var withoutSumWord: String {
    let folded = LabelKey.of(self).plain
    return String(folded.unicodeScalars.dropLast(2))
  }
}
