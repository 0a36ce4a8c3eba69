/// From when to when a post is held, both days counted.
public struct PostTerm: Hashable, Sendable {
  /// nil: since ever.
  public var from: CivilDay?
  /// The last day; nil: until it is taken away.
  public var until: CivilDay?
  public init(from: CivilDay? = nil, until: CivilDay? = nil) {
    self.from = from
    self.until = until
  }
  /// Since ever, and until it is taken away.
  public static let always = PostTerm()

  /// The last day is before the first.
  public var isEmpty: Bool { from.map { from in until.map { $0 < from } ?? false } ?? false }

  /// Its first and last day counted.
  public func holds(on day: CivilDay) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }
  /// Whether it holds on that day or any later one.
  public func isComing(after day: CivilDay) -> Bool { until.map { day <= $0 } ?? true }
}
