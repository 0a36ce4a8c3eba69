import Evaluation
import Figures
import Reading
import Rules

extension Dossier {
  /// 三公经费 told in one paragraph, and all that it is made of in one of the next.
  var threePublicOfParagraphs: [Finding] {
    let amounts = statements.amounts
    func told(_ item: BudgetItem) -> [AmountStatement] {
      amounts.filter {
        $0.item == item && $0.role == .level && $0.stage == .executed && !$0.isApproximate
          && ($0.year ?? filing.year) == filing.year && statements.passage(of: $0).passage.annex == 0
      }
    }
    let totals = told(.threePublic)
    let parts = [BudgetItem.abroad, .vehicles, .reception].map(told)
    guard let total = totals.first, totals.allSatisfy({ $0.stated.relation(to: total.stated) == .agree }),
      parts.allSatisfy({ list in
        list.first.map { first in list.allSatisfy { $0.stated.relation(to: first.stated) == .agree } } ?? false
      })
    else { return [] }
    let firsts = parts.compactMap(\.first)
    guard firsts.allSatisfy({ abs($0.passage - total.passage) <= 4 }),
      let sum = StatedAmount(sumOf: firsts.map(\.stated)),
      sum.relation(to: total.stated) != .agree
    else { return [] }
    return [
      Finding(
        at: ([total] + firsts).map { .text($0.place) },
        "“三公”经费 \(total.stated.spoken)，各项之和 \(sum.spoken)，两者不等。",
        derivation: "\(firsts.map(\.stated.digits).joined(separator: " + ")) = \(sum.digits) ≠ \(total.stated.digits)")
    ]
  }
}
