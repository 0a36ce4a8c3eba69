public import Figures

/// The points that the policy's rule gives an indicator, and how they came about.
public struct ScoreProposal: Hashable, Sendable {
  /// Rounded as the policy says, without closing zeros.
  public let points: Figure
  /// With the numbers filled in: "10 × 5 ÷ 8 = 6.25".
  public let working: String
  /// The rule in words.
  public let rule: String
}

/// What the scoring rule can say of one indicator.
public enum ScoreAdvice: Hashable, Sendable {
  case points(ScoreProposal)
  /// The points must lie within this stretch.
  case band(low: Figure, high: Figure, level: QualitativeLevel)
  /// A target in words, and no level recognised.
  case free
  /// Target and actual cannot be compared: why.
  case incomparable(Incomparable)
  /// Something is still missing.
  case incomplete
}

/// Why a target and an actual value cannot be compared.
public enum Incomparable: Hashable, Sendable {
  case wordsAgainstNumber
  case numberAgainstWords
  case units(target: String, actual: String)
  case severalNumbers
  case dateAgainstOther
  /// Words with a number in them that could not be read as a whole.
  case unclear
}
