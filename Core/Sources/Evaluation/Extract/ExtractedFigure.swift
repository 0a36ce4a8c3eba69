public import Figures

/// A figure that can be summed over filings.
public struct ExtractedFigure: Hashable, Sendable {
  /// What it is a figure of, the same in every filing: form, row and column, "base/threePublic/final"; of a second-level
  /// indicator "self/node.quantity/score".
  public let item: String
  /// Where it stands, or where its parts begin.
  public let cell: CellAddress
  /// Amounts in 分, everything else in millionths.
  public let value: Int64

  public init(item: String, cell: CellAddress, value: Int64) {
    self.item = item
    self.cell = cell
    self.value = value
  }

  /// Every figure of prescribed cells, and the points and scores of each second-level indicator.
  static func all(on sheet: CalculatedSheet) -> [ExtractedFigure] {
    let layout = sheet.layout
    let added = Set(layout.sheet.rows.map(\.id))
    var seen: Set<String> = []
    let cells = layout.definitions.compactMap { definition -> ExtractedFigure? in
      let address = definition.address
      guard !added.contains(address.row), let figure = sheet.figure(address.row, address.column),
        let value = definition.kind.counted(figure, in: layout.policy)
      else { return nil }
      let item = "\(layout.form.id)/\(address.row)/\(address.column)"
      return seen.insert(item).inserted ? ExtractedFigure(item: item, cell: address, value: value) : nil
    }
    return cells + nodes(on: sheet)
  }

  private static func nodes(on sheet: CalculatedSheet) -> [ExtractedFigure] {
    let layout = sheet.layout
    return (layout.policy.tree(layout.sheet.tree)?.nodes ?? []).flatMap { node in
      let lines = layout.sheet.lines(under: node.id)
      return [IndicatorColumn.points, .score].compactMap { column -> ExtractedFigure? in
        let figures = lines.compactMap { sheet.figure($0.id, column.rawValue) }
        let parts = figures.compactMap(\.millionths)
        guard let first = lines.first, !parts.isEmpty, parts.count == figures.count else { return nil }
        return ExtractedFigure(
          item: "\(layout.form.id)/node.\(node.id)/\(column.rawValue)",
          cell: CellAddress(layout.sheet.id, first.id, column.rawValue), value: parts.reduce(0, &+))
      }
    }
  }
}

extension CellKind {
  /// Can be summed over filings; shares cannot.
  public var isSummed: Bool {
    switch self {
    case .amount, .count, .area, .points: true
    case .percent, .percentNumber, .text, .paragraph, .date, .choice, .declaration: false
    }
  }

  /// 分 for amounts, millionths for the rest; nil for what cannot be summed or be held exactly.
  fileprivate func counted(_ figure: Figure, in policy: Policy) -> Int64? {
    guard isSummed else { return nil }
    return self == .amount ? Amount(figure, in: policy.amounts.unit)?.fen : figure.millionths
  }
}

extension Figure {
  /// How many millionths it is; nil outside of 64 bits.
  public var millionths: Int64? {
    guard let exact = rational.multiplied(by: Rational(1_000_000)), exact.denominator == 1 else { return nil }
    return Int64(exactly: exact.numerator)
  }
}
