/// The unit words by their characters, so that the longest one is found in one pass.
struct ProseUnitTree {
  private struct Node {
    /// In order of their characters.
    var branches: [(scalar: UInt32, node: Int)] = []
    var word: Int?
  }
  private var nodes = [Node()]
  private let words: [ProseUnitWord]

  static let shared = ProseUnitTree(ProseUnitWord.all)

  init(_ words: [ProseUnitWord]) {
    self.words = words
    for (index, word) in words.enumerated() {
      let end = word.spelling.unicodeScalars.reduce(0) { node, scalar in
        branch(of: node, by: ProseText.folded(scalar.value))
      }
      nodes[end].word = index
    }
    for index in nodes.indices { nodes[index].branches.sort { $0.scalar < $1.scalar } }
  }

  private mutating func branch(of node: Int, by scalar: UInt32) -> Int {
    if let known = nodes[node].branches.first(where: { $0.scalar == scalar }) { return known.node }
    nodes.append(Node())
    nodes[node].branches.append((scalar, nodes.count - 1))
    return nodes.count - 1
  }

  /// The longest unit at a place and where it ends; blanks may stand between its characters.
  func longest(in text: ProseText, at start: ProsePlace) -> (word: ProseUnitWord, end: ProsePlace)? {
    var (node, place) = (0, start)
    var found: (word: ProseUnitWord, end: ProsePlace)?
    while let next = child(of: node, by: text[place]) {
      (node, place) = (next, text.after(place))
      if let word = nodes[node].word, !isOtherWord(words[word], text, before: place) { found = (words[word], place) }
      if nodes[node].branches.isEmpty { break }
      place = text.skippingBlanks(place)
    }
    return found
  }

  private func isOtherWord(_ word: ProseUnitWord, _ text: ProseText, before place: ProsePlace) -> Bool {
    let next = text[place]
    if ProseText.isLatin(text.scalarBefore(place)), ProseText.isLatin(next) || ProseText.isDigit(next) { return true }
    return !word.exceptBefore.isEmpty && word.exceptBefore.contains(next)
  }

  private func child(of node: Int, by scalar: UInt32) -> Int? {
    let branches = nodes[node].branches
    var (low, high) = (0, branches.count)
    while low < high {
      let middle = (low + high) / 2
      let found = branches[middle].scalar
      if found == scalar { return branches[middle].node }
      if found < scalar { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
