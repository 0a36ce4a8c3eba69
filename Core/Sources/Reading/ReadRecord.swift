import Synchronization

/// Notes which parts of a dossier somebody looks at. A rule's verdict holds as long as these stay as they are.
public final class ReadRecord: Sendable {
  private let bits = Atomic<UInt64>(0)

  public init() {}

  public var parts: DossierParts { DossierParts(rawValue: bits.load(ordering: .relaxed)) }

  func note(_ parts: DossierParts) { bits.bitwiseOr(parts.rawValue, ordering: .relaxed) }
}
