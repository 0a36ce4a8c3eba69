/// A row of a list of units or people that somebody handed in, as it is shown before anything is written.
public struct ListRow: Sendable, Hashable {
  /// As the file counts its rows, from 1.
  public let number: Int
  /// In the order of the list's captions.
  public let texts: [String]
  /// Why it cannot be taken; nil where it can.
  public internal(set) var problem: String?
  /// It is there already, word for word, and nothing need be done.
  public internal(set) var isKnown = false

  /// Not checked yet.
  public init(number: Int, texts: [String]) {
    self.number = number
    self.texts = texts
  }

  /// To be written.
  public var isNew: Bool { problem == nil && !isKnown }
}

/// Rows of a list some of which cannot be taken: nothing was written. With the reasons on the rows.
public struct RowsRefused: Error, Sendable {
  /// All that were handed in.
  public let rows: [ListRow]
}

extension [ListRow] {
  /// Tells rows that say what an earlier one says already, also one that cannot be taken: which of the two is meant, only
  /// who wrote them knows.
  mutating func refuseRepeats(of column: Int, _ message: (Int) -> String) {
    var first: [String: Int] = [:]
    for index in indices where !self[index].texts[column].isEmpty {
      if let earlier = first[self[index].texts[column]] {
        if self[index].problem == nil { self[index].problem = message(earlier) }
      } else {
        first[self[index].texts[column]] = self[index].number
      }
    }
  }
}
