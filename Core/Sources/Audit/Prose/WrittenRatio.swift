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
      let step = percent.isZero ? Rational(1, over: 2) : percent.halfStep.adding(percent.halfStep)
    else { return true }
    // A whole percentage is rounded or cut off; with decimals the amounts may have been rounded on their way as well.
    let spare = percent.exponent >= 0 && !percent.isZero ? percent.halfStep : step
    let (below, above) = percent.isNegative ? (step, spare) : (spare, step)
    guard let top = percent.value.adding(above), let bottom = percent.value.subtracting(below) else { return true }
    return bottom <= high && low <= top
  }

  /// It would be right if one of the two amounts had 万 more in its unit, or less.
  var isOfOtherUnit: Bool {
    guard !percent.isZero, whole.exact > .zero, let larger = part.tenThousandfold, let wider = whole.tenThousandfold
    else { return false }
    return WrittenRatio(percent: percent, part: larger, whole: whole).isRight
      || WrittenRatio(percent: percent, part: part, whole: wider).isRight
  }

  /// What it should be, with as many decimals as written and two at least.
  var right: String { quotient(part.exact, whole.exact)?.spoken(max(2, min(6, -percent.exponent))) ?? "?" }

  private func quotient(_ part: Rational?, _ whole: Rational?) -> Rational? {
    guard let part, let whole, whole > .zero else { return nil }
    return part.divided(by: whole)?.multiplied(by: Rational(100))
  }
}

extension StatedAmount {
  /// 元 read as 万元.
  fileprivate var tenThousandfold: StatedAmount? {
    let step = Rational(10_000)
    guard let exact = exact.multiplied(by: step), let slack = slack.multiplied(by: step) else { return nil }
    return StatedAmount(exact, slack: slack)
  }
}
