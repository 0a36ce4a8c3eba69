public import Figures

/// One grade and the stretch of points that earns it, with open and closed ends.
public struct GradeBand: Hashable, Sendable {
  public let label: String
  /// Of 100 points.
  public let range: PointRange
  /// The name of one of the policy's sources.
  public let source: String
  public init(label: String, range: PointRange, source: String) {
    self.label = label
    self.range = range
    self.source = source
  }
}

extension [GradeBand] {
  /// The grade that `points` (of 100) earns; nil where the bands have a gap.
  public func grade(for points: Rational) -> GradeBand? { first { $0.range.contains(points) } }
}

/// A stretch between two numbers, each end in it or not.
public struct PointRange: Hashable, Sendable {
  /// Not above `high`, where the range was read from a text.
  public let low: Figure
  public let high: Figure
  public let includesLow: Bool
  public let includesHigh: Bool

  public init(low: Figure, high: Figure, includesLow: Bool, includesHigh: Bool) {
    self.low = low
    self.high = high
    self.includesLow = includesLow
    self.includesHigh = includesHigh
  }

  /// Reads "[90, 100]", "(80, 90]"; nil when it is not one.
  public init?(_ text: String) {
    let trimmed = text.filter { $0 != " " }
    guard let first = trimmed.first, let last = trimmed.last, "[(".contains(first), "])".contains(last) else {
      return nil
    }
    let ends = trimmed.dropFirst().dropLast().split(separator: ",")
    guard ends.count == 2, let low = try? Figure(reading: String(ends[0])),
      let high = try? Figure(reading: String(ends[1])), low <= high
    else { return nil }
    self.init(low: low, high: high, includesLow: first == "[", includesHigh: last == "]")
  }

  /// Compared exactly; an end counts only where the range includes it.
  public func contains(_ value: Rational) -> Bool {
    let (low, high) = (low.rational, high.rational)
    return (includesLow ? value >= low : value > low) && (includesHigh ? value <= high : value < high)
  }
}

extension PointRange {
  /// "大于 90 分至 100 分（含）", "80 分（含）至 90 分（不含）": for people who do not read brackets.
  public func words(unit: String) -> String {
    let from = includesLow ? "\(low) \(unit)（含）" : "大于 \(low) \(unit)"
    return "\(from)至 \(high) \(unit)（\(includesHigh ? "含" : "不含")）"
  }
}

extension PointRange: CustomStringConvertible {
  public var description: String { "\(includesLow ? "[" : "(")\(low), \(high)\(includesHigh ? "]" : ")")" }
}
