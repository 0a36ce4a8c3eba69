import Figures
import Reading
import Rules
import Text

extension Dossier {
  /// What is said to be left, where what came in and what was spent give the same digits but for two that changed
  /// places or one that is another; what came in may be told in another paragraph.
  var leftoverSlips: [Finding] {
    let levels = statements.amounts.filter { $0.role == .level && !$0.isApproximate && !$0.amount.isZero }
    let wholes = levels.filter(\.isWholeBudget)
    guard !wholes.isEmpty else { return [] }
    return levels.compactMap { left -> Finding? in
      guard left.isLeft else { return nil }
      let passage = statements.passage(of: left)
      let mine = levels.filter { $0.passage == left.passage && $0.range.upperBound <= left.range.lowerBound }
      let spent = mine.filter(\.isSpentInAll)
      let all = wholes.filter {
        statements.passage(of: $0).passage.annex == passage.passage.annex && $0.place != left.place
      }
      guard !spent.isEmpty, !passage.isAboutPlans,
        !all.contains(where: { whole in spent.contains { left.isLeft(of: whole, after: $0) } })
      else { return nil }
      for out in spent.reversed() {
        let own = all.filter { $0.passage == left.passage }
        let pair =
          own.last { left.isSlip(of: $0, after: out, isNear: true) }
          ?? all.first { left.isSlip(of: $0, after: out, isNear: false) }
        guard let whole = pair else { continue }
        return finding(left, whole, out)
      }
      return nil
    }
  }

  private func finding(_ left: AmountStatement, _ whole: AmountStatement, _ spent: AmountStatement) -> Finding {
    let right = whole.stated.gap(to: spent.stated)
    let quotes = [whole, spent, left].map { statements.passage(of: $0).text($0.range) }
    return Finding(
      at: [left, whole, spent].map { .text($0.place) },
      "\(quotes[0]) 减去 \(quotes[1]) 为 \(right.spoken)，所写结余 \(quotes[2])。",
      derivation: "\(whole.stated.digits) − \(spent.stated.digits) = \(right.digits) ≠ \(left.stated.digits)")
  }
}

extension AmountStatement {
  /// 结余, 年末结转: no carry-over of the year before.
  fileprivate var isLeft: Bool {
    words.holds(anyOf: ["结转", "结余", "节余", "剩余", "未支出", "未使用", "未支付"])
      && !words.holds(anyOf: ["上年", "年初", "以前", "历年", "累计", "结余资金", "结转资金", "结余分配", "提取", "收回"])
  }

  /// All that there was to spend.
  fileprivate var isWholeBudget: Bool {
    item == .totalIncome || stage == .adjusted
      || words.holds(anyOf: ["预算", "到位", "下达", "收入合计", "资金总额", "可用资金"])
        && !words.holds(anyOf: ["结转", "结余", "支出", "支付", "执行数", "追加"])
  }

  fileprivate var isSpentInAll: Bool {
    item == .totalExpenditure || ["支付", "共支付", "累计支付", "已支付"].contains(where: words.ends) && !words.holds("未")
      || words.holds(anyOf: ["实际支出", "全年支出", "本年支出", "总支出", "实际支付", "执行数", "支出合计"])
  }

  fileprivate func isLeft(of whole: AmountStatement, after spent: AmountStatement) -> Bool {
    whole.stated.exact > spent.stated.exact
      // A budget in whole 万元 is as precise as what was spent of it.
      && whole.stated.gap(to: spent.stated).with(spent.stated.slack, spent.stated.slack).relation(to: stated) == .agree
  }

  /// The same digits in another order; near by also with one other digit of four at least.
  fileprivate func isSlip(of whole: AmountStatement, after spent: AmountStatement, isNear: Bool) -> Bool {
    guard whole.stated.exact > spent.stated.exact else { return false }
    let (mine, right) = (Array(stated.digits), Array(whole.stated.gap(to: spent.stated).digits))
    guard mine.count == right.count, mine != right, mine.count(where: { $0 != "." }) >= 4 else { return false }
    let isOther = zip(mine, right).count { $0 != $1 }
    return mine.sorted() == right.sorted() && isOther == 2 || isNear && isOther == 1
  }
}
