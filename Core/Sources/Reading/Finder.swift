import Synchronization
public import Text

/// A way to find something in a text by looking at this text alone.
///
/// What it finds is kept beside the text, so the work is done once for a text that stays while others change. Held in a
/// static constant: a finder that sees more than its text would tell of an earlier state.
public final class Finder<Text: SortedText, Found: Sendable>: Sendable {
  /// What is found in some texts, in their order.
  let find: @Sendable ([Text]) -> [Found]
  /// What a text must be to be looked at.
  let traits: TextTraits
  /// A text that holds none of these is not looked at; nil where its words do not matter.
  let words: SoughtWords?

  /// `find` gives what it finds in the order of the text, nothing where it finds nothing. It is asked of texts with all
  /// of these traits alone, which are sorted out once for all finders.
  // Inlinable, so that the loop is made for the types at hand.
  @inlinable public convenience init(in traits: TextTraits = [], _ find: @escaping @Sendable (Text) -> [Found]) {
    self.init(in: traits, holding: nil, each: find)
  }

  /// The same, of texts that hold one of these words besides. Which texts may is told by an index that all finders share,
  /// so that one whose words stand nowhere takes next to no time.
  @inlinable public convenience init(
    in traits: TextTraits = [], holding words: [String], _ find: @escaping @Sendable (Text) -> [Found]
  ) {
    self.init(in: traits, holding: SoughtWords(words), each: find)
  }

  @inlinable convenience init(
    in traits: TextTraits, holding words: SoughtWords?, each find: @escaping @Sendable (Text) -> [Found]
  ) {
    self.init(
      in: traits, holding: words,
      inAll: { texts in
        var all: [Found] = []
        for text in texts {
          let found = find(text)
          // Nearly always nothing, which to add costs more than to look at.
          if !found.isEmpty { all += found }
        }
        return all
      })
  }

  @usableFromInline init(
    in traits: TextTraits, holding words: SoughtWords?, inAll find: @escaping @Sendable ([Text]) -> [Found]
  ) {
    self.traits = traits
    self.words = words
    self.find = find
  }
}

/// Finds in what somebody wrote: a paragraph, a cell, what a file carries besides.
public typealias WritingFinder<Found: Sendable> = Finder<Writing, Found>
/// Finds in a paragraph of a report with its amounts.
public typealias PassageFinder<Found: Sendable> = Finder<PassageStatements, Found>

/// Finds in a table of a file.
public typealias TableFinder<Found: Sendable> = Finder<FileTable, Found>

/// Texts that belong together, such as the paragraphs of one section, with what was found in them.
final class TextGroup<Text: SortedText>: Sendable {
  let texts: [Text]
  private let known = Known()
  /// The texts that have some traits, once somebody asked for them.
  private let sorted = Mutex<[TextTraits: [Text]]>([:])
  /// Of each of the texts.
  private let traits: Lazy<[TextTraits]>
  private let index: Lazy<WordIndex>

  init(_ texts: [Text]) {
    self.texts = texts
    traits = Lazy { texts.map(\.traits) }
    index = Lazy { WordIndex(texts.map { ($0.text, $0.scalars) }) }
  }

  /// Adds what a finder finds, in the order of the texts.
  func add<Found>(foundBy finder: Finder<Text, Found>, to all: inout [Found]) {
    let key = ObjectIdentifier(finder)
    switch known[key] {
    case .nothing?: return
    case .found(let kept as [Found])?: all += kept
    default:
      let found = find(by: finder)
      guard !found.isEmpty else {
        known[key] = .nothing
        return
      }
      known[key] = .found(found)
      all += found
    }
  }

  private func find<Found>(by finder: Finder<Text, Found>) -> [Found] {
    guard let words = finder.words else { return finder.find(texts(with: finder.traits)) }
    let chosen = texts(with: finder.traits, holding: words)
    return chosen.isEmpty ? [] : finder.find(chosen)
  }

  private func texts(with traits: TextTraits, holding words: SoughtWords) -> [Text] {
    let places = index.value.places(holding: words)
    if places.isEmpty { return [] }
    let all = self.traits.value
    var chosen: [Text] = []
    for place in places where all[place].isSuperset(of: traits) { chosen.append(texts[place]) }
    return chosen
  }

  private func texts(with traits: TextTraits) -> [Text] {
    if traits.isEmpty { return texts }
    return sorted.withLock { sorted in
      if let known = sorted[traits] { return known }
      var chosen: [Text] = []
      for (place, own) in self.traits.value.enumerated() where own.isSuperset(of: traits) {
        chosen.append(texts[place])
      }
      sorted[traits] = chosen
      return chosen
    }
  }
}

/// By the finder; only what was found is kept, and for nothing the mere fact.
private final class Known: Sendable {
  private let finds = Mutex<[ObjectIdentifier: Finds]>([:])

  enum Finds {
    case nothing
    case found(any Sendable)
  }

  subscript(key: ObjectIdentifier) -> Finds? {
    get { finds.withLock { $0[key] } }
    set { finds.withLock { $0[key] = newValue } }
  }
}
