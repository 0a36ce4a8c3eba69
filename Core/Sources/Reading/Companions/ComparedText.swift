import Evaluation
import Text

/// What a report says in its own words, cut into overlapping stretches that are kept as digests.
///
/// Left out is what reports share without being copied: headings, tables, figures, punctuation, titles of laws, the
/// unit's name, what the policy prescribes, and words that every report on budgets is made of.
public struct ComparedText: Sendable {
  /// A sentence with its stretches.
  public struct Sentence: Sendable {
    /// Number of its paragraph among the statements' passages.
    public let passage: Int
    /// From its first scalar to behind its last, its heading left out.
    public let place: TextPlace
    /// Of `digests`.
    public let digests: Range<Int>
    /// The figures in it that are no dates, as they are written.
    public let figures: Set<String>
  }

  /// In the order of the text.
  public private(set) var digests: [UInt64] = []
  public private(set) var sentences: [Sentence] = []

  /// How many ideographs and letters a stretch has.
  static let stretch = 8
  /// How many of them must belong to no word of the trade.
  static let leastOwn = 3

  /// `keepsStockWords` compares words of the trade as well. `isCompared` picks paragraphs.
  public init(
    _ dossier: Dossier, keepsStockWords: Bool = false, where isCompared: (Passage) -> Bool = { _ in true }
  ) {
    let names = Self.names(of: dossier.filing.unit.name)
    let prescribed = Self.prescribed(by: dossier.filing.policies)
    for (index, reading) in dossier.statements.passages.enumerated() {
      let passage = reading.passage
      guard passage.role == .body || passage.role == .headed, isCompared(passage) else { continue }
      let start = passage.role == .headed ? passage.headingLength : 0
      for sentence in reading.sentences where sentence.upperBound > start {
        let range = max(sentence.lowerBound, start)..<sentence.upperBound
        let words = ComparedWords(reading.scalars[range], besides: names)
        let found = words.digests(keepsStockWords: keepsStockWords).filter { !prescribed.contains($0) }
        guard !found.isEmpty else { continue }
        sentences.append(
          Sentence(
            passage: index, place: passage.place(range), digests: digests.count..<digests.count + found.count,
            figures: ComparedWords.figures(in: reading.scalars[range])))
        digests += found
      }
    }
  }

  /// How much of it stands in another text, and where.
  public func copied(from other: ComparedText) -> CopiedText { CopiedText(self, from: other) { _ in true } }

  /// The unit's name and its short form without the county: 示例县商务局, 商务局.
  private static func names(of unit: String) -> [[Unicode.Scalar]] {
    let whole = unit.halfWidthScalars.filter { !$0.isBlank }
    guard !whole.isEmpty else { return [] }
    let short = whole.firstIndex { ["县", "市", "区"].contains($0) }.map { Array(whole[($0 + 1)...]) } ?? []
    return short.count >= 3 ? [whole, short] : [whole]
  }

  /// Stretches of what the policy says itself: its outlines with their hints and first texts, its forms with their
  /// notes and labels.
  private static func prescribed(by policies: PolicySet) -> Set<UInt64> {
    var texts: [String] = []
    for policy in policies.policies {
      for section in policy.outlines.flatMap(\.sections) { texts += [section.heading, section.hint, section.starter] }
      for form in policy.forms { texts += [form.title] + form.notes }
    }
    return texts.reduce(into: []) { found, text in
      guard !text.isEmpty else { return }
      let words = ComparedWords(text.halfWidthScalars[...], besides: [])
      found.formUnion(words.digests(keepsStockWords: true))
    }
  }
}

extension Passage {
  /// How many scalars its heading takes at its beginning.
  fileprivate var headingLength: Int { headings.last?.length ?? 0 }
}
