extension TableRun {
  func look(at columns: PointColumns, _ check: Int) {
    clear(spare)
    // Marks of what is filled in, and of indicators that are begun without points.
    let (sum, blank, filled) = lanes(spare)
    for line in columns.lines {
      add(line.points, sum, filled)
      addBlank(line, line.points, to: blank)
    }
    let execution = columns.execution.flatMap(\.column).map(values)
    let (own, required) = (columns.execution?.points ?? 0, columns.required)
    let stated = columns.stated.map(values)
    mark(check) { row in
      guard filled[row] != 0 else { return false }
      var sum = sum[row]
      if let execution, execution[row] != TableColumns.blank { sum &+= execution[row] } else { sum &+= own }
      if sum != required { return sum > required || blank[row] == 0 }
      guard let stated, stated[row] != TableColumns.blank else { return false }
      return stated[row] != sum
    }
  }

  func look(at columns: ScoreColumns, _ check: Int) {
    clear(spare)
    let (sum, blank, filled) = lanes(spare)
    for line in columns.lines {
      add(line.score, sum, filled)
      addBlank(line, line.score, to: blank)
    }
    let (stated, execution) = (values(columns.stated), columns.execution.map(values))
    mark(check) { row in
      guard stated[row] != TableColumns.blank, filled[row] != 0, blank[row] == 0 else { return false }
      var sum = sum[row]
      if let execution {
        guard execution[row] != TableColumns.blank else { return false }
        sum &+= execution[row]
      }
      let gap = abs(sum &- stated[row])
      return gap != 0 && gap &* 2 >= slack(of: columns, row)
    }
  }

  /// Whole scores are exact, others may be off by half a step: asked only where a sum is off at all.
  private func slack(of columns: ScoreColumns, _ row: Int) -> Int64 {
    var slack: Int64 = 0
    for line in columns.lines {
      guard let score = line.score.map(values)?[row], score != TableColumns.blank else { continue }
      if score % columns.whole != 0 { slack += 1 }
    }
    if let score = columns.execution.map(values)?[row], score % columns.whole != 0 { slack += 1 }
    return slack
  }

  private func add(_ column: Int?, _ sum: UnsafeMutablePointer<Int64>, _ filled: UnsafeMutablePointer<Int64>) {
    guard let cells = column.map(values) else { return }
    for row in 0..<count {
      let isFilled: Int64 = cells[row] == TableColumns.blank ? 0 : -1
      sum[row] &+= cells[row] & isFilled
      filled[row] |= isFilled
    }
  }

  /// Something of the indicator is filled in, but not this column.
  private func addBlank(_ line: LineColumns, _ column: Int?, to blank: UnsafeMutablePointer<Int64>) {
    let (words, own) = (values(line.words), column.map(values))
    let (points, score) = (line.points.map(values), line.score.map(values))
    for row in 0..<count {
      if let own, own[row] != TableColumns.blank { continue }
      let isBegun =
        words[row] == 1 || (points.map { $0[row] != TableColumns.blank } ?? false)
        || (score.map { $0[row] != TableColumns.blank } ?? false)
      if isBegun { blank[row] = -1 }
    }
  }
}
