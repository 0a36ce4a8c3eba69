import Evaluation
import Figures
public import Reading
import Text

/// What is kept of one report for comparing others with it.
public struct PeerReport: Sendable {
  public let unit: String
  public let year: Int
  public let file: String
  /// A sample of the digests of its text, each once.
  let digests: Set<UInt64>
  /// 公用经费 of a year for one person, in 元; nil where the forms do not say.
  let operatingExpensePerHead: Rational?

  /// nil where it is not known whose report it is.
  public init?(_ dossier: Dossier, file: String) {
    unit = dossier.filing.unit.name.folded
    guard !unit.isEmpty else { return nil }
    year = dossier.filing.year
    self.file = file
    digests = Set(ComparedText(dossier).digests.filter(Self.isSampled))
    operatingExpensePerHead = dossier.operatingExpensePerHead?.value
  }

  /// One stretch in four, chosen by its digest, so that the same are chosen everywhere.
  static func isSampled(_ digest: UInt64) -> Bool { digest & 3 == 0 }
}

extension Dossier {
  /// 公用经费 of the year for one person in 元, and the cells that say so.
  var operatingExpensePerHead: (value: Rational, cells: [CellAddress])? {
    guard let base, let staff = base.figure("staff", "actual"), staff > 0,
      let expense = stated(at: base.address("operatingExpense", "final")), expense.exact > .zero,
      let value = expense.exact.divided(by: staff.rational)
    else { return nil }
    return (value, [base.address("operatingExpense", "final"), base.address("staff", "actual")])
  }
}
