import Figures
import Reading
import Text

extension PlainTable {
  /// Rates of growth that two columns give in most rows and do not give in one.
  var wrongGrowth: [Slip] {
    let width = rows[0].cells.count
    return (0..<width).filter { isOfGrowth($0) }.flatMap { column -> [Slip] in
      let rated = rows.filter { $0.numbers[column] != nil && $0.cells[column].text.bare.ends(with: "%") }
      guard rated.count >= 3 else { return [] }
      let others = (0..<width).filter { other in
        other != column && !rows.contains { $0.cells[other].text.bare.ends(with: "%") }
          && rated.allSatisfy { $0.numbers[other] != nil }
      }
      var best: (slips: [Slip], right: Int) = ([], 0)
      for now in others.prefix(8) {
        for base in others.prefix(8) where base != now {
          let found = slips(rated, column, now, base)
          if found.right > best.right { best = found }
        }
      }
      return best.right * 4 >= rated.count * 3 || best.right >= 2 && best.slips.count == 1 ? best.slips : []
    }
  }

  private func isOfGrowth(_ column: Int) -> Bool {
    caption(column).holds(anyOf: ["比上年", "较上年", "同比", "增长", "增幅", "增减", "变动率", "比去年", "较去年"])
      && !caption(column).holds(anyOf: ["额", "量", "百分点"])
  }

  private func slips(_ rated: [Row], _ column: Int, _ now: Int, _ base: Int) -> (slips: [Slip], right: Int) {
    var (slips, right) = ([Slip](), 0)
    for row in rated {
      guard let rate = row.numbers[column], let new = row.numbers[now], let old = row.numbers[base], !old.isZero,
        let change = new.rational.subtracting(old.rational),
        let quotient = change.divided(by: old.rational)?.multiplied(by: Rational(100)),
        let gap = quotient.magnitude.subtracting(rate.rational.magnitude)?.magnitude,
        let step = rate.halfStep.adding(rate.halfStep)
      else { continue }
      if gap <= step {
        right += 1
      } else {
        slips.append(
          Slip(cell: row.cells[column], name: row.label, right: quotient, from: [row.cells[now], row.cells[base]]))
      }
    }
    return (slips, right)
  }
}
