import Figures
import Reading
import Rules

/// By how much an item lies from last year, in a sentence behind the one that tells it now:
/// 公务接待费8.4万元。公务接待费较上年的9.6万元减少1.2万元.
struct ChangeOfItem {
  static let finder = PassageFinder(in: [.prose, .noPlans, .amount]) { read -> [Finding] in
    guard read.amounts.count >= 3 else { return [] }
    return read.amounts.indices.dropFirst(2).compactMap { finding(at: $0, in: read) }
  }

  private static func finding(at index: Int, in read: PassageStatements) -> Finding? {
    let (base, change) = (read.amounts[index - 1], read.amounts[index])
    guard case .change(let isRise) = change.role, base.role == .base, base.item == change.item, base.item.name == nil,
      !base.isApproximate, !change.isApproximate,
      read.passage.clause(at: base.range.lowerBound).contains(change.range.lowerBound)
    else { return nil }
    let sentence = read.passage.sentence(at: base.range.lowerBound)
    let levels = read.amounts[..<(index - 1)].filter {
      $0.item == base.item && $0.role == .level && $0.stage != .budget
    }
    guard let now = levels.last, now.range.upperBound <= sentence.lowerBound, !now.isApproximate,
      levels.allSatisfy({ $0.stated.relation(to: now.stated) == .agree }),
      (now.stated.relation(to: base.stated) == .above) == isRise,
      !read.amounts.contains(where: {
        $0.role == .level && sentence.contains($0.range.lowerBound) && $0.range.upperBound <= base.range.lowerBound
      })
    else { return nil }
    let gap = now.stated.gap(to: base.stated).with(now.stated.slack, base.stated.slack)
    guard gap.relation(to: change.stated) != .agree else { return nil }
    let quotes = [now, base, change].map { read.passage.text($0.range) }
    return Finding(
      at: [change, now, base].map { .text($0.place) },
      "所写增减 \(quotes[2])，\(quotes[0]) 与 \(quotes[1]) 相差 \(gap.spoken)。",
      derivation: "\(quotes[0]) − \(quotes[1]) = \(gap.spoken) ≠ \(quotes[2])")
  }
}
