import Evaluation
import Figures
import Reading
import Rules
import Text

/// An amount that is said to be paid in full, where the form's row of the same budget has less executed: 县级配套920万元已全额支付
/// beside 920 and 828.
struct PaidInFull {
  let amount: AmountStatement
  let words: Range<Int>
  let passage: PassageReading

  private static let claims: WordFinder = [
    "已全额支付", "已全部支付", "已全额支出", "已全部支出", "已全额拨付", "已全部拨付", "全部支付完毕", "已支付完毕", "已支出完毕", "全额支付", "全部支出完毕", "均已支付", "均已支出",
  ]

  /// Right behind the amount, in the same clause or the next words.
  init?(_ amount: AmountStatement, in statements: Statements) {
    let passage = statements.passage(of: amount)
    let behind = amount.range.upperBound..<min(passage.scalars.count, amount.range.upperBound + 10)
    guard amount.role == .level, !amount.isApproximate, amount.stated.digits.significantDigits >= 2,
      let claim = Self.claims.matches(in: passage.scalars, behind).first?.range,
      claim.lowerBound - amount.range.upperBound <= 2
    else { return nil }
    (self.amount, self.passage, words) = (amount, passage, claim)
  }
}

extension Dossier {
  /// Claims that the only form with such a budget gives the lie.
  var paidInFullThoughNot: [Finding] {
    let rows = scoredSheets.flatMap { sheet in
      sheet.definitions.filter { $0.address.column == "executed" }.compactMap {
        cell -> (budget: StatedAmount, executed: StatedAmount, cell: Place)? in
        let (budget, executed) = (sheet.address(cell.address.row, "budget"), cell.address)
        guard let whole = stated(at: budget), let part = stated(at: executed), whole.exact > .zero else { return nil }
        return (whole, part, .cell(executed))
      }
    }
    guard !rows.isEmpty else { return [] }
    return statements.amounts.compactMap { PaidInFull($0, in: statements) }.compactMap { claim -> Finding? in
      let same = rows.filter { $0.budget.relation(to: claim.amount.stated) == .agree }
      guard !same.isEmpty, same.allSatisfy({ $0.executed.relation(to: claim.amount.stated) == .below }) else {
        return nil
      }
      let (quoted, words) = (claim.passage.text(claim.amount.range), claim.passage.text(claim.words))
      return Finding(
        at: [.text(claim.passage.passage.place(claim.words)), .text(claim.amount.place), same[0].cell],
        "写 \(quoted)“\(words)”，自评表同一预算数执行 \(same[0].executed.spoken)。",
        derivation: "\(same[0].executed.digits) < \(claim.amount.stated.digits)")
    }
  }
}
