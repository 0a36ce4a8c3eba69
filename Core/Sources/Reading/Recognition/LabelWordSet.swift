import Text

/// Labels in which others are looked up by what they say, the same words in another order included.
struct LabelWordSet: Sendable {
  private var words: Set<LabelWord> = []
  /// Those long enough to be told in another order, by what is the same in any.
  private var turned: [UInt64: [LabelKey]] = [:]

  init(_ labels: [LabelKey]) {
    for label in labels {
      words.insert(label.wholeWord)
      words.insert(label.plainWord)
      if label.mayBeTurned { turned[label.plainWord.inAnyOrder, default: []].append(label) }
    }
  }

  func holds(_ label: LabelKey) -> Bool {
    words.contains(label.wholeWord) || words.contains(label.plainWord)
      || turned[label.plainWord.inAnyOrder]?.contains { $0.isTurned(label) } ?? false
  }
}
