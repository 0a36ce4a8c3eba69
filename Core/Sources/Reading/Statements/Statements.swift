/// All prose of a report word by word, with every amount bound to what it is said of.
// A class for the same reason as `PassageReading`.
public final class Statements: Sendable {
  /// In the order of the text, cells of tables that are no forms among them.
  public let passages: [PassageReading]
  /// In the order of the text.
  public let amounts: [AmountStatement]
  /// In the order of the text; their indices are those of `amounts`.
  public let lists: [PartList]

  init(_ groups: [ProseGroup]) {
    var passages: [PassageReading] = []
    var amounts: [AmountStatement] = []
    var lists: [PartList] = []
    for read in groups.lazy.flatMap(\.statements.texts) {
      lists += read.lists.map { $0.moved(by: amounts.count) }
      for amount in read.amounts { amounts.append(amount.moved(to: passages.count)) }
      passages.append(read.passage)
    }
    self.passages = passages
    self.amounts = amounts
    self.lists = lists
  }

  /// What follows an amount in its own passage.
  public func following(_ index: Int) -> ArraySlice<AmountStatement> {
    amounts[(index + 1)...].prefix { $0.passage == amounts[index].passage }
  }

  /// The passage that a statement stands in.
  public func passage(of statement: AmountStatement) -> PassageReading { passages[statement.passage] }
}
