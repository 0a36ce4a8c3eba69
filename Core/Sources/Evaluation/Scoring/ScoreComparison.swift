import Figures

/// Sets one actual value against one target, under one policy's rule.
struct ScoreComparison {
  let rule: ScoringRule
  let points: Figure
  let subject: IndicatorSubject
  let rounding: Rounding

  func quantity(_ target: IndicatorValue.Quantity, _ actual: IndicatorValue.Quantity) -> ScoreAdvice {
    guard target.isComparable(with: actual) else {
      return .incomparable(.units(target: target.unit, actual: actual.unit))
    }
    let (goal, done) = (target.comparable(beside: actual).value, actual.comparable(beside: target).value)
    let sign = sign(of: target, goal)
    // A shrinking target cannot be scored in proportion; only reaching it is certain.
    if goal < .zero { return isMet(sign, goal, done) ? full("达到指标值，得满分") : .free }
    let achieved = max(done, .zero)
    if isMet(sign, goal, achieved) { return full("达到指标值，得满分") }
    if goal == .zero { return none("指标值为 0，未达到不得分") }
    let written = Written(target, actual)
    if sign.isReverse || (sign == .equal && subject == .cost && achieved > goal) {
      return reverse(goal, achieved, written)
    }
    if achieved > goal { return full("超过指标值，按达到计，得满分") }
    if done < .zero { return none("实际完成值为负，按 0 计，不得分") }
    return proportional(goal, achieved, written, "未达到指标值，按完成比例得分")
  }

  func range(
    _ low: IndicatorValue.Quantity, _ high: IndicatorValue.Quantity, _ actual: IndicatorValue.Quantity
  ) -> ScoreAdvice {
    guard high.isComparable(with: actual) else {
      return .incomparable(.units(target: high.unit, actual: actual.unit))
    }
    let achieved = max(actual.comparable(beside: high).value, .zero)
    let (least, most) = (low.comparable.value, high.comparable.value)
    if achieved >= least, achieved <= most { return full("在指标值区间内，得满分") }
    if subject == .cost {
      return achieved < least ? full("低于控制区间，得满分") : reverse(most, achieved, Written(high, actual))
    }
    if achieved > most { return full("超过指标值区间，按达到计，得满分") }
    return proportional(least, achieved, Written(low, actual), "低于指标值区间，按完成比例得分")
  }

  func date(_ target: IndicatorValue.DateLimit, _ actual: IndicatorValue.DateLimit) -> ScoreAdvice {
    actual.isLater(than: target) ? .free : full("按期完成，得满分")
  }

  func words(_ text: String) -> ScoreAdvice {
    guard let level = rule.level(of: text), let low = share(level.share.low), let high = share(level.share.high) else {
      return .free
    }
    return .band(low: low, high: high, level: level)
  }

  // MARK: The rules

  /// What a target without a sign asks for: costs stay below it, a zero stays zero, everything else reaches it.
  private func sign(of target: IndicatorValue.Quantity, _ goal: Rational) -> IndicatorValue.Sign {
    if let sign = target.sign { return sign }
    if subject == .cost { return .atMost }
    return goal == .zero ? .equal : .atLeast
  }

  /// The tables of the finance departments put > with ≥ and < with ≤: full points at the very target, proportion and
  /// excess counted from it. A target of “大于80” that came to exactly 80 thus gets full points; whoever scores it may give
  /// fewer.
  private func isMet(_ sign: IndicatorValue.Sign, _ goal: Rational, _ done: Rational) -> Bool {
    switch sign {
    case .atLeast, .moreThan: done >= goal
    case .equal: done == goal
    case .atMost, .lessThan: done <= goal
    }
  }

  private func proportional(_ goal: Rational, _ done: Rational, _ written: Written, _ words: String) -> ScoreAdvice {
    guard let share = done.divided(by: goal) else { return .incomplete }
    if let passing = rule.passingShare, share < passing.rational { return none("完成比例低于及格线，不得分") }
    return earned(share, words) { "\($0) × \(written.done) ÷ \(written.goal)" }
  }

  private func reverse(_ goal: Rational, _ done: Rational, _ written: Written) -> ScoreAdvice {
    switch rule.reverse {
    case .byRatio:
      guard let share = goal.divided(by: done) else { return .incomplete }
      return earned(share, "超过控制值，按反比得分") { "\($0) × \(written.goal) ÷ \(written.done)" }
    case .byExcess:
      guard let excess = done.subtracting(goal)?.divided(by: goal), let share = Rational.one.subtracting(excess) else {
        return .incomplete
      }
      guard share > .zero else { return none("达到控制值的两倍，不得分") }
      return earned(share, "超过控制值，按超出比例扣分") {
        "\($0) × (1 − (\(written.done) − \(written.goal)) ÷ \(written.goal))"
      }
    }
  }

  // MARK: The points

  private func share(_ percent: Figure) -> Figure? {
    points.rational.multiplied(by: percent.rational)?.divided(by: Rational(100))?
      .rounded(decimals: rounding.scoreDecimals, rounding.mode)?.trimmed
  }
  private func full(_ words: String) -> ScoreAdvice {
    .points(ScoreProposal(points: points.trimmed, working: points.trimmed.description, rule: words))
  }
  private func none(_ words: String) -> ScoreAdvice {
    .points(ScoreProposal(points: 0, working: "0", rule: words))
  }
  private func earned(_ share: Rational, _ words: String, working: (String) -> String) -> ScoreAdvice {
    guard let exact = points.rational.multiplied(by: share),
      let rounded = exact.rounded(decimals: rounding.scoreDecimals, rounding.mode)?.trimmed
    else { return .incomplete }
    return .points(
      ScoreProposal(points: rounded, working: "\(working(points.trimmed.description)) = \(rounded)", rule: words))
  }

  /// Target and actual as the working shows them: with their units where these differ in size.
  private struct Written {
    let goal: String
    let done: String
    init(_ target: IndicatorValue.Quantity, _ actual: IndicatorValue.Quantity) {
      let differ = IndicatorUnit.of(target.unit).factor != IndicatorUnit.of(actual.unit).factor
      goal = target.figure.description + (differ ? target.unit : "")
      done = actual.figure.description + (differ ? actual.unit : "")
    }
  }
}
