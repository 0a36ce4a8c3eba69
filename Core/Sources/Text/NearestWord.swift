extension Sequence where Element == String {
  /// The word that was probably meant: at most two letters off, or a third of its length; nil where none is near.
  public func nearest(to word: String) -> String? {
    let candidates = map { (word: $0, distance: $0.distance(to: word)) }
    let limit = Swift.max(2, word.count / 3)
    return candidates.filter { $0.distance <= limit && $0.distance < word.count }
      .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }
}

extension String {
  /// How many letters have to be changed, added, taken out or swapped with their neighbour.
  fileprivate func distance(to other: String) -> Int {
    let (mine, others) = (Array(lowercased()), Array(other.lowercased()))
    var beforeLast = [Int](repeating: 0, count: others.count + 1)
    var last = Array(0...others.count)
    for (i, letter) in mine.enumerated() {
      var current = [i + 1]
      for (j, otherLetter) in others.enumerated() {
        var best = Swift.min(last[j + 1] + 1, current[j] + 1, last[j] + (letter == otherLetter ? 0 : 1))
        if i > 0, j > 0, letter == others[j - 1], mine[i - 1] == otherLetter {
          best = Swift.min(best, beforeLast[j - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[others.count]
  }
}
