/// Pairs of rows and columns, each at most once, whose weights are the greatest sum; weights of 0 make no pair.
struct BestPairs {
  let pairs: [(row: Int, column: Int)]

  /// `weights` by row, then by column, none below 0. The Hungarian method.
  init(_ weights: [[Int]]) {
    let (rows, columns) = (weights.count, weights.first?.count ?? 0)
    guard rows > 0, columns > 0 else {
      pairs = []
      return
    }
    guard rows <= columns else {
      let turned = (0..<columns).map { column in weights.map { $0[column] } }
      pairs = BestPairs(turned).pairs.map { ($0.column, $0.row) }.sorted { $0.0 < $1.0 }
      return
    }
    var (rowPrice, columnPrice) = ([Int](repeating: 0, count: rows + 1), [Int](repeating: 0, count: columns + 1))
    var rowOf = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
      rowOf[0] = row
      let way = Self.way(weights, rowOf, &rowPrice, &columnPrice)
      var column = way.end
      while column != 0 {
        rowOf[column] = rowOf[way.before[column]]
        column = way.before[column]
      }
    }
    pairs = (1...columns).filter { rowOf[$0] > 0 && weights[rowOf[$0] - 1][$0 - 1] > 0 }
      .map { (rowOf[$0] - 1, $0 - 1) }.sorted { $0.0 < $1.0 }
  }

  /// The cheapest way from the row that waits in column 0 to a column that is free, by the columns before each.
  private static func way(
    _ weights: [[Int]], _ rowOf: [Int], _ rowPrice: inout [Int], _ columnPrice: inout [Int]
  ) -> (end: Int, before: [Int]) {
    let count = columnPrice.count
    var before = [Int](repeating: 0, count: count)
    var least = [Int](repeating: .max, count: count)
    var isDone = [Bool](repeating: false, count: count)
    var column = 0
    while rowOf[column] != 0 {
      isDone[column] = true
      let row = rowOf[column]
      var (step, next) = (Int.max, 0)
      for other in 1..<count where !isDone[other] {
        let cost = -weights[row - 1][other - 1] - rowPrice[row] - columnPrice[other]
        if cost < least[other] { (least[other], before[other]) = (cost, column) }
        if least[other] < step { (step, next) = (least[other], other) }
      }
      for other in 0..<count {
        if isDone[other] {
          rowPrice[rowOf[other]] += step
          columnPrice[other] -= step
        } else if least[other] != .max {
          least[other] -= step
        }
      }
      column = next
    }
    return (column, before)
  }
}
