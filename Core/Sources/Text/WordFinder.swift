/// Finds any of many words in one pass over scalars. Latin capitals and small letters are the same to it.
public struct WordFinder: Sendable, ExpressibleByArrayLiteral {
  private let words: [[Unicode.Scalar]]
  /// By the first scalar, the longest word first.
  private let byFirst: [Unicode.Scalar: [Int]]
  /// By the low bits of a scalar: false where no word begins so.
  private let begins: [Bool]

  /// A word and where it stands.
  public struct Match: Hashable, Sendable {
    /// The word's place in the list.
    public let word: Int
    public let range: Range<Int>
  }

  public init(_ words: [String]) {
    self.words = words.map { $0.unicodeScalars.map(\.small) }
    var byFirst: [Unicode.Scalar: [Int]] = [:]
    var begins = [Bool](repeating: false, count: Self.bits + 1)
    for (number, word) in self.words.enumerated() {
      guard let first = word.first else { continue }
      byFirst[first, default: []].append(number)
      begins[Int(first.value) & Self.bits] = true
    }
    let lengths = self.words.map(\.count)
    self.byFirst = byFirst.mapValues { $0.sorted { lengths[$0] > lengths[$1] } }
    self.begins = begins
  }

  public init(arrayLiteral words: String...) { self.init(words) }

  private static let bits = 0xFFF

  /// The longest word that begins here and ends before `limit`.
  public func match(at index: Int, in scalars: [Unicode.Scalar], before limit: Int? = nil) -> Match? {
    let first = scalars[index].small
    guard begins[Int(first.value) & Self.bits], let numbers = byFirst[first] else { return nil }
    let limit = limit ?? scalars.count
    for number in numbers {
      let word = words[number]
      guard index + word.count <= limit else { continue }
      if word.indices.dropFirst().allSatisfy({ scalars[index + $0].small == word[$0] }) {
        return Match(word: number, range: index..<index + word.count)
      }
    }
    return nil
  }

  /// Every word from left to right, none inside another.
  public func matches(in scalars: [Unicode.Scalar], _ range: Range<Int>? = nil) -> [Match] {
    var found: [Match] = []
    let range = range ?? 0..<scalars.count
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = match(at: index, in: scalars, before: range.upperBound) {
        found.append(match)
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The first word in a range.
  public func first(in scalars: [Unicode.Scalar], _ range: Range<Int>? = nil) -> Match? {
    let range = range ?? 0..<scalars.count
    for index in range {
      if let match = match(at: index, in: scalars, before: range.upperBound) { return match }
    }
    return nil
  }

  /// True where a range holds one of the words.
  public func occurs(in scalars: [Unicode.Scalar], _ range: Range<Int>? = nil) -> Bool {
    first(in: scalars, range) != nil
  }
}

extension Unicode.Scalar {
  fileprivate var small: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(value + 0x20) ?? self : self
  }
}
