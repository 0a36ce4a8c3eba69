import Evaluation
import Figures
import Reading

/// How far stated figures and their sum lie apart, and whether rounding explains it.
struct SumComparison {
  let stated: Figure
  let sum: Figure
  let difference: Figure
  /// The difference is within the half steps of the figures involved.
  let isRounding: Bool

  /// nil where no part is filled in or the sum cannot be held.
  init?(stated: Figure, parts: [Figure], halfStep: Rational) {
    guard !parts.isEmpty else { return nil }
    var total = Rational.zero
    for part in parts {
      guard let next = total.adding(part.rational) else { return nil }
      total = next
    }
    guard let sum = total.rounded(decimals: Figure.maximumDecimals)?.trimmed,
      let gap = stated.rational.subtracting(total)?.magnitude,
      let difference = gap.rounded(decimals: Figure.maximumDecimals)?.trimmed,
      let allowed = halfStep.multiplied(by: Rational(Int64(parts.count + 1)))
    else { return nil }
    self.stated = stated
    self.sum = sum
    self.difference = difference
    isRounding = gap <= allowed
  }
}

extension SheetReading? {
  /// Compares a row with the sum of its parts in every column where both are filled in.
  func totals(of row: String, named name: String, parts: [String]) -> Verdict {
    guard let sheet = self else { return .notCheckable(missing: ["基础数据表"]) }
    var findings: [Finding] = []
    var looked = false
    for column in ["last", "budget", "final"] {
      guard let stated = sheet.figure(row, column),
        let comparison = SumComparison(
          stated: stated, parts: parts.compactMap { sheet.figure($0, column) }, halfStep: sheet.amountHalfStep)
      else { continue }
      looked = true
      guard !comparison.isRounding else { continue }
      let places =
        [sheet.address(row, column)] + parts.filter { sheet.has($0, column) }.map { sheet.address($0, column) }
      findings.append(
        Finding(
          at: places.map { .cell($0) },
          "\(name) \(stated)，各项之和 \(comparison.sum)，相差 \(comparison.difference)。",
          derivation: "\(stated) ≠ \(comparison.sum)"))
    }
    return looked ? Verdict(findings) : .notCheckable(missing: [name])
  }
}
