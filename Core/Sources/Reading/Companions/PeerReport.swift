public import Evaluation
public import Figures
import Text

/// What is kept of one report for comparing others with it.
public struct PeerReport: Sendable {
  /// As `key(of:)` gives it.
  public let unit: String
  /// The year that it reports on; 0 where it does not say.
  public let year: Int
  /// As the person named the file.
  public let file: String
  /// Its own words, as others are compared with them.
  public let text: ComparedText
  /// 公用经费 of the year for one person, in 元; nil where the forms do not say.
  public let operatingExpensePerHead: Rational?
  /// Where each sentence of `text` stands.
  private let places: [CompanionPlace?]

  /// nil where the report does not say whose it is.
  public init?(_ dossier: Dossier, file: String) {
    unit = Self.key(of: dossier.filing.unit.name)
    guard !unit.isEmpty else { return nil }
    year = dossier.filing.year
    self.file = file
    text = ComparedText(dossier)
    let running = dossier.text
    places = text.sentences.map { sentence in
      running.map { CompanionPlace(sentence.place.range, in: $0, of: file) }
    }
    operatingExpensePerHead = dossier.operatingExpensePerHead?.value
  }

  /// A unit's name for telling whose reports are whose: the same for a bureau, its headquarters (本级) and all of it.
  /// Empty where there is no name.
  public static func key(of unit: String) -> String {
    let name = unit.folded
    let ending = ["本级", "机关", "汇总"].first { name.ends(with: $0) && name.count > $0.count + 2 }
    return String(name.dropLast(ending?.count ?? 0))
  }

  /// Where a sentence stands that a passage of another report was compared with.
  public func place(of passage: CopiedText.Passage) -> CompanionPlace? {
    text.sentences.firstIndex { $0.place == passage.other }.flatMap { places[$0] }
  }
}

extension Dossier {
  /// 公用经费 of the year for one person in 元, and the cells that say so; nil where one is blank or nothing.
  public var operatingExpensePerHead: (value: Rational, cells: [CellAddress])? {
    guard let base, let staff = base.figure("staff", "actual"), staff > 0,
      let expense = base.figure("operatingExpense", "final"), expense > 0,
      let yuan = Rational(Int128(base.policy.amounts.unit.fen), over: 100).flatMap({
        expense.rational.multiplied(by: $0)
      }),
      let value = yuan.divided(by: staff.rational)
    else { return nil }
    return (value, [base.address("operatingExpense", "final"), base.address("staff", "actual")])
  }
}
