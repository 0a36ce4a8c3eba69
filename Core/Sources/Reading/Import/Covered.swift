/// Stretches of a running text that something was made of.
public struct Covered: Sendable {
  /// In order, none of which shares anything with another.
  private let ranges: [Range<Int>]

  /// In any order; empty ones cover nothing.
  public init(_ ranges: [Range<Int>]) {
    var parted: [Range<Int>] = []
    for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = parted.last, range.lowerBound < last.upperBound {
        parted[parted.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        parted.append(range)
      }
    }
    self.ranges = parted
  }

  /// Whether one of them shares something with a range.
  public func touches(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ranges[low - 1].upperBound > range.lowerBound
  }
}
