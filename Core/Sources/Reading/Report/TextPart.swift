import Text

/// A stretch of a running text as a person reads it: what a conversion left behind, such as `[bookmark: …]`, is taken
/// out, and every place still leads back.
public struct TextPart: Hashable, Sendable {
  /// What a person reads.
  public let text: String
  /// Offset in the running text of the first scalar that is kept.
  public let start: Int
  /// Offset in the running text behind the last.
  public let end: Int
  /// What is taken out: before which scalar of `text`, and how many scalars in all up to there.
  private let removed: [Removal]

  private struct Removal: Hashable, Sendable {
    let at: Int
    let total: Int
  }

  /// A stretch as it stands.
  public init(_ text: String, at start: Int) {
    self.text = text
    self.start = start
    end = start + text.unicodeScalars.count
    removed = []
  }

  /// The stretch of a running text without its residue and without blanks at its ends. Of a wrapped one the ends of its
  /// lines are taken out too.
  public init(_ range: Range<Int>, of running: RunningText, isWrapped: Bool = false) {
    let stretch = running.scalars[range]
    guard isWrapped || stretch.contains("[") else {
      let first = stretch.firstIndex { !$0.isBlank } ?? range.upperBound
      let last = stretch.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? first
      (text, start, end) = (String(scalars: stretch[first..<last]), first, last)
      removed = []
      return
    }
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(range.count)
    var (removed, count, total) = ([Removal](), 0, 0)
    var (first, last) = (range.upperBound, range.upperBound)
    var index = range.lowerBound
    while index < range.upperBound {
      let lineEnd = isWrapped ? running.lineEnd(at: index, before: range.upperBound) : nil
      if let end = lineEnd ?? running.residue(at: index, before: range.upperBound) {
        total += end - index
        index = end
        continue
      }
      let scalar = running.scalars[index]
      if count == 0, scalar.isBlank {
        index += 1
        continue
      }
      if count == 0 { (first, total) = (index, 0) }
      if total > (removed.last?.total ?? 0) { removed.append(Removal(at: count, total: total)) }
      kept.append(scalar)
      count += 1
      index += 1
      if !scalar.isBlank { last = index }
    }
    while let scalar = kept.last, scalar.isBlank { kept.removeLast() }
    text = String(scalars: kept)
    start = first
    end = text.isEmpty ? first : last
    self.removed = removed
  }

  private init(_ text: String, start: Int, end: Int, removed: [Removal]) {
    self.text = text
    self.start = start
    self.end = end
    self.removed = removed
  }

  /// The scalars of `text` in a range, without blanks at their ends.
  public func part(_ range: Range<Int>) -> TextPart {
    let scalars = Array(text.unicodeScalars)
    var (lower, upper) = (range.lowerBound, min(range.upperBound, scalars.count))
    while lower < upper, scalars[lower].isBlank { lower += 1 }
    while upper > lower, scalars[upper - 1].isBlank { upper -= 1 }
    guard lower < upper else { return TextPart("", at: end) }
    let before = place(of: lower) - start - lower
    let inside = removed.filter { $0.at > lower && $0.at < upper }.map {
      Removal(at: $0.at - lower, total: $0.total - before)
    }
    let place = place(of: lower..<upper)
    return TextPart(
      String(scalars: scalars[lower..<upper]), start: place.lowerBound, end: place.upperBound,
      removed: inside)
  }

  /// The scalars of `text` from an offset on, without blanks at their ends.
  public func part(from offset: Int) -> TextPart { part(offset..<max(offset, text.unicodeScalars.count)) }

  /// Nothing is left to read.
  public var isEmpty: Bool { text.isEmpty }

  /// A place in `text`, in scalars, as a place in the running text.
  public func place(of range: Range<Int>) -> Range<Int> {
    let lower = place(of: range.lowerBound)
    guard !range.isEmpty else { return lower..<lower }
    return lower..<(place(of: range.upperBound - 1) + 1)
  }

  /// What of `text` stands in a range of the running text, in scalars.
  public func range(of place: Range<Int>) -> Range<Int> {
    let all = 0..<text.unicodeScalars.count
    let lower = all.partitioned { self.place(of: $0) >= place.lowerBound }
    return lower..<max(lower, all.partitioned { self.place(of: $0) >= place.upperBound })
  }

  /// The whole stretch.
  public var place: Range<Int> { start..<end }

  private func place(of offset: Int) -> Int {
    let behind = removed.indices.partitioned { removed[$0].at > offset }
    return start + offset + (behind > 0 ? removed[behind - 1].total : 0)
  }
}

extension Range<Int> {
  /// The first number of which something holds that holds of all after it too; the upper bound where it holds of none.
  fileprivate func partitioned(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension RunningText {
  private static let residues: [[Unicode.Scalar]] = ["[bookmark:", "[image:"].map { Array($0.unicodeScalars) }

  /// Where the line behind the end of one that stands here begins with a letter; nil where no line ends.
  fileprivate func lineEnd(at index: Int, before limit: Int) -> Int? {
    guard scalars[index] == "\n" else { return nil }
    return scalars[index..<limit].firstIndex { $0 != "\n" && !$0.isBlank } ?? limit
  }

  /// Where the residue of a conversion that begins here ends; nil where none does.
  func residue(at index: Int, before limit: Int) -> Int? {
    guard scalars[index] == "[" else { return nil }
    let rest = scalars[index..<limit]
    guard Self.residues.contains(where: { rest.starts(with: $0) }),
      let close = rest.firstIndex(where: { $0 == "]" || $0 == "\n" }), scalars[close] == "]"
    else { return nil }
    return close + 1
  }
}
