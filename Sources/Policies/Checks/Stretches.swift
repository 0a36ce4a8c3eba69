import Evaluation
import Figures

/// A stretch of numbers under its name, and where it is written.
struct Stretch {
  let range: PointRange
  let name: String
  let place: Place
}

extension Draft {
  /// Stretches that together hold every number from 0 to 100 exactly once. Says nothing where one could not be read.
  func requireComplete(_ stretches: [Stretch?], _ kind: String) {
    requireSeparate(stretches, kind)
    let sorted = sorted(stretches)
    guard let first = sorted.first, let last = sorted.last else { return }
    if first.range.low > 0 || !first.range.includesLow {
      report("\(kind)有空档：0 到 \(first.range.low) 之间的分数不属于任何一档。", at: first.place)
    }
    if last.range.high < 100 || !last.range.includesHigh {
      report("\(kind)有空档：\(last.range.high) 到 100 之间的分数不属于任何一档。", at: last.place)
    }
    for (lower, upper) in zip(sorted, sorted.dropFirst()) {
      let (end, start) = (lower.range.high, upper.range.low)
      if end < start {
        report("\(kind)有空档：“\(lower.name)”止于 \(end)，“\(upper.name)”始于 \(start)，其间的小数不属于任何一档。", at: upper.place)
      } else if end == start, !lower.range.includesHigh, !upper.range.includesLow {
        report("\(kind)有空档：“\(lower.name)”和“\(upper.name)”都不含 \(end)。", at: upper.place)
      }
    }
  }

  /// Stretches that have no number in common.
  func requireSeparate(_ stretches: [Stretch?], _ kind: String) {
    let sorted = sorted(stretches)
    for (lower, upper) in zip(sorted, sorted.dropFirst()) {
      let (end, start) = (lower.range.high, upper.range.low)
      if end > start {
        report("\(kind)重叠：“\(lower.name)”止于 \(end)，“\(upper.name)”始于 \(start)。", at: upper.place)
      } else if end == start, lower.range.includesHigh, upper.range.includesLow {
        report("\(kind)重叠：\(end) 既属于“\(lower.name)”又属于“\(upper.name)”，请把一端改为圆括号。", at: upper.place)
      }
    }
  }

  /// From the lowest to the highest; empty where one could not be read.
  private func sorted(_ stretches: [Stretch?]) -> [Stretch] {
    let read = stretches.compactMap { $0 }
    guard read.count == stretches.count else { return [] }
    return read.sorted { ($0.range.low, $0.range.high) < ($1.range.low, $1.range.high) }
  }
}
