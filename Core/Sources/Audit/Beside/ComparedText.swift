import Evaluation
import Reading
import Text

/// What a report says in its own words, cut into overlapping stretches that are kept as digests.
///
/// Left out is what reports share without being copied: headings, tables, figures, punctuation, titles of laws, the
/// unit's name and the texts that an outline begins with.
struct ComparedText {
  /// A sentence with its stretches.
  struct Sentence {
    /// In `Statements.passages`.
    let passage: Int
    let place: TextPlace
    /// Of `digests`.
    let digests: Range<Int>
  }

  /// In the order of the text.
  private(set) var digests: [UInt64] = []
  private(set) var sentences: [Sentence] = []

  /// How many ideographs and letters a stretch has.
  static let stretch = 8

  init(_ dossier: Dossier, where isCompared: (Passage) -> Bool = { _ in true }) {
    let names = Self.names(of: dossier.filing.unit.name)
    let starters = Self.starters(of: dossier.filing.policies)
    for (index, reading) in dossier.statements.passages.enumerated() {
      let passage = reading.passage
      guard passage.role == .body || passage.role == .headed, isCompared(passage) else { continue }
      let start = passage.role == .headed ? passage.headingLength : 0
      for sentence in reading.sentences where sentence.upperBound > start {
        let range = max(sentence.lowerBound, start)..<sentence.upperBound
        let found = Self.digests(of: reading.scalars[range], besides: names).filter { !starters.contains($0) }
        guard !found.isEmpty else { continue }
        sentences.append(
          Sentence(
            passage: index, place: passage.place(range), digests: digests.count..<digests.count + found.count))
        digests += found
      }
    }
  }

  /// How much of it stands in another text, and where.
  func copied(from other: Set<UInt64>) -> CopiedText { CopiedText(self, counts: { _ in true }, { other.contains($0) }) }
}

extension ComparedText {
  /// The digests of all stretches of a text.
  private static func digests(of text: ArraySlice<Unicode.Scalar>, besides names: [[Unicode.Scalar]]) -> [UInt64] {
    let kept = words(of: text, besides: names)
    guard kept.count >= stretch else { return [] }
    return (0...kept.count - stretch).map { start in
      var digest: UInt64 = 0xCBF2_9CE4_8422_2325
      for scalar in kept[start..<start + stretch] { digest = (digest ^ UInt64(scalar.value)) &* 0x100_0000_01B3 }
      // The low bits of this hash depend on little: fold the high ones in, for samples are taken by them.
      return digest ^ digest >> 32
    }
  }

  /// Ideographs and letters without names, titles of laws and what stands in braces.
  private static func words(
    of text: ArraySlice<Unicode.Scalar>, besides names: [[Unicode.Scalar]]
  ) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var index = text.startIndex
    while index < text.endIndex {
      let scalar = text[index]
      if let close = closing(scalar), let end = text[index...].firstIndex(of: close) {
        index = end + 1
      } else if let name = names.first(where: { text[index...].starts(with: $0) }) {
        index += name.count
      } else {
        if scalar.isIdeograph || scalar.isLatinLetter { kept.append(scalar) }
        index += 1
      }
    }
    return kept
  }

  private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "《": "》"
    case "{": "}"
    default: nil
    }
  }

  /// The unit's name and its short form without the county: 示例县商务局, 商务局.
  private static func names(of unit: String) -> [[Unicode.Scalar]] {
    let whole = unit.unicodeScalars.map(\.halfWidth).filter { !$0.isBlank }
    guard !whole.isEmpty else { return [] }
    let short = whole.firstIndex { ["县", "市", "区"].contains($0) }.map { Array(whole[($0 + 1)...]) } ?? []
    return short.count >= 3 ? [whole, short] : [whole]
  }

  private static func starters(of policies: PolicySet) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for section in policies.policies.flatMap(\.outlines).flatMap(\.sections) where !section.starter.isEmpty {
      found.formUnion(digests(of: section.starter.unicodeScalars.map(\.halfWidth)[...], besides: []))
    }
    return found
  }
}

/// How much of a text stands in another one.
struct CopiedText {
  /// Stretches that were compared.
  let compared: Int
  let copied: Int
  /// The copied sentences, those of one paragraph as one place.
  let places: [TextPlace]

  /// `counts` leaves stretches out of the comparison.
  init(_ text: ComparedText, counts: (UInt64) -> Bool, _ isCopied: (UInt64) -> Bool) {
    var (compared, copied) = (0, 0)
    var places: [(passage: Int, place: TextPlace)] = []
    for sentence in text.sentences {
      let own = text.digests[sentence.digests].filter(counts)
      let same = own.count(where: isCopied)
      compared += own.count
      copied += same
      guard !own.isEmpty, same * 5 >= own.count * 4 else { continue }
      if let last = places.last, last.passage == sentence.passage {
        let whole = last.place.range.lowerBound..<sentence.place.range.upperBound
        places[places.count - 1].place = TextPlace(last.place.source, whole)
      } else {
        places.append((sentence.passage, sentence.place))
      }
    }
    self.compared = compared
    self.copied = copied
    self.places = places.map(\.place)
  }

  /// A report with fewer stretches says too little to be told from another.
  static let leastForReports = 240

  /// Whole, rounded down.
  var percent: Int { compared == 0 ? 0 : copied * 100 / compared }

  /// The longest places, in the order of the text.
  func longestPlaces(_ count: Int = 12) -> [Place] {
    places.enumerated().sorted { ($1.element.range.count, $0.offset) < ($0.element.range.count, $1.offset) }
      .prefix(count).sorted { $0.offset < $1.offset }.map { .text($0.element) }
  }
}

extension Passage {
  /// How many scalars its heading takes at its beginning.
  fileprivate var headingLength: Int {
    guard let heading = headings.last else { return 0 }
    return (heading.number?.length ?? 0) + heading.title.unicodeScalars.count
  }
}
