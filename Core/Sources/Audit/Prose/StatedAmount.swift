import Evaluation
import Figures
import Reading

/// Money in 元 with the furthest that it may lie from the true sum.
struct StatedAmount {
  let exact: Rational
  let slack: Rational

  /// "452.72 万元"
  var spoken: String {
    let unit = Rational(10_000)
    return exact.divided(by: unit).map { "\($0.spoken(6)) 万元" } ?? "?"
  }
  /// "452.72"
  var digits: String { exact.divided(by: Rational(10_000))?.spoken(6) ?? "?" }

  init(_ exact: Rational, slack: Rational) {
    self.exact = exact
    self.slack = slack
  }

  init(_ number: WrittenNumber) { self.init(number.value, slack: number.halfStep) }

  /// Whole 万元 of what accounts are kept of are exact to 0.01, closing zeros left out; anything else is as it shows.
  init(_ statement: AmountStatement) {
    let own = statement.amount.halfStep
    let isWhole = own == Rational(5_000) && statement.item.name == nil
    self.init(statement.amount.value, slack: isWhole ? Rational(50) : own)
  }

  /// A written amount of a form; nil where it cannot be held.
  init?(_ sum: WrittenSum, in unit: AmountUnit) {
    guard let yuan = Rational(unit.fen).divided(by: Rational(100)), let exact = sum.exact.multiplied(by: yuan),
      let slack = sum.slack.multiplied(by: yuan)
    else { return nil }
    self.init(exact, slack: slack)
  }

  /// All of them together; nil where there is none.
  init?(sumOf terms: [StatedAmount]) {
    guard var sum = terms.first else { return nil }
    for term in terms.dropFirst() {
      guard let exact = sum.exact.adding(term.exact), let slack = sum.slack.adding(term.slack) else { return nil }
      sum = StatedAmount(exact, slack: slack)
    }
    self = sum
  }

  /// How two of them lie to one another.
  enum Relation { case agree, below, above }

  /// Both can stand for the same sum, or differ in nothing but the unit, which is another rule's matter.
  func relation(to other: StatedAmount) -> Relation {
    guard let gap = exact.subtracting(other.exact), let allowed = slack.adding(other.slack) else { return .agree }
    if gap == .zero || gap.magnitude < allowed || isOtherUnit(of: other) { return .agree }
    return gap > .zero ? .above : .below
  }

  private func isOtherUnit(of other: StatedAmount) -> Bool {
    if exact.denominator == other.exact.denominator, let mine = Int64(exactly: exact.numerator),
      let theirs = Int64(exactly: other.exact.numerator)
    {
      return mine != 0 && theirs != 0 && (Self.isStep(from: theirs, to: mine) || Self.isStep(from: mine, to: theirs))
    }
    guard let ratio = exact.divided(by: other.exact) else { return false }
    let (top, bottom) = (ratio.numerator, ratio.denominator)
    return bottom == 1 && Self.isStep(top) || top == 1 && Self.isStep(bottom)
  }

  /// 万 or 亿 times as much.
  private static func isStep(from less: Int64, to more: Int64) -> Bool {
    ([10_000, 100_000_000] as [Int64]).contains { step in
      let (value, overflow) = less.multipliedReportingOverflow(by: step)
      return value == more && !overflow
    }
  }

  /// 万 or 亿.
  private static func isStep(_ times: Int128) -> Bool { times == 10_000 || times == 100_000_000 }

  /// The same digits under a unit of 10,000 times the worth.
  func isTenThousandTimes(_ other: StatedAmount) -> Bool { exact.divided(by: other.exact) == Rational(10_000) }

  /// "19.11 万元"
  func gap(to other: StatedAmount) -> StatedAmount {
    StatedAmount(exact.subtracting(other.exact)?.magnitude ?? .zero, slack: .zero)
  }

  /// One step of the last place and no more: likely rounded on its way.
  func isOneStep(from other: StatedAmount) -> Bool {
    guard let gap = exact.subtracting(other.exact)?.magnitude,
      let step = max(slack, other.slack).adding(max(slack, other.slack))
    else { return false }
    return gap <= step
  }
}

extension AmountStatement {
  var stated: StatedAmount { StatedAmount(self) }
}

extension Dossier {
  /// What stands in one amount cell; nil where it is blank.
  func stated(at cell: CellAddress) -> StatedAmount? {
    guard let policy = calculation.sheet(cell.sheet)?.policy, let sum = stated("", cell)?.sum else { return nil }
    return StatedAmount(sum, in: policy.amounts.unit)
  }

  /// The report has prose at all.
  var hasProse: Bool { !narrative.passages.isEmpty }
}
