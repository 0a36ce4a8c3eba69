import Figures

/// Written figures added up, and how far rounding may have moved their sum from the true one.
///
/// A figure written to a half step h stands for [value − h, value + h). Zero stands for nothing at all and is exact.
struct WrittenSum {
  let terms: [Figure]
  let exact: Rational
  let slack: Rational

  /// Figures, each with the furthest that it may lie from the true number. nil when there is none or the sum cannot be
  /// held.
  init?(_ terms: [(figure: Figure, slack: Rational)]) {
    guard !terms.isEmpty else { return nil }
    var (exact, slack) = (Rational.zero, Rational.zero)
    for term in terms {
      guard let nextExact = exact.adding(term.figure.rational), let nextSlack = slack.adding(term.slack) else {
        return nil
      }
      (exact, slack) = (nextExact, nextSlack)
    }
    self.terms = terms.map(\.figure)
    self.exact = exact
    self.slack = slack
  }

  /// Amounts: closing zeros are left out on forms, so `decimals`, the form's own precision, counts where a figure shows
  /// fewer.
  init?(_ terms: [Figure], decimals: Int) { self.init(terms.map { ($0, $0.slack(decimals: decimals)) }) }

  /// Points that were earned: whole ones are exact, others are rounded to `decimals`.
  init?(scores terms: [Figure], decimals: Int) {
    self.init(terms.map { ($0, $0.trimmed.decimals == 0 ? .zero : $0.slack(decimals: decimals)) })
  }

  /// Quantities whose precision is what they show: areas, in whole ㎡ or with decimals.
  init?(shown figure: Figure) { self.init([(figure, figure.slack(decimals: 0))]) }

  /// Numbers without rounding: people, assigned points.
  init?(exactly terms: [Figure]) { self.init(terms.map { ($0, .zero) }) }

  /// The sum in digits.
  var figure: Figure { exact.rounded(decimals: Figure.maximumDecimals)?.trimmed ?? 0 }

  /// "4.64 + 5.71", or "27 + (-3) = 24" with its result.
  var working: String {
    let spelled = terms.map { $0.isNegative ? "(\($0))" : $0.description }.joined(separator: " + ")
    return terms.count == 1 ? spelled : "\(spelled) = \(figure)"
  }

  /// How far this sum lies from `other`.
  func gap(to other: WrittenSum) -> WrittenGap? { WrittenGap(self, other) }
}

/// How far two written sums lie apart.
struct WrittenGap {
  /// Never negative.
  let figure: Figure
  /// The first is larger.
  let isExcess: Bool
  /// Both can stand for the same number.
  let isRounding: Bool

  fileprivate init?(_ first: WrittenSum, _ second: WrittenSum) {
    guard let gap = first.exact.subtracting(second.exact), let allowed = first.slack.adding(second.slack),
      let figure = gap.magnitude.rounded(decimals: Figure.maximumDecimals)?.trimmed
    else { return nil }
    self.figure = figure
    isExcess = gap > .zero
    isRounding = gap == .zero || gap.magnitude < allowed
  }
}

extension WrittenSum {
  /// How far this sum lies from a figure that is exact.
  func gap(to figure: Figure) -> WrittenGap? { WrittenSum(exactly: [figure]).flatMap { gap(to: $0) } }
}

extension Figure {
  /// Half of the last place, of `decimals` places where fewer are shown; nothing for zero, which is exact.
  func slack(decimals least: Int) -> Rational {
    isZero ? .zero : Figure(unscaled: 1, decimals: max(least, decimals))?.halfStep ?? .zero
  }
}
