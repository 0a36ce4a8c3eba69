public import Figures

/// Reports of several units that were handed in together.
///
/// An index from digest to reports: comparing a report with all others costs what its own text costs.
public struct Peers: Sendable {
  private let reports: [PeerReport]
  /// By digest, then by report.
  private let postings: [Posting]
  /// Stretches that many units share: they come from a common pattern.
  private let common: Set<UInt64>

  private struct Posting {
    let digest: UInt64
    let report: Int32
  }

  /// The order in which they are given makes no difference.
  public init(_ given: [PeerReport]) {
    let reports = given.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    self.reports = reports
    var all: [Posting] = []
    for (number, report) in reports.enumerated() {
      for digest in Set(report.text.digests) { all.append(Posting(digest: digest, report: Int32(number))) }
    }
    all.sort { ($0.digest, $0.report) < ($1.digest, $1.report) }
    let limit = Self.commonFrom(units: Set(reports.map(\.unit)).count)
    var common: Set<UInt64> = []
    var start = 0
    while start < all.count {
      var end = start
      while end < all.count, all[end].digest == all[start].digest { end += 1 }
      if end - start >= limit, Set(all[start..<end].map { reports[Int($0.report)].unit }).count >= limit {
        common.insert(all[start].digest)
      }
      start = end
    }
    postings = all
    self.common = common
  }

  /// From how many units on a stretch counts as common: four, and more than a fifth of all.
  private static func commonFrom(units: Int) -> Int { max(4, units / 5 + 1) }

  /// How many reports of a year by others than one unit are among them.
  public func countOfOthers(than unit: String, in year: Int) -> Int {
    reports.count { $0.unit != unit && $0.year == year }
  }

  /// Another unit's report with what stands in both.
  public struct Copy: Sendable {
    /// The other unit's.
    public let report: PeerReport
    /// What of the text in question stands there.
    public let text: CopiedText
  }

  /// Reports of other units and the same year that hold some of a text, those that hold most first; at most so many,
  /// each with at least so many stretches of it.
  public func copies(
    of text: ComparedText, by unit: String, in year: Int, atLeast stretches: Int, most count: Int = 4
  ) -> [Copy] {
    var counts: [Int: Int] = [:]
    for digest in text.digests where !common.contains(digest) {
      for posting in postings[first(at: digest)...] {
        guard posting.digest == digest else { break }
        counts[Int(posting.report), default: 0] += 1
      }
    }
    let likely = counts.filter {
      reports[$0.key].unit != unit && reports[$0.key].year == year && $0.value >= stretches
    }
    return likely.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count).map { number, _ in
      let report = reports[number]
      return Copy(report: report, text: CopiedText(text, from: report.text) { !common.contains($0) })
    }
  }

  /// How many stretches of a text are not common.
  public func countOfOwn(_ text: ComparedText) -> Int { text.digests.count { !common.contains($0) } }

  private func first(at digest: UInt64) -> Int {
    var (low, high) = (0, postings.count)
    while low < high {
      let middle = (low + high) / 2
      if postings[middle].digest < digest { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What other units of a year spend on 公用经费 for one person, in 元, the least first; one figure for each unit.
  public func operatingExpensePerHead(of year: Int, besides unit: String) -> [Rational] {
    var seen: Set<String> = [unit]
    return reports.filter { $0.year == year && $0.operatingExpensePerHead != nil && seen.insert($0.unit).inserted }
      .compactMap(\.operatingExpensePerHead).sorted()
  }
}
