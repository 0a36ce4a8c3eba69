import Figures
import Reading
import Rules
import Text

extension PlainTable {
  /// Numbers under 合计 that the columns beside it give in most rows and do not give in one.
  var wrongRowSums: [Slip] {
    let width = rows[0].cells.count
    return (0..<width).filter { isOfSums(caption($0)) }.flatMap { column -> [Slip] in
      var best: (slips: [Slip], right: Int) = ([], 0)
      // The columns right before it or right behind it, as many as give the most sums.
      let before = (0..<column).reversed().prefix { isAdded($0) }.reversed()
      let behind = (column + 1..<width).prefix { isAdded($0) }
      let stretches = before.indices.map { Array(before[$0...]) } + behind.indices.map { Array(behind[...$0]) }
      for columns in stretches where columns.count >= 2 {
        let found = rowSums(column, of: columns)
        if found.right > best.right { best = found }
      }
      // One row more or less could come out by chance.
      return best.right >= 2 && best.slips.count == 1 ? best.slips : []
    }
  }

  private func isOfSums(_ caption: String) -> Bool {
    caption.holds(anyOf: ["合计", "小计", "总计", "共计"]) && !caption.holds(anyOf: ["率", "比", "累计", "%", "得分"])
  }

  private func isAdded(_ column: Int) -> Bool {
    !caption(column).holds(anyOf: [
      "率", "比", "%", "％", "均", "单价", "序号", "编号", "年份", "标准", "合计", "小计", "总计", "共计", "其中", "备注",
    ]) && rows.contains { $0.numbers[column] != nil }
  }

  private func rowSums(_ column: Int, of columns: [Int]) -> (slips: [Slip], right: Int) {
    var (slips, right) = ([Slip](), 0)
    for row in rows {
      guard let told = row.numbers[column], !told.isZero, !row.label.holds(anyOf: ["率", "占比", "比例", "均"]) else {
        continue
      }
      let numbers = columns.map { row.numbers[$0] }
      guard columns.allSatisfy({ row.numbers[$0] != nil || row.isBlank($0) }) else { return ([], 0) }
      let terms = numbers.compactMap { $0 }
      guard terms.count >= 2 else { continue }
      let sum = terms.reduce(Rational.zero) { $0.adding($1.rational) ?? $0 }
      let allowed = terms.reduce(told.halfStep) { $0.adding($1.halfStep) ?? $0 }
      guard let gap = sum.subtracting(told.rational)?.magnitude else { continue }
      // Whole numbers are counted, others may have been rounded.
      let isWhole = terms.allSatisfy { $0.halfStep == told.halfStep } && told.halfStep == Rational(1, over: 2)
      if gap == .zero || !isWhole && gap < allowed {
        right += 1
      } else {
        slips.append(
          Slip(cell: row.cells[column], name: row.label, right: sum, from: columns.map { row.cells[$0] }))
      }
    }
    return (slips, right)
  }
}
