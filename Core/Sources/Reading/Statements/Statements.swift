/// All prose of a report word by word, with every amount bound to what it is said of.
public struct Statements: Sendable {
  public let passages: [PassageReading]
  public let amounts: [AmountStatement]
  public let lists: [PartList]

  /// `year` is the report's, 0 where it is unknown; `unit` is whose report it is.
  init(_ narrative: Narrative, year: Int, unit: String) {
    let passages = narrative.passages.map(PassageReading.init)
    var amounts: [AmountStatement] = []
    var lists: [PartList] = []
    for (index, passage) in passages.enumerated() {
      var reader = StatementReader(passage, at: index, year: year, unit: unit)
      reader.read()
      lists += PartListReader(passage, reader.amounts, from: amounts.count).lists()
      amounts += reader.amounts
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
