import Figures

extension TableRun {
  private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
  /// Rates this many times as high as 100 % differ by more than figures can say.
  private static let farthest: Int128 = 1_000_000_000

  func look(at columns: RateColumns, _ check: Int) {
    let (parts, wholes) = (spare, spare + 1)
    take([columns.part], to: parts)
    take(columns.whole, to: wholes)
    let (part, whole) = (lanes(parts), lanes(wholes))
    let (rates, shown) = (values(columns.rate), decimals(columns.rate))
    let steps = 200 * Int128(Self.powers[columns.places])
    mark(check) { row in
      guard rates[row] != TableColumns.blank, part.filled[row] & whole.filled[row] != 0, part.value[row] >= 0,
        whole.value[row] > 0
      else { return false }
      guard Int128(part.value[row]) < Int128(whole.value[row]) * Self.farthest else {
        open[row] = true
        return false
      }
      let half = Self.power(columns.places - Int(shown[row]))
      let rate = 2 * rates[row]
      let (top, bottom) = (rate + (columns.cutsOff ? 2 * half : half), rate - half)
      let (low, high) = (2 * part.value[row] - part.slack[row], 2 * part.value[row] + part.slack[row])
      let (most, least) = (2 * whole.value[row] + whole.slack[row], 2 * whole.value[row] - whole.slack[row])
      return Int128(top) * Int128(most) < steps * Int128(low)
        || (least > 0 && Int128(bottom) * Int128(least) > steps * Int128(high))
    }
  }

  /// Fills a register with the first quantity that is filled in.
  private func take(_ quantities: [QuantityColumn], to register: Int) {
    clear(register)
    let (value, slack, filled) = lanes(register)
    for quantity in quantities {
      let (cells, shown) = (values(quantity.column), decimals(quantity.column))
      for row in 0..<count where filled[row] == 0 && cells[row] != TableColumns.blank {
        filled[row] = -1
        value[row] = cells[row] * quantity.scale
        if cells[row] != 0 {
          slack[row] = (quantity.slack ?? Self.power(quantity.places - Int(shown[row]))) * quantity.scale
        }
      }
    }
  }

  @inline(__always) private static func power(_ exponent: Int) -> Int64 { exponent == 0 ? 1 : powers[exponent] }

  func look(at columns: ExecutionColumns, _ check: Int) {
    take(columns.executed.map { [$0] } ?? [], to: spare)
    take(columns.bases, to: spare + 1)
    mark(check) { row in
      do throws(RowOverflow) {
        return try isWrong(columns, row)
      } catch {
        open[row] = true
        return false
      }
    }
  }

  private func isWrong(_ columns: ExecutionColumns, _ row: Int) throws(RowOverflow) -> Bool {
    let score = values(columns.score)[row]
    guard score != TableColumns.blank, score >= 0 else { return false }
    let points = columns.points.map(values)?[row] ?? TableColumns.blank
    let full = points == TableColumns.blank ? columns.full * Self.powers[columns.decimals] : points
    guard score <= full else { return false }
    let half = Self.power(columns.decimals - Int(decimals(columns.score)[row]))
    let written = 2 * score - half...2 * score + half
    if let isRight = try isFromAmounts(written, columns, row) { return !isRight }
    return try isFromRate(written, columns, row) == false
  }

  /// Whether the points may be what the formula gives within the rounding of its amounts; nil where it gives nothing.
  private func isFromAmounts(
    _ written: ClosedRange<Int64>, _ columns: ExecutionColumns, _ row: Int
  ) throws(RowOverflow) -> Bool? {
    let (part, whole) = (lanes(spare), lanes(spare + 1))
    guard let formula = columns.formula, let executed = columns.executed, part.filled[row] & whole.filled[row] != 0,
      whole.value[row] > 0
    else { return nil }
    let base = columns.bases.first { values($0.column)[row] != TableColumns.blank } ?? executed
    let partSteps = 2 * Int128(Self.powers[executed.places])
    let wholeSteps = 2 * Int128(Self.powers[base.places])
    func given(_ part: Int64, _ whole: Int64) throws(RowOverflow) -> Int64? {
      guard whole > 0 else { return nil }
      return try formula.value(stack) { column, steps in
        if column == base.column { return RowFraction(Int128(whole), wholeSteps) }
        if column == executed.column { return RowFraction(Int128(part), partSteps) }
        let value = values(column)[row]
        return value == TableColumns.blank ? .none : RowFraction(Int128(value), Int128(steps))
      }?.rounded(decimals: columns.decimals, columns.mode)
    }
    let (partSlack, wholeSlack) = (part.slack[row], whole.slack[row])
    guard let right = try given(2 * part.value[row], 2 * whole.value[row]) else { return nil }
    // Neither end lies beyond the right points, so these settle it in nearly all tables.
    if written.contains(2 * right) { return true }
    guard let low = try given(2 * part.value[row] - partSlack, 2 * whole.value[row] + wholeSlack) else { return nil }
    let high = try given(2 * part.value[row] + partSlack, 2 * whole.value[row] - wholeSlack) ?? right
    return written.upperBound >= 2 * min(low, right) && written.lowerBound <= 2 * max(high, right)
  }

  /// Where the amounts are not filled in, the rate as it is written says enough.
  private func isFromRate(
    _ written: ClosedRange<Int64>, _ columns: ExecutionColumns, _ row: Int
  ) throws(RowOverflow) -> Bool? {
    guard let column = columns.rate else { return nil }
    let (rate, places) = (values(column)[row], places(of: column))
    guard rate != TableColumns.blank, rate >= 0 else { return nil }
    let half = Int128(Self.power(places - Int(decimals(column)[row])))
    let steps = 2 * Int128(Self.powers[places])
    func given(_ rate: Int128) throws(RowOverflow) -> Int64? {
      try RowFraction(min(rate, 100 * steps) * Int128(columns.full), 100 * steps).rounded(
        decimals: columns.decimals, columns.mode)
    }
    guard try given(2 * Int128(rate)) != nil, let least = try given(2 * Int128(rate) - half),
      let most = try given(2 * Int128(rate) + half)
    else { return nil }
    return written.upperBound >= 2 * least && written.lowerBound <= 2 * most
  }
}
