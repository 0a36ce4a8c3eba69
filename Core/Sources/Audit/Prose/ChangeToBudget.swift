import Figures
import Reading
import Rules
import Text

extension Dossier {
  /// By how much all income, all spending and the like rose over a budget that another paragraph tells:
  /// 决算总收入2695.59万元，较预算增加2011.25万元 behind 年初预算安排收入684.34万元.
  var changesToBudgets: [Finding] {
    let amounts = statements.amounts
    let items: [BudgetItem] = [.totalIncome, .totalExpenditure, .basicExpenditure, .projectExpenditure, .threePublic]
    let budgets = amounts.filter {
      items.contains($0.item) && $0.stage == .budget && $0.role == .level && !$0.isApproximate
    }
    // More than these are no budgets of one report, and every change is held against all of them.
    guard (1...60).contains(budgets.count) else { return [] }
    return zip(amounts, amounts.dropFirst()).compactMap { now, change -> Finding? in
      guard case .change(let isRise) = change.role, now.role == .level, now.stage != .budget, items.contains(now.item),
        change.item == now.item, change.passage == now.passage, !now.isApproximate, !change.isApproximate
      else { return nil }
      let passage = statements.passage(of: now)
      let between = now.range.upperBound..<max(now.range.upperBound, change.range.lowerBound)
      let words = passage.text(between).withoutBlanks
      guard passage.sentence(at: now.range.lowerBound).contains(change.range.lowerBound),
        [",较预算", ",比预算", ",较年初预算", ",比年初预算", ",较年初预算数", ",比年初预算数", ",较预算数", ",比预算数"].contains(where: words.begins),
        words.unicodeScalars.count <= 14
      else { return nil }
      let year = now.year ?? filing.year
      let own = budgets.filter {
        $0.item == now.item && ($0.year ?? filing.year) == year
          && (now.scope == $0.scope || $0.scope == .unknown || now.scope == .unknown)
          && statements.passage(of: $0).passage.annex == passage.passage.annex
      }
      guard let base = own.first, own.allSatisfy({ $0.stated.relation(to: base.stated) == .agree }),
        // Its own sentence is looked at by D07.
        base.passage != now.passage
      else { return nil }
      let gap = now.stated.gap(to: base.stated).with(now.stated.slack, base.stated.slack)
      let isTurned = isRise != (now.stated.exact > base.stated.exact)
      guard isTurned || gap.relation(to: change.stated) != .agree else { return nil }
      let quotes = [now, change].map { passage.text($0.range) }
      return Finding(
        at: [change, now, base].map { .text($0.place) },
        "所写较预算\(isRise ? "增加" : "减少") \(quotes[1])，\(quotes[0]) 与预算 \(base.stated.spoken) 相差 \(gap.spoken)。",
        derivation: "\(now.stated.digits) − \(base.stated.digits) ≠ \(change.stated.digits)")
    }
  }
}
