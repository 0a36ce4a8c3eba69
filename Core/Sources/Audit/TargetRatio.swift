import Evaluation
import Figures
import Reading

/// How many times its target an actual value is.
struct TargetRatio {
  let exact: Rational
  /// With two decimals: "2.38".
  let spoken: Figure

  /// nil where target and actual value are no comparable numbers, or the target is not above zero.
  init?(of line: IndicatorLine) {
    guard case .quantity(let target) = line.target, case .quantity(let actual) = line.actual,
      target.isComparable(with: actual), target.comparable.value > .zero,
      let exact = actual.comparable(beside: target).value.divided(by: target.comparable.value),
      let spoken = exact.rounded(decimals: 2)?.trimmed
    else { return nil }
    self.exact = exact
    self.spoken = spoken
  }
}

extension SheetReading {
  /// From which multiple of its target on an indicator counts as over-fulfilled: the policy's, or 1.3.
  var overfulfilmentShare: Figure { policy.scoring.overfulfilment?.share ?? Figure(unscaled: 13, decimals: 1) ?? 1 }
}
