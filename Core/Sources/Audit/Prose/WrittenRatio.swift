import Figures
import Reading

/// A percentage of prose beside the two quantities that it is worked out from.
struct WrittenRatio {
  let percent: WrittenNumber
  let part: StatedAmount
  let whole: StatedAmount

  /// The percentage can stand for the quotient, rounded or cut off. Without a base nothing is said.
  var isRight: Bool {
    guard let low = quotient(part.exact.subtracting(part.slack), whole.exact.adding(whole.slack)),
      let high = quotient(part.exact.adding(part.slack), whole.exact.subtracting(whole.slack)),
      let step = percent.isZero ? Rational(1, over: 2) : percent.halfStep.adding(percent.halfStep),
      let top = percent.value.adding(step), let bottom = percent.value.subtracting(step)
    else { return true }
    return bottom <= high && low <= top
  }

  /// What it should be, with as many decimals as written and two at least.
  var right: String { quotient(part.exact, whole.exact)?.spoken(max(2, min(6, -percent.exponent))) ?? "?" }

  private func quotient(_ part: Rational?, _ whole: Rational?) -> Rational? {
    guard let part, let whole, whole > .zero else { return nil }
    return part.divided(by: whole)?.multiplied(by: Rational(100))
  }
}
