public import Audit
import Evaluation
import Paper

/// A filing on its way to the public: fields that a form calls personal are masked, what else is private is found.
public struct PublicDraft: Sendable {
  /// What strangers must not read, in the filing's order.
  public let stretches: [PrivateStretch]
  private let masked: LoadedFiling

  public init(_ loaded: LoadedFiling) {
    masked = loaded.showing(loaded.filing.personalFieldsMasked)
    stretches = PrivateStretch.all(in: masked.calculation)
  }

  /// The filing as strangers may read it, without findings. The stretches with these ids stay.
  func copy(keeping kept: Set<String>) -> LoadedFiling {
    let cuts = stretches.filter { !kept.contains($0.id) }
    return masked.showing(PublicCopy(of: masked.calculation, without: cuts).filing)
  }
}

extension PrivateStretch {
  /// A secrecy mark cannot be cut: what stands under it must not be public at all.
  public var forbidsPublication: Bool { check == "P11" }
}
