/// A paragraph word by word, with its amounts bound to what they are said of.
// A class for the same reason as `PassageReading`.
public final class PassageStatements: Sendable {
  /// The paragraph word by word.
  public let passage: PassageReading
  /// Their `passage` is 0.
  public let amounts: [AmountStatement]
  /// The report's, 0 where it is unknown.
  public let year: Int
  /// Indices of `amounts`.
  public let lists: [PartList]

  /// `unit` is whose report it is.
  init(_ passage: PassageReading, year: Int, unit: String) {
    self.passage = passage
    self.year = year
    guard !passage.figures.isEmpty || passage.marks.contains(where: { $0.cue == .nothing }) else {
      (amounts, lists) = ([], [])
      return
    }
    var reader = StatementReader(passage, year: year, unit: unit)
    reader.read()
    amounts = reader.amounts
    lists = PartListReader(passage, amounts).lists()
  }
}
