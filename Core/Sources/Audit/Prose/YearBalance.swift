import Figures
import Reading
import Rules
import Text

extension Dossier {
  /// What is left at the end of the year, where all income and all spending, each told in a paragraph of its own, give
  /// the same digits but for one.
  var yearBalances: [Finding] {
    let levels = statements.amounts.filter { $0.role == .level && !$0.isApproximate && !$0.amount.isZero }
    let lefts = levels.filter { $0.words.holds(anyOf: ["年末结转", "年末结余", "年末滚存", "年终结余"]) }
    guard !lefts.isEmpty else { return [] }
    let opening = levels.filter { $0.words.holds(anyOf: ["年初结转", "年初结余", "上年结转", "上年结余"]) }
    let additions = [.zero] + opening.map(\.stated.exact)
    return lefts.compactMap { left -> Finding? in
      let annex = statements.passage(of: left).passage.annex
      func own(_ item: BudgetItem) -> [AmountStatement] {
        levels.filter {
          $0.item == item && statements.passage(of: $0).passage.annex == annex && $0.stage != .budget
            && $0.scope == left.scope && !$0.words.holds(anyOf: ["上年", "去年"])
        }
      }
      let (income, spending) = (own(.totalIncome), own(.totalExpenditure))
      let gaps = income.flatMap { whole in
        spending.filter { whole.stated.exact > $0.stated.exact }.map { (whole, $0, whole.stated.gap(to: $0.stated)) }
      }
      // 本年收入 leaves out what the year began with, 收入总计 holds it.
      let isRight = gaps.contains { _, _, gap in
        additions.contains { more in
          StatedAmount(gap.exact.adding(more) ?? gap.exact, slack: Rational(100)).relation(to: left.stated) == .agree
        }
      }
      guard !isRight, let (whole, spent, gap) = gaps.first(where: { $0.2.differsInOne(from: left.stated) }) else {
        return nil
      }
      let quotes = [whole, spent, left].map { statements.passage(of: $0).text($0.range) }
      return Finding(
        at: [left, whole, spent].map { .text($0.place) },
        "\(quotes[0]) 减去 \(quotes[1]) 为 \(gap.spoken)，所写结余 \(quotes[2])。",
        derivation: "\(whole.stated.digits) − \(spent.stated.digits) = \(gap.digits) ≠ \(left.stated.digits)")
    }
  }
}

extension StatedAmount {
  /// One digit of four or more is another, or two changed places.
  fileprivate func differsInOne(from other: StatedAmount) -> Bool {
    let (mine, theirs) = (Array(digits), Array(other.digits))
    guard mine.count == theirs.count, mine.count(where: { $0 != "." }) >= 4 else { return false }
    let others = zip(mine, theirs).count { $0 != $1 }
    return others == 1 || others == 2 && mine.sorted() == theirs.sorted()
  }
}
