public import Evaluation

/// What a dossier is compared with. It stays the same while the dossier's own filing changes.
public struct Companions: Sendable {
  /// What the same unit filed in the years right before, last year's first, without a gap.
  public let earlier: [Companion]
  /// Reports of several units that were handed in together; nil where there are none.
  public let peers: Peers?

  public init(earlier: [Companion] = [], peers: Peers? = nil) {
    self.earlier = earlier
    self.peers = peers
  }

  /// Nothing to compare with.
  public static let none = Companions()

  /// Last year's filing.
  public var lastYear: Companion? { earlier.first }
}

/// A filing of the same unit in an earlier year.
public struct Companion: Sendable {
  /// All of it, compared with nothing further itself.
  public let dossier: Dossier
  /// The file it was read from, as the person named it; nil for a filing of the system.
  public let file: String?
  private let report: RecognisedReport?

  /// A filing of the system.
  public init(_ filing: Dossier) {
    dossier = filing
    (file, report) = (nil, nil)
  }

  /// A report that was read from a file.
  public init(_ report: RecognisedReport, file: String) {
    dossier = report.dossier
    self.file = file
    self.report = report
  }

  /// Where cells of it stand; none for a filing of the system, and for those that the report leaves out.
  public func places(of cells: [CellAddress]) -> [CompanionPlace] {
    guard let report, let file else { return [] }
    return cells.compactMap { report.place(of: $0) }.filter { !$0.isEmpty }
      .map { CompanionPlace($0, in: report.report.text, of: file) }
  }

  /// Where a stretch of its text stands; nil for a filing of the system.
  public func place(of stretch: TextPlace) -> CompanionPlace? {
    guard let file, let text = dossier.text, stretch.source == .file else { return nil }
    return CompanionPlace(stretch.range, in: text, of: file)
  }
}
