/// A text as a search sees it: full-width forms as the keyboard has them, small letters, no blanks. Line breaks stay, so
/// that nothing is found across two lines.
public struct SearchText: Sendable {
  /// The text itself.
  private let original: [Unicode.Scalar]
  let scalars: [Unicode.Scalar]
  /// Where in the original each of the scalars stands.
  private let places: [Int]

  /// Takes as long as the text; every place keeps leading back to the original.
  public init(_ text: String) {
    let original = Array(text.unicodeScalars)
    var (scalars, places): ([Unicode.Scalar], [Int]) = ([], [])
    scalars.reserveCapacity(original.count)
    places.reserveCapacity(original.count)
    for (place, scalar) in original.enumerated() {
      guard let searched = scalar.searched else { continue }
      scalars.append(searched)
      places.append(place)
    }
    self.original = original
    self.scalars = scalars
    self.places = places
  }

  /// The words under which an index keeps the text, each once, with blanks between them: every character of it and every
  /// two that stand side by side, spelled in letters and digits alone (`SearchGram`).
  public var grams: String {
    var seen: Set<UInt64> = []
    var spelled: [UInt8] = []
    var previous: Unicode.Scalar?
    for scalar in scalars {
      guard scalar != "\n" else {
        previous = nil
        continue
      }
      if seen.insert(UInt64(scalar.value)).inserted { SearchGram.spell([scalar], into: &spelled) }
      if let previous, seen.insert(UInt64(previous.value) << 32 | UInt64(scalar.value)).inserted {
        SearchGram.spell([previous, scalar], into: &spelled)
      }
      previous = scalar
    }
    return String(decoding: spelled.dropLast(), as: UTF8.self)
  }

  /// Holds every one of the words.
  public func holds(_ words: SearchWords) -> Bool { words.words.allSatisfy { first(of: $0) != nil } }

  /// The line, from 0, in which one of the words stands first.
  public func line(of words: SearchWords) -> Int {
    guard let first = words.words.compactMap({ first(of: $0) }).min() else { return 0 }
    return scalars[..<first].count { $0 == "\n" }
  }

  private func first(of word: [Unicode.Scalar], from start: Int = 0) -> Int? {
    guard let initial = word.first, scalars.count >= word.count, start <= scalars.count - word.count else { return nil }
    return (start...scalars.count - word.count).first { index in
      scalars[index] == initial && (1..<word.count).allSatisfy { scalars[index + $0] == word[$0] }
    }
  }

  /// A stretch of an excerpt.
  public struct Piece: Hashable, Sendable {
    /// As written, a line break as a blank; “…” where the text goes on.
    public let text: String
    /// It is one of the words that were looked for.
    public let isFound: Bool
  }

  /// The text around the first word found, about so many characters long, on one line and with every word marked.
  public func excerpt(of words: SearchWords, length: Int = 120) -> [Piece] {
    let found = marked(words)
    let middle = found.first ?? 0
    let start = max(0, middle - length / 3)
    let end = min(original.count, start + length)
    var pieces: [Piece] = start > 0 ? [Piece(text: "…", isFound: false)] : []
    var (run, isFound): ([Unicode.Scalar], Bool) = ([], false)
    func close() {
      if !run.isEmpty { pieces.append(Piece(text: String(scalars: run), isFound: isFound)) }
      run = []
    }
    let marks = Set(found)
    for place in start..<end {
      if marks.contains(place) != isFound {
        close()
        isFound.toggle()
      }
      run.append(original[place] == "\n" ? " " : original[place])
    }
    close()
    if end < original.count { pieces.append(Piece(text: "…", isFound: false)) }
    return pieces
  }

  /// The places in the original that belong to a word found, in order; blanks inside a word belong to it.
  private func marked(_ words: SearchWords) -> [Int] {
    var marks: Set<Int> = []
    for word in words.words {
      var start = 0
      while let found = first(of: word, from: start) {
        marks.formUnion(places[found]...places[found + word.count - 1])
        start = found + word.count
      }
    }
    return marks.sorted()
  }
}

/// What somebody looks for: words, all of which must stand in a text.
public struct SearchWords: Sendable {
  let words: [[Unicode.Scalar]]

  /// At most so many words are looked for, each of at most so many characters.
  public static let (mostWords, mostCharacters) = (8, 40)

  /// Words are parted by blanks.
  public init(_ query: String) {
    var words: [[Unicode.Scalar]] = []
    for part in query.unicodeScalars.split(whereSeparator: \.isBlank) {
      let word = part.prefix(Self.mostCharacters).compactMap(\.searched)
      if !word.isEmpty, !words.contains(word), words.count < Self.mostWords { words.append(word) }
    }
    self.words = words
  }

  /// Nothing is looked for: the query held nothing but blanks.
  public var isEmpty: Bool { words.isEmpty }

  /// Every word is one of the index itself, so that what the index has need not be looked at.
  public var areGrams: Bool { words.allSatisfy { $0.count <= 2 } }

  /// The words of an index that a text with all of these must have. Every two characters that stand side by side are
  /// asked for, not only enough of them: pairs across two words are rare, so few texts are left to look at.
  public var grams: [String] {
    var grams: [String] = []
    for word in words {
      let parts = word.count == 1 ? [word] : (1..<word.count).map { [word[$0 - 1], word[$0]] }
      for part in parts {
        let gram = SearchGram.spelled(part)
        if !grams.contains(gram) { grams.append(gram) }
      }
    }
    return grams
  }
}

/// One or two characters as a word that every database takes for a word: four digits of base 36 for each.
enum SearchGram {
  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  static func spell(_ scalars: [Unicode.Scalar], into bytes: inout [UInt8]) {
    for scalar in scalars {
      let value = Int(scalar.value)
      bytes.append(digits[value / 46_656 % 36])
      bytes.append(digits[value / 1_296 % 36])
      bytes.append(digits[value / 36 % 36])
      bytes.append(digits[value % 36])
    }
    bytes.append(UInt8(ascii: " "))
  }

  static func spelled(_ scalars: [Unicode.Scalar]) -> String {
    var bytes: [UInt8] = []
    spell(scalars, into: &bytes)
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// As a search compares it; nil for blanks, which it passes over.
  fileprivate var searched: Unicode.Scalar? {
    if self == "\n" { return self }
    guard !isBlank else { return nil }
    let half = halfWidth
    return (0x41...0x5A).contains(half.value) ? Unicode.Scalar(half.value + 0x20) ?? half : half
  }
}
