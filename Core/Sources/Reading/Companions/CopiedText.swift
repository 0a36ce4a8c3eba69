/// How much of a text stands in another one, and where.
public struct CopiedText: Sendable {
  /// Stretches that were compared.
  public let compared: Int
  /// Of those, the ones that stand in the other text.
  public let copied: Int
  /// In the order of the text.
  public let passages: [Passage]

  /// Sentences of one paragraph, one behind the other, of which at least four fifths stand in the other text.
  public struct Passage: Sendable {
    public fileprivate(set) var place: TextPlace
    /// Where the first of them stands there.
    public let other: TextPlace
    /// Stretches that stand there.
    public fileprivate(set) var copied: Int
    /// Figures that both have in these sentences.
    public fileprivate(set) var figures: Set<String>
    fileprivate let paragraph: Int
    /// Number of the last sentence, here and there.
    fileprivate var last: Int
  }

  /// `counts` leaves stretches out of the comparison.
  init(_ text: ComparedText, from other: ComparedText, counts: (UInt64) -> Bool) {
    var sentences: [UInt64: Int] = [:]
    for (number, sentence) in other.sentences.enumerated() {
      for digest in other.digests[sentence.digests] where sentences[digest] == nil { sentences[digest] = number }
    }
    var (compared, copied) = (0, 0)
    var passages: [Passage] = []
    for (number, sentence) in text.sentences.enumerated() {
      let own = text.digests[sentence.digests].filter(counts)
      let found = own.compactMap { sentences[$0] }
      compared += own.count
      copied += found.count
      guard !own.isEmpty, found.count * 5 >= own.count * 4 else { continue }
      let figures = sentence.figures.intersection(Set(found).flatMap { other.sentences[$0].figures })
      if let last = passages.last, last.paragraph == sentence.passage, last.last + 1 == number {
        let whole = last.place.range.lowerBound..<sentence.place.range.upperBound
        passages[passages.count - 1].place = TextPlace(last.place.source, whole)
        passages[passages.count - 1].copied += found.count
        passages[passages.count - 1].figures.formUnion(figures)
        passages[passages.count - 1].last = number
      } else {
        passages.append(
          Passage(
            place: sentence.place, other: other.sentences[found[0]].place, copied: found.count, figures: figures,
            paragraph: sentence.passage, last: number))
      }
    }
    self.compared = compared
    self.copied = copied
    self.passages = passages
  }

  /// Whole, rounded down.
  public var percent: Int { compared == 0 ? 0 : copied * 100 / compared }

  /// The longest passages, in the order of the text.
  public func longest(_ count: Int) -> [Passage] {
    passages.enumerated().sorted { ($1.element.copied, $0.offset) < ($0.element.copied, $1.offset) }
      .prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
  }
}
