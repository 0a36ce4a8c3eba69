/// Stretches of a running text that something was made of.
public struct Covered: Sendable {
  private let ranges: [Range<Int>]

  /// In any order; empty ones cover nothing.
  public init(_ ranges: [Range<Int>]) {
    self.ranges = ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether one of them shares something with a range.
  public func touches(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    // Stretches within one cell are few and short; none reaches over many others.
    return ranges[max(0, low - 8)..<low].contains { $0.upperBound > range.lowerBound }
  }
}
