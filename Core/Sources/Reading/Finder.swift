import Synchronization

/// A way to find something in a text by looking at this text alone.
///
/// What it finds is kept beside the text, so the work is done once for a text that stays while others change. Held in a
/// static constant: a finder that sees more than its text would tell of an earlier state.
public final class Finder<Text: Sendable, Found: Sendable>: Sendable {
  let find: @Sendable (Text) -> [Found]
  public init(_ find: @escaping @Sendable (Text) -> [Found]) { self.find = find }
}

/// Finds in what somebody wrote: a paragraph, a cell, what a file carries besides.
public typealias WritingFinder<Found: Sendable> = Finder<Writing, Found>
/// Finds in a paragraph of a report with its amounts.
public typealias PassageFinder<Found: Sendable> = Finder<PassageStatements, Found>

/// Texts that belong together, such as the paragraphs of one section, with what was found in them.
final class TextGroup<Text: Sendable>: Sendable {
  let texts: [Text]
  /// By the finder.
  private let found = Mutex<[ObjectIdentifier: any Sendable]>([:])

  init(_ texts: [Text]) { self.texts = texts }

  /// What a finder finds, in the order of the texts.
  func found<Found>(by finder: Finder<Text, Found>) -> [Found] {
    let key = ObjectIdentifier(finder)
    if let known = found.withLock({ $0[key] }) as? [Found] { return known }
    let all = texts.flatMap(finder.find)
    found.withLock { $0[key] = all }
    return all
  }
}
