import Figures
import Reading

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
    all.reserveCapacity(reports.reduce(0) { $0 + $1.digests.count })
    for (number, report) in reports.enumerated() {
      for digest in report.digests { all.append(Posting(digest: digest, report: Int32(number))) }
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

  /// Whether others than one unit are among them.
  func hasOthers(than unit: String) -> Bool { reports.contains { $0.unit != unit } }

  /// Another unit's report with what was taken from it.
  struct Copy {
    let report: PeerReport
    let text: CopiedText
  }

  /// Reports of other units that hold more than so many percent of a text, those that hold most first.
  func copies(of text: ComparedText, by unit: String, over percent: Int) -> [Copy] {
    let own = text.digests.filter { PeerReport.isSampled($0) && !common.contains($0) }
    var counts: [Int: Int] = [:]
    for digest in own {
      for posting in postings[first(at: digest)...] {
        guard posting.digest == digest else { break }
        counts[Int(posting.report), default: 0] += 1
      }
    }
    let likely = counts.filter { reports[$0.key].unit != unit && $0.value * 100 > own.count * percent }
    return likely.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { number, _ in
      let report = reports[number]
      let copied = CopiedText(
        text, counts: { PeerReport.isSampled($0) && !common.contains($0) }, { report.digests.contains($0) })
      return Copy(report: report, text: copied)
    }
  }

  /// How many stretches of a text are its own and sampled.
  func countOfOwn(_ text: ComparedText) -> Int {
    text.digests.count { PeerReport.isSampled($0) && !common.contains($0) }
  }

  private func first(at digest: UInt64) -> Int {
    var (low, high) = (0, postings.count)
    while low < high {
      let middle = (low + high) / 2
      if postings[middle].digest < digest { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What other units of a year spend on 公用经费 for one person, in 元, the least first; one figure for each unit.
  func operatingExpensePerHead(of year: Int, besides unit: String) -> [Rational] {
    var seen: Set<String> = [unit]
    return reports.filter { $0.year == year && $0.operatingExpensePerHead != nil && seen.insert($0.unit).inserted }
      .compactMap(\.operatingExpensePerHead).sorted()
  }
}
