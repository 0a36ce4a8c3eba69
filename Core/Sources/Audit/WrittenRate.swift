import Evaluation
import Figures
import Reading

/// A share written in per cent, and the cells it comes from.
struct WrittenRate {
  /// How messages call it.
  let name: String
  let rate: CellAddress
  let part: CellAddress
  /// The first that is filled in counts.
  let whole: [CellAddress]
}

extension Dossier {
  /// nil where a cell is blank or nothing can be divided: a negative part, a base that is not above zero.
  func look(at share: WrittenRate) -> Look? {
    guard let base = share.whole.first(where: isFilled), let written = calculation.figure(at: share.rate),
      let part = sum(at: share.part), let whole = sum(at: base), part.exact >= .zero, whole.exact > .zero,
      let policy = calculation.sheet(share.rate.sheet)?.policy,
      let comparison = RateComparison(written: written, part: part, whole: whole, rounding: policy.rounding)
    else { return nil }
    guard !comparison.isRounding else { return .agrees }
    let working = "\(part.figure) ÷ \(whole.figure)"
    return .breaks(
      Finding(
        at: share.rate, share.part, base,
        message: "\(share.name) \(written)%，\(working) 应为 \(comparison.right)%，相差 \(comparison.gap) 个百分点。",
        derivation: "\(working) × 100 = \(comparison.right) ≠ \(written)"))
  }

  /// One written quantity with the precision that its kind is written to.
  func sum(at address: CellAddress) -> WrittenSum? {
    guard let figure = calculation.figure(at: address), let kind = calculation.definition(at: address)?.kind else {
      return nil
    }
    return switch kind {
    case .amount: stated("", address)?.sum
    case .count: WrittenSum(exactly: [figure])
    default: WrittenSum(shown: figure)
    }
  }
}

/// Whether a written share can stand for the quotient of two written quantities.
struct RateComparison {
  /// The share, rounded as the policy rounds rates.
  let right: Figure
  /// How far the written one lies from it, in percentage points.
  let gap: Figure
  let isRounding: Bool

  init?(written: Figure, part: WrittenSum, whole: WrittenSum, rounding: Rounding) {
    let hundred = Rational(100)
    func percent(_ part: Rational?, _ whole: Rational?) -> Rational? {
      guard let part, let whole, whole > .zero else { return nil }
      return part.multiplied(by: hundred)?.divided(by: whole)
    }
    // A base within its own rounding of zero sets no upper end.
    let high = percent(part.exact.adding(part.slack), whole.exact.subtracting(whole.slack))
    guard let exact = percent(part.exact, whole.exact),
      let low = percent(part.exact.subtracting(part.slack), whole.exact.adding(whole.slack)),
      let right = exact.rounded(decimals: rounding.rateDecimals, rounding.mode)?.trimmed,
      let gap = right.rational.subtracting(written.rational)?.magnitude.rounded(decimals: Figure.maximumDecimals),
      let top = written.rational.adding(written.halfStep), let bottom = written.rational.subtracting(written.halfStep),
      let cutTop = top.adding(written.halfStep)
    else { return nil }
    self.right = right
    self.gap = gap.trimmed
    isRounding = (rounding.mode == .down ? cutTop : top) >= low && high.map { bottom <= $0 } ?? true
  }
}
