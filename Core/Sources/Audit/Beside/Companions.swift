import Reading

/// The filings that a dossier is compared with.
public struct Companions: Sendable {
  /// The same unit's filings of the years right before, last year's first, without a gap.
  public let earlier: [EarlierFiling]
  /// Reports of several units that were handed in together; nil where there is only one.
  public let peers: Peers?

  public init(earlier: [EarlierFiling] = [], peers: Peers? = nil) {
    self.earlier = earlier
    self.peers = peers
  }

  /// Nothing to compare with.
  public static let none = Companions()

  /// Last year's filing.
  var lastYear: EarlierFiling? { earlier.first }
}

extension Verdict {
  /// A rule of years without last year's filing, or without what it needs of it.
  static func withoutLastYear(_ missing: String...) -> Verdict {
    .notCheckable(missing: missing.isEmpty ? ["本单位上年填报"] : missing)
  }
}
