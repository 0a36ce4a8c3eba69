import Evaluation
import Figures
import Reading
import Rules

/// One or more amounts of a dossier under the name that messages give them.
struct NamedSum {
  let name: String
  /// The cells that are filled in.
  let cells: [CellAddress]
  let sum: WrittenSum
  /// What the form counts it in.
  let unit: AmountUnit

  /// "公用经费 221.98 万元"
  var spoken: String { "\(name) \(amount)" }
  /// "221.98 万元"
  var amount: String { unit.spoken(sum.figure) }

  /// The same amount of another filing: its cells are none of this one.
  func elsewhere(_ name: String) -> NamedSum { NamedSum(name: name, cells: [], sum: sum, unit: unit) }

  /// A finding where both cannot stand for the same amount.
  func mustEqual(_ other: NamedSum, hint: String = "", severity: Severity? = nil) -> Look? {
    guard let gap = sum.gap(to: other.sum) else { return nil }
    guard !gap.isRounding else { return .agrees }
    return .breaks(
      Finding(
        at: (cells + other.cells).map { .cell($0) }, "\(spoken)，\(other.spoken)，相差 \(unit.spoken(gap.figure))\(hint)。",
        derivation: "\(sum.working) ≠ \(other.sum.working)", severity: severity))
  }

  /// A finding where this amount is surely larger. The side that stands in fewer cells is shown first.
  func mustNotExceed(_ limit: NamedSum) -> Look? {
    guard let gap = sum.gap(to: limit.sum) else { return nil }
    guard gap.isExcess, !gap.isRounding else { return .agrees }
    let cells = limit.cells.count < cells.count ? limit.cells + cells : cells + limit.cells
    return .breaks(
      Finding(
        at: cells.map { .cell($0) }, "\(spoken)，超过\(limit.spoken)，相差 \(unit.spoken(gap.figure))。",
        derivation: "\(sum.working) > \(limit.sum.working)"))
  }
}

extension Dossier {
  /// What is filled in of some amount cells; nil where none is. A blank one is looked for among its own parts, then
  /// counts as not incurred.
  func sum(_ name: String, _ cells: [CellAddress]) -> NamedSum? {
    let filled = filled(cells)
    guard let sum = WrittenSum(filled.map { ($0.figure, slack(at: $0.address, $0.figure)) }) else { return nil }
    return NamedSum(name: name, cells: filled.map(\.address), sum: sum, unit: amountUnit(on: filled[0].address.sheet))
  }

  /// One amount on its word, whatever its parts say; nil where it is blank.
  func stated(_ name: String, _ cell: CellAddress) -> NamedSum? {
    guard let figure = calculation.figure(at: cell),
      let sum = WrittenSum([figure], decimals: amountDecimals(on: cell.sheet))
    else { return nil }
    return NamedSum(name: name, cells: [cell], sum: sum, unit: amountUnit(on: cell.sheet))
  }

  /// A number stands in the cell itself.
  func isFilled(_ address: CellAddress) -> Bool { calculation.figure(at: address) != nil }

  /// Prescribed and added rows that make up a row or are named beneath it.
  func parts(of row: String, on sheet: String) -> [String] {
    calculation.sheet(sheet)?.children(of: row) ?? []
  }

  /// A number stands in the cell or in those that it sums up.
  func holds(_ cell: CellAddress) -> Bool { isFilled(cell) || summands(of: cell).contains(where: holds) }

  private func filled(_ cells: [CellAddress]) -> [(address: CellAddress, figure: Figure)] {
    cells.flatMap { cell -> [(address: CellAddress, figure: Figure)] in
      if let figure = calculation.figure(at: cell) { return [(cell, figure)] }
      return filled(summands(of: cell))
    }
  }

  /// A sum of rounded parts may be off by what all of them are.
  private func slack(at cell: CellAddress, _ figure: Figure) -> Rational {
    let own = figure.slack(decimals: amountDecimals(on: cell.sheet))
    let summands = summands(of: cell)
    guard !summands.isEmpty else { return own }
    let parts = WrittenSum(filled(summands).map { ($0.figure, slack(at: $0.address, $0.figure)) })
    return max(own, parts?.slack ?? .zero)
  }

  /// The cells that the form adds up to this one, whether it shows the sum or proposes it.
  func summands(of cell: CellAddress) -> [CellAddress] {
    guard let source = calculation.definition(at: cell)?.source else { return [] }
    var children: [CellAddress] { parts(of: cell.row, on: cell.sheet).map { CellAddress(cell.sheet, $0, cell.column) } }
    if case .linesOrTyped = source { return children }
    guard case .call(.sum, let arguments)? = source.formula?.expression else { return [] }
    return arguments.flatMap(\.references).flatMap { reference in
      reference.row.map { [CellAddress(cell.sheet, $0, reference.column ?? cell.column)] } ?? children
    }
  }

  private func amountDecimals(on sheet: String) -> Int {
    calculation.sheet(sheet)?.policy.amounts.decimals ?? 0
  }

  /// What the sheet counts its amounts in.
  func amountUnit(on sheet: String) -> AmountUnit {
    calculation.sheet(sheet)?.policy.amounts.unit ?? .tenThousandYuan
  }
}

extension AmountUnit {
  /// "221.98 万元"
  func spoken(_ figure: Figure) -> String { "\(figure) \(rawValue)" }
}
