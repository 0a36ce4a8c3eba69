public import Figures

/// How points are earned, with the parameters that regions set differently.
public struct ScoringRule: Sendable {
  /// Points of budget execution.
  public let executionPoints: Int
  /// Points of all indicators together.
  public let indicatorPoints: Int
  /// An execution rate below this needs a reason, in per cent; nil for none.
  public let executionReasonBelow: Figure?
  /// For indicators that should stay low.
  public let reverse: ReverseRule
  /// Below this share of the target no points are earned, 0.6 for 60 %; nil for none.
  public let passingShare: Figure?
  /// For targets in words; empty where the policy has none.
  public let levels: [QualitativeLevel]
  /// True where the actual value of an indicator in words must be one of the levels' labels or words.
  public let mustNameLevel: Bool
  /// nil where the policy does not look at it.
  public let overfulfilment: Overfulfilment?
  /// The most points a total may have at a low execution rate.
  public let caps: [ExecutionCap]
  /// The least and most third-level rows of a sheet.
  public let indicatorCount: ClosedRange<Int>?
  /// The name of one of the policy's sources.
  public let source: String

  public init(
    executionPoints: Int, indicatorPoints: Int, executionReasonBelow: Figure?, reverse: ReverseRule,
    passingShare: Figure? = nil, levels: [QualitativeLevel], mustNameLevel: Bool = false,
    overfulfilment: Overfulfilment?, caps: [ExecutionCap] = [], indicatorCount: ClosedRange<Int>? = nil, source: String
  ) {
    self.executionPoints = executionPoints
    self.indicatorPoints = indicatorPoints
    self.executionReasonBelow = executionReasonBelow
    self.reverse = reverse
    self.passingShare = passingShare
    self.levels = levels
    self.mustNameLevel = mustNameLevel
    self.overfulfilment = overfulfilment
    self.caps = caps
    self.indicatorCount = indicatorCount
    self.source = source
  }
}

/// How an indicator that should stay low earns points when it does not.
public enum ReverseRule: String, Sendable, CaseIterable {
  /// W × (1 − (A−T)/T), nothing from twice the target on.
  case byExcess
  /// W × T / A.
  case byRatio
}

/// A level of fulfilment of a target in words, and the share of the points it allows.
public struct QualitativeLevel: Hashable, Sendable {
  /// As it is shown and may be written as an actual value.
  public let label: String
  /// Words in the actual value that mean this level.
  public let words: [String]
  /// In per cent of the points.
  public let share: PointRange
  public init(label: String, words: [String], share: PointRange) {
    self.label = label
    self.words = words
    self.share = share
  }
}

/// From which share of the target on an actual value counts as over-fulfilled.
public struct Overfulfilment: Hashable, Sendable {
  /// 1.3 for 130 %.
  public let share: Figure
  /// What such a value calls for.
  public let effect: Effect
  public init(share: Figure, effect: Effect) {
    self.share = share
    self.effect = effect
  }
  /// A hint alone, or a reason that has to be given.
  public enum Effect: String, Sendable, CaseIterable {
    case warn, reason
  }
}

/// At an execution rate within `rate` (per cent) the total may not exceed `most` points.
public struct ExecutionCap: Hashable, Sendable {
  /// In per cent.
  public let rate: PointRange
  /// Points of the total.
  public let most: Figure
  public init(rate: PointRange, most: Figure) {
    self.rate = rate
    self.most = most
  }
}
