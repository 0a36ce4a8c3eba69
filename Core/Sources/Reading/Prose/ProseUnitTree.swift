/// The unit words by their characters, so that the longest one is found in one pass.
struct ProseUnitTree {
  /// The branches of node n are those from `firstBranch[n]` to `firstBranch[n + 1]`, in order of their characters.
  private let firstBranch: [Int]
  private let scalars: [UInt32]
  private let targets: [Int]
  /// The entry whose last character a node is.
  private let ends: [Int?]
  private let entries: [ProseUnitEntry]

  static let shared = ProseUnitTree(ProseUnitEntry.all)

  init(_ entries: [ProseUnitEntry]) {
    var branches: [[UInt32: Int]] = [[:]]
    var ends: [Int?] = [nil]
    for (index, entry) in entries.enumerated() {
      var node = 0
      for scalar in entry.word.spelling.unicodeScalars.map({ ProseText.folded($0.value) }) {
        if branches[node][scalar] == nil {
          branches[node][scalar] = branches.count
          branches.append([:])
          ends.append(nil)
        }
        node = branches[node][scalar] ?? 0
      }
      ends[node] = index
    }
    let sorted = branches.map { $0.sorted { $0.key < $1.key } }
    firstBranch = sorted.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    scalars = sorted.flatMap { $0.map(\.key) }
    targets = sorted.flatMap { $0.map(\.value) }
    self.ends = ends
    self.entries = entries
  }

  /// The longest unit at a place and where it ends; blanks may stand between its characters.
  func longest(in text: ProseText, at start: ProsePlace) -> (word: ProseUnitWord, end: ProsePlace)? {
    var (node, place) = (0, start)
    var found: (entry: Int, end: ProsePlace)?
    while let next = child(of: node, by: text[place]) {
      (node, place) = (next, text.after(place))
      if let entry = ends[node], !isOtherWord(entry, text, before: place) { found = (entry, place) }
      if firstBranch[node] == firstBranch[node + 1] { break }
      place = text.skippingBlanks(place)
    }
    return found.map { (entries[$0.entry].word, $0.end) }
  }

  private func isOtherWord(_ entry: Int, _ text: ProseText, before place: ProsePlace) -> Bool {
    let next = text[place]
    if ProseText.isLatin(text.scalarBefore(place)), ProseText.isLatin(next) || ProseText.isDigit(next) { return true }
    return entries[entry].exceptBefore.contains(next)
  }

  private func child(of node: Int, by scalar: UInt32) -> Int? {
    var (low, high) = (firstBranch[node], firstBranch[node + 1])
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] == scalar { return targets[middle] }
      if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
