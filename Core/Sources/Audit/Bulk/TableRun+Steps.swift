extension TableRun {
  func perform(_ step: TableStep) {
    switch step {
    case .clear(let register): clear(register)
    case .addCell(let cell, let register): add(cell, to: register)
    case .add(let other, let register): add(other, to: register)
    case .own(let cell, let register): own(cell, over: register)
    case .fallBack(let other, let register): fallBack(other, on: register)
    case .require(let column, let register):
      let (filled, cells) = (lanes(register).filled, values(column))
      for row in 0..<count { filled[row] &= cells[row] == TableColumns.blank ? 0 : -1 }
    case .equal(let a, let b, let check): compare(a, b, check, isLimit: false)
    case .within(let a, let b, let check): compare(a, b, check, isLimit: true)
    case .points(let columns, let check): look(at: columns, check)
    case .scores(let columns, let check): look(at: columns, check)
    case .bound(let score, let points, let check): bound(score, points, check)
    case .notNegative(let column, let check):
      let cells = values(column)
      mark(check) { cells[$0] < 0 && cells[$0] != TableColumns.blank }
    case .undecidedIfNegative(let column):
      let cells = values(column)
      for row in 0..<count where cells[row] < 0 && cells[row] != TableColumns.blank { open[row] = true }
    case .rate(let columns, let check): look(at: columns, check)
    case .execution(let columns, let check): look(at: columns, check)
    }
  }

  private func add(_ cell: CellColumn, to register: Int) {
    let (value, slack, filled) = lanes(register)
    let (scale, step, cells) = (cell.scale, cell.slack, values(cell.column))
    for row in 0..<count {
      let isFilled: Int64 = cells[row] == TableColumns.blank ? 0 : -1
      let own = cells[row] & isFilled
      value[row] &+= scale == 1 ? own : own &* scale
      slack[row] &+= own == 0 ? 0 : step
      filled[row] |= isFilled
    }
  }

  private func add(_ other: Int, to register: Int) {
    let (value, slack, filled) = lanes(register)
    let part = lanes(other)
    for row in 0..<count {
      value[row] &+= part.value[row]
      slack[row] &+= part.slack[row]
      filled[row] |= part.filled[row]
    }
  }

  private func own(_ cell: CellColumn, over register: Int) {
    let (value, slack, filled) = lanes(register)
    let (scale, step, cells) = (cell.scale, cell.slack, values(cell.column))
    for row in 0..<count where cells[row] != TableColumns.blank {
      value[row] = cells[row] &* scale
      slack[row] = max(cells[row] == 0 ? 0 : step, slack[row])
      filled[row] = -1
    }
  }

  private func fallBack(_ other: Int, on register: Int) {
    let (value, slack, filled) = lanes(register)
    let part = lanes(other)
    for row in 0..<count where filled[row] == 0 {
      (value[row], slack[row], filled[row]) = (part.value[row], part.slack[row], part.filled[row])
    }
  }

  private func compare(_ first: Int, _ second: Int, _ check: Int, isLimit: Bool) {
    let (a, b) = (lanes(first), lanes(second))
    mark(check) { row in
      let gap = a.value[row] &- b.value[row]
      let isFar = gap != 0 && abs(gap) &* 2 >= a.slack[row] &+ b.slack[row]
      return a.filled[row] & b.filled[row] != 0 && isFar && (!isLimit || gap > 0)
    }
  }

  private func bound(_ score: Int, _ points: Int?, _ check: Int) {
    let scores = values(score)
    guard let points = points.map(values) else {
      return mark(check) { scores[$0] < 0 && scores[$0] != TableColumns.blank }
    }
    mark(check) { row in
      scores[row] != TableColumns.blank
        && (scores[row] < 0 || (points[row] != TableColumns.blank && scores[row] > points[row]))
    }
  }
}
