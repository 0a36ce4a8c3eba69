public import Figures

extension ScoringRule {
  /// The points of one indicator worth `points`, from its target and actual value.
  public func advice(
    points: Figure?, target: IndicatorValue, actual: IndicatorValue, subject: IndicatorSubject, rounding: Rounding
  ) -> ScoreAdvice {
    guard let points, target != .void, actual != .void else { return .incomplete }
    switch (target, actual) {
    case (.several, _), (_, .several): return .incomparable(.severalNumbers)
    case (.quantity(let target), .quantity(let actual)):
      return quantity(points, target, actual, subject, rounding)
    case (.range(let low, let high, let unit), .quantity(let actual)):
      return range(points, low, high, unit, actual, rounding)
    case (.date(let target), .date(let actual)): return date(points, target, actual)
    case (.date, _), (_, .date): return .incomparable(.dateAgainstOther)
    case (.words, .words(let text)): return words(points, text, rounding)
    case (.words, _): return .incomparable(.wordsAgainstNumber)
    default: return .incomparable(.numberAgainstWords)
    }
  }

  private func quantity(
    _ points: Figure, _ target: IndicatorValue.Quantity, _ actual: IndicatorValue.Quantity,
    _ subject: IndicatorSubject, _ rounding: Rounding
  ) -> ScoreAdvice {
    let (goal, goalUnit) = target.comparable
    let (done, doneUnit) = actual.comparable
    guard goalUnit == doneUnit || goalUnit.isEmpty || doneUnit.isEmpty else {
      return .incomparable(.units(target: target.unit, actual: actual.unit))
    }
    let sign = target.sign ?? (subject == .cost ? .atMost : .atLeast)
    let achieved = max(done, .zero)
    if isMet(sign, goal, achieved) { return full(points, "达到指标值，得满分") }
    if goal == .zero { return none(points, "指标值为 0，未达到不得分") }
    let written = (goal: target.figure.description, done: actual.figure.description)
    if sign.isReverse { return reverse(points, goal, achieved, written, rounding) }
    guard let share = achieved.divided(by: goal) else { return .incomplete }
    if sign == .equal, share > .one { return full(points, "超过指标值，按达到计，得满分") }
    if let passingShare, share < passingShare.rational { return none(points, "完成比例低于及格线，不得分") }
    return earned(points, share, rounding, "未达到指标值，按完成比例得分") { "\($0) × \(written.done) ÷ \(written.goal)" }
  }

  private func isMet(_ sign: IndicatorValue.Sign, _ goal: Rational, _ done: Rational) -> Bool {
    switch sign {
    case .atLeast: done >= goal
    case .moreThan: done > goal
    case .equal: done == goal
    case .atMost: done <= goal
    case .lessThan: done < goal
    }
  }

  private func reverse(
    _ points: Figure, _ goal: Rational, _ done: Rational, _ written: (goal: String, done: String),
    _ rounding: Rounding
  ) -> ScoreAdvice {
    switch reverse {
    case .byRatio:
      guard let share = goal.divided(by: done) else { return .incomplete }
      return earned(points, share, rounding, "超过控制值，按反比得分") { "\($0) × \(written.goal) ÷ \(written.done)" }
    case .byExcess:
      guard let excess = done.subtracting(goal)?.divided(by: goal), let share = Rational.one.subtracting(excess) else {
        return .incomplete
      }
      return earned(points, max(share, .zero), rounding, "超过控制值，按超出比例扣分") {
        "\($0) × (1 − (\(written.done) − \(written.goal)) ÷ \(written.goal))"
      }
    }
  }

  private func range(
    _ points: Figure, _ low: Figure, _ high: Figure, _ unit: String, _ actual: IndicatorValue.Quantity,
    _ rounding: Rounding
  ) -> ScoreAdvice {
    guard unit == actual.unit || unit.isEmpty || actual.unit.isEmpty else {
      return .incomparable(.units(target: unit, actual: actual.unit))
    }
    if actual.figure >= low { return full(points, actual.figure <= high ? "在指标值区间内，得满分" : "超过指标值区间，按达到计，得满分") }
    guard let share = actual.figure.rational.divided(by: low.rational) else { return .incomplete }
    return earned(points, max(share, .zero), rounding, "低于指标值区间，按完成比例得分") { "\($0) × \(actual.figure) ÷ \(low)" }
  }

  private func date(
    _ points: Figure, _ target: IndicatorValue.DateLimit, _ actual: IndicatorValue.DateLimit
  ) -> ScoreAdvice {
    actual <= target ? full(points, "按期完成，得满分") : .free
  }

  private func words(_ points: Figure, _ text: String, _ rounding: Rounding) -> ScoreAdvice {
    guard let level = level(of: text), let low = share(points, level.share.low, rounding),
      let high = share(points, level.share.high, rounding)
    else { return .free }
    return .band(low: low, high: high, level: level)
  }

  /// The level whose label or word the text holds, the longest first: 未达成 before 达成.
  func level(of text: String) -> QualitativeLevel? {
    let spellings = levels.flatMap { level in ([level.label] + level.words).map { (spelling: $0, level: level) } }
    return spellings.filter { text.contains($0.spelling) }.max { $0.spelling.count < $1.spelling.count }?.level
  }

  private func share(_ points: Figure, _ percent: Figure, _ rounding: Rounding) -> Figure? {
    points.rational.multiplied(by: percent.rational)?.divided(by: Rational(100))?
      .rounded(decimals: rounding.scoreDecimals, rounding.mode)?.trimmed
  }

  private func full(_ points: Figure, _ rule: String) -> ScoreAdvice {
    .points(ScoreProposal(points: points.trimmed, working: points.trimmed.description, rule: rule))
  }
  private func none(_ points: Figure, _ rule: String) -> ScoreAdvice {
    .points(ScoreProposal(points: 0, working: "0", rule: rule))
  }
  private func earned(
    _ points: Figure, _ share: Rational, _ rounding: Rounding, _ rule: String, working: (String) -> String
  ) -> ScoreAdvice {
    guard let exact = points.rational.multiplied(by: share),
      let rounded = exact.rounded(decimals: rounding.scoreDecimals, rounding.mode)?.trimmed
    else { return .incomplete }
    return .points(
      ScoreProposal(
        points: rounded, working: "\(working(points.trimmed.description)) = \(rounded)", rule: rule))
  }
}
