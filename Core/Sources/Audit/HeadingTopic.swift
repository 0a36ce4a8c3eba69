import Text

/// What a heading of a report speaks of, without the words that all of them have.
struct HeadingTopic {
  private let words: [Unicode.Scalar]

  init(_ heading: String) {
    var text = heading.folded
    for word in Self.common { text = text.without(word) }
    words = Array(text.unicodeScalars)
  }

  private static let common = [
    "部门整体支出", "单位整体支出", "整体支出", "部门", "单位", "情况", "自评", "预算支出", "支出", "预算", "的", "及", "和", "与", "拟",
  ]

  /// Speaks of the same: most pairs of neighbouring words of the shorter stand in the longer.
  func isLike(_ other: HeadingTopic) -> Bool {
    let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
    guard short.count >= 2 else { return !short.isEmpty && short == long }
    let pairs = zip(short, short.dropFirst())
    let found = pairs.count { pair in zip(long, long.dropFirst()).contains { $0 == pair } }
    return found * 5 >= (short.count - 1) * 3
  }
}

extension String {
  fileprivate func without(_ words: String) -> String {
    guard holds(words) else { return self }
    let (all, wanted) = (scalarArray, words.scalarArray)
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(all.count)
    var index = 0
    while index < all.count {
      if all[index] == wanted[0], all[index...].starts(with: wanted) {
        index += wanted.count
      } else {
        kept.append(all[index])
        index += 1
      }
    }
    return String(scalars: kept)
  }
}
