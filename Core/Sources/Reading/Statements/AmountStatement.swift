public import Figures

/// An amount of prose and what it is said of.
// A class, as it never changes and goes through many hands: a copy is one reference.
public final class AmountStatement: Sendable {
  /// What it is said of.
  public let item: BudgetItem
  /// In 元; zero also where words say that there is none.
  public let amount: WrittenNumber
  /// The amount alone, or the words that say there is none.
  public let place: TextPlace
  /// The same stretch in the text of its passage.
  public let range: Range<Int>
  /// Its passage in `Statements.passages`.
  public let passage: Int
  /// nil where nothing before it names one.
  public let year: Int?
  /// Planned or spent, as far as the words tell.
  public let stage: BudgetStage
  /// Which of the budgets it belongs to, as far as the words tell.
  public let scope: FundScope
  /// The scope is named only by a heading above.
  public let isScopeOfHeading: Bool
  /// How it stands to what it is said of.
  public let role: Role
  /// The words tell that it is not meant exactly: 约, 近, 余.
  public let isApproximate: Bool
  /// The words right before it, without quotes.
  public let words: String
  /// The words before it name a year, a sum or a comparison: it begins something new.
  let begins: Bool

  init(
    item: BudgetItem, amount: WrittenNumber, place: TextPlace, range: Range<Int>, passage: Int, year: Int?,
    stage: BudgetStage, scope: FundScope, isScopeOfHeading: Bool, role: Role, isApproximate: Bool, words: String,
    begins: Bool
  ) {
    self.item = item
    self.amount = amount
    self.place = place
    self.range = range
    self.passage = passage
    self.year = year
    self.stage = stage
    self.scope = scope
    self.isScopeOfHeading = isScopeOfHeading
    self.role = role
    self.isApproximate = isApproximate
    self.words = words
    self.begins = begins
  }

  /// The same in a list of passages where its own stands at another place.
  func moved(to passage: Int) -> AmountStatement {
    AmountStatement(
      item: item, amount: amount, place: place, range: range, passage: passage, year: year, stage: stage, scope: scope,
      isScopeOfHeading: isScopeOfHeading, role: role, isApproximate: isApproximate, words: words, begins: begins)
  }

  /// How an amount stands to what it is said of.
  public enum Role: Hashable, Sendable {
    case level
    /// By how much it rose or fell.
    case change(isRise: Bool)
    /// What something is measured against.
    case base
  }
}

/// Parts that prose gives of a total.
public struct PartList: Sendable {
  /// Indices of `Statements.amounts`.
  public let total: Int
  /// Indices of `Statements.amounts`, in the order of the text.
  public let parts: [Int]
  /// The amounts behind it up to the end of the paragraph, for lists that go on over several sentences.
  public let further: [Int]
  /// The words say that nothing is left out.
  public let isComplete: Bool
  /// The words say that something is.
  public let isOpen: Bool
  /// One part is itself parted.
  public let isNested: Bool
}

extension PartList {
  /// The same amounts in a longer list, where they stand `distance` further back.
  func moved(by distance: Int) -> PartList {
    PartList(
      total: total + distance, parts: parts.map { $0 + distance }, further: further.map { $0 + distance },
      isComplete: isComplete, isOpen: isOpen, isNested: isNested)
  }

  /// A total and parts that leave nothing out.
  public init(total: Int, parts: [Int]) {
    self.init(total: total, parts: parts, further: [], isComplete: true, isOpen: false, isNested: false)
  }
}
