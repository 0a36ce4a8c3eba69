/// Finds any of many words in one pass over scalars. Latin capitals and small letters are the same to it.
public struct WordFinder: Sendable, ExpressibleByArrayLiteral {
  private let words: [[Unicode.Scalar]]
  /// By the low bits of a word's first scalar, in either case: 0 where no word begins so, or else a place in `lists`.
  private let starts: [UInt8]
  /// Words whose first scalars share their low bits, the longest first.
  private let lists: [[Int]]

  /// A word and where it stands.
  public struct Match: Hashable, Sendable {
    /// The word's place in the list.
    public let word: Int
    /// Where it stands among the scalars.
    public let range: Range<Int>
  }

  /// A word's number is its place here. An empty word is never found.
  public init(_ words: [String]) {
    let words = words.map { $0.unicodeScalars.map(\.small) }
    var starts = [UInt8](repeating: 0, count: Self.bits + 1)
    var lists: [[Int]] = [[]]
    for (number, word) in words.enumerated() {
      guard let first = word.first else { continue }
      let bits = Int(first.value) & Self.bits
      if starts[bits] == 0 {
        // More beginnings than that share the last list.
        if lists.count < 256 { lists.append([]) }
        starts[bits] = UInt8(lists.count - 1)
      }
      lists[Int(starts[bits])].append(number)
      guard first.isLatinLetter else { continue }
      let capital = Int(first.value - 0x20)
      if starts[capital] == 0 { starts[capital] = starts[bits] }
      if starts[capital] != starts[bits] { lists[Int(starts[capital])].append(number) }
    }
    self.words = words
    self.starts = starts
    self.lists = lists.map { $0.sorted { (words[$0].count, $1) > (words[$1].count, $0) } }
  }

  public init(arrayLiteral words: String...) { self.init(words) }

  private static let bits = 0xFFF

  /// The longest word that begins here and ends before `limit`; nil outside of the text, where none begins.
  public func match(at index: Int, in scalars: [Unicode.Scalar], before limit: Int? = nil) -> Match? {
    guard scalars.indices.contains(index) else { return nil }
    return scalars.withUnsafeBufferPointer { match(at: index, in: $0, before: limit ?? scalars.count) }
  }

  private func match(at index: Int, in scalars: UnsafeBufferPointer<Unicode.Scalar>, before limit: Int) -> Match? {
    let list = starts[Int(scalars[index].value) & Self.bits]
    guard list != 0 else { return nil }
    for number in lists[Int(list)] {
      let word = words[number]
      guard index + word.count <= limit else { continue }
      if word.indices.allSatisfy({ scalars[index + $0].small == word[$0] }) {
        return Match(word: number, range: index..<index + word.count)
      }
    }
    return nil
  }

  /// The first place from `index` on at which a word may begin; `limit` where there is none.
  private func candidate(
    from index: Int, in scalars: UnsafeBufferPointer<Unicode.Scalar>, before limit: Int
  ) -> Int {
    starts.withUnsafeBufferPointer { starts in
      var index = index
      while index < limit, starts[Int(scalars[index].value) & Self.bits] == 0 { index += 1 }
      return index
    }
  }

  /// Every word from left to right, none inside another.
  public func matches(in scalars: [Unicode.Scalar], _ range: Range<Int>? = nil) -> [Match] {
    let range = range ?? 0..<scalars.count
    return scalars.withUnsafeBufferPointer { scalars in
      var found: [Match] = []
      var index = candidate(from: range.lowerBound, in: scalars, before: range.upperBound)
      while index < range.upperBound {
        let match = match(at: index, in: scalars, before: range.upperBound)
        if let match { found.append(match) }
        index = candidate(from: match?.range.upperBound ?? index + 1, in: scalars, before: range.upperBound)
      }
      return found
    }
  }

  /// The first word in a range.
  public func first(in scalars: [Unicode.Scalar], _ range: Range<Int>? = nil) -> Match? {
    let range = range ?? 0..<scalars.count
    return scalars.withUnsafeBufferPointer { scalars in
      var index = candidate(from: range.lowerBound, in: scalars, before: range.upperBound)
      while index < range.upperBound {
        if let match = match(at: index, in: scalars, before: range.upperBound) { return match }
        index = candidate(from: index + 1, in: scalars, before: range.upperBound)
      }
      return nil
    }
  }

  /// False where no word can stand in a text, full-width forms as the keyboard has them: sooner told than by its scalars.
  public func mayOccur(in text: String) -> Bool {
    text.unicodeScalars.contains { starts[Int($0.halfWidth.value) & Self.bits] != 0 }
  }

  /// True where a range holds one of the words.
  public func occurs(in scalars: [Unicode.Scalar], _ range: Range<Int>? = nil) -> Bool {
    first(in: scalars, range) != nil
  }
}
