import Text

/// Labels in which others are looked up by what they say, the same words in another order included.
struct LabelWordSet {
  private var words: Set<LabelWord> = []
  private var turned: Set<[Unicode.Scalar]> = []

  init(_ labels: [LabelKey]) {
    for label in labels {
      words.insert(label.wholeWord)
      words.insert(label.plainWord)
      if let sorted = label.turned { turned.insert(sorted) }
    }
  }

  func holds(_ label: LabelKey) -> Bool {
    words.contains(label.wholeWord) || words.contains(label.plainWord)
      || label.turned.map { turned.contains($0) } ?? false
  }
}
