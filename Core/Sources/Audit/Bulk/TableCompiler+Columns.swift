import Evaluation
import Figures
import Reading

extension TableCompiler {
  func columns(of rate: WrittenRate) -> RateColumns? {
    guard let column = shape.position(of: rate.rate), let part = quantity(rate.part),
      let policy = dossier.calculation.sheet(rate.rate.sheet)?.policy, shape.columns[column].showsDecimals
    else { return nil }
    let whole = rate.whole.compactMap(quantity)
    guard whole.count == rate.whole.compactMap(shape.position).count, !whole.isEmpty else { return nil }
    let places = ([part] + whole).map(\.places).max() ?? 0
    return RateColumns(
      rate: column, places: shape.columns[column].places, part: part.scaled(to: places),
      whole: whole.map { $0.scaled(to: places) }, cutsOff: policy.rounding.mode == .down)
  }

  func columns(of total: PointTotal) -> PointColumns? {
    guard let sheet = total.lines.first?.address(.points).sheet, let scale = pointScale(on: sheet) else { return nil }
    func steps(_ figure: Figure) -> Int64 { figure.unscaled * scale }
    return PointColumns(
      lines: lines(total.lines), required: steps(total.required),
      execution: total.execution.map { (shape.position(of: $0.cell), steps($0.points)) },
      stated: total.stated.flatMap { shape.position(of: $0.cell) })
  }

  func columns(of total: ScoreTotal) -> ScoreColumns? {
    guard let stated = shape.position(of: total.stated), !total.lines.isEmpty,
      let scale = pointScale(on: total.sheet.id)
    else { return nil }
    return ScoreColumns(
      lines: lines(total.lines), stated: stated, execution: total.execution.flatMap { shape.position(of: $0) },
      whole: scale)
  }

  func columns(of sheet: SheetReading) -> ExecutionColumns? {
    let cells = BudgetExecution(of: sheet)
    guard let score = shape.position(of: cells.score), let definition = dossier.calculation.definition(at: cells.score),
      definition.kind == .points
    else { return nil }
    let bases = dossier.executionBases(of: sheet)
    let formula = definition.source.formula.map { written in
      var formula = RowFormula()
      append(written.expression, at: cells.score, to: &formula)
      return formula
    }
    return ExecutionColumns(
      score: score, points: shape.position(of: cells.points), rate: shape.position(of: cells.rate),
      executed: quantity(cells.executed), bases: bases.compactMap(quantity),
      formula: formula,
      full: Int64(sheet.policy.scoring.executionPoints), decimals: sheet.policy.rounding.scoreDecimals,
      mode: sheet.policy.rounding.mode)
  }

  private func lines(_ lines: [IndicatorLine]) -> [LineColumns] {
    lines.compactMap { line in
      shape.position(of: line.address(.name)).map {
        LineColumns(
          words: $0, points: shape.position(of: line.address(.points)), score: shape.position(of: line.address(.score)))
      }
    }
  }

  private func pointScale(on sheet: String) -> Int64? {
    dossier.calculation.layout(of: sheet).map {
      (0..<$0.policy.rounding.scoreDecimals).reduce(Int64(1)) { scale, _ in scale * 10 }
    }
  }

  private func quantity(_ cell: CellAddress) -> QuantityColumn? {
    guard let position = shape.position(of: cell) else { return nil }
    let column = shape.columns[position]
    let slack: Int64? =
      switch column.kind {
      case .amount: 1
      case .count: 0
      default: nil
      }
    return QuantityColumn(column: position, scale: 1, slack: slack, places: column.places)
  }

  /// A formula with its cells found and its names for many cells written out.
  private func append(_ expression: Formula.Expression, at cell: CellAddress, to formula: inout RowFormula) {
    switch expression {
    case .number(let literal):
      formula.append(.constant(RowFraction(Int128(literal.unscaled), Int128(steps(literal.decimals)))))
    case .cell(let reference):
      formula.append(
        column(
          CellAddress(sheet(of: reference, at: cell), reference.row ?? cell.row, reference.column ?? cell.column)))
    case .negated(let inner):
      append(inner, at: cell, to: &formula)
      formula.append(.negate)
    case .binary(let operation, let left, let right):
      append(left, at: cell, to: &formula)
      append(right, at: cell, to: &formula)
      formula.append(.binary(operation))
    case .call(let function, let arguments):
      var count = 0
      for argument in arguments {
        if function == .sum, let cells = cells(meantBy: argument, at: cell) {
          for cell in cells { formula.append(column(cell)) }
          count += cells.count
        } else {
          append(argument, at: cell, to: &formula)
          count += 1
        }
      }
      formula.append(.call(function, count: count))
    }
  }

  /// The cells that a name in a sum stands for; nil for anything that stands for itself.
  private func cells(meantBy expression: Formula.Expression, at cell: CellAddress) -> [CellAddress]? {
    guard case .cell(let reference) = expression,
      let layout = dossier.calculation.layout(of: sheet(of: reference, at: cell))
    else { return nil }
    func lines(under parents: [String]) -> [String] {
      layout.sheet.rows.filter { parents.contains($0.under) }.map(\.id)
    }
    func cells(of rows: [String], _ column: String) -> [CellAddress] {
      rows.map { CellAddress(layout.sheet.id, $0, column) }
    }
    if reference.form == nil, reference.row == nil {
      if reference.column == "children" { return cells(of: layout.children(of: cell.row), cell.column) }
      if reference.column == "lines" { return cells(of: lines(under: [cell.row]), cell.column) }
    }
    guard let row = reference.row, let column = reference.column, let parents = layout.lineParents(of: row) else {
      return nil
    }
    return cells(of: lines(under: parents), column)
  }

  private func sheet(of reference: Formula.Reference, at cell: CellAddress) -> String {
    reference.form.map { form in
      dossier.calculation.layouts.first { $0.form.id == form }?.sheet.id ?? form
    } ?? cell.sheet
  }

  private func column(_ address: CellAddress) -> RowFormula.Operation {
    shape.position(of: address).map { .column($0, steps: steps(shape.columns[$0].places)) } ?? .blank
  }

  private func steps(_ places: Int) -> Int64 { (0..<places).reduce(1) { scale, _ in scale * 10 } }
}

extension QuantityColumn {
  fileprivate func scaled(to places: Int) -> QuantityColumn {
    let scale = (self.places..<places).reduce(Int64(1)) { scale, _ in scale * 10 }
    return QuantityColumn(column: column, scale: scale, slack: slack, places: self.places)
  }
}
