import Evaluation
import Reading

/// A check that arithmetic decides, told by the cells that it looks at: in one filing by its rule, in very many tables at
/// once by `TableChecks`.
enum ArithmeticCheck {
  /// Both amounts can stand for the same.
  case equal(AmountTerm, AmountTerm)
  /// The first amount is not surely larger than the second.
  case within(AmountTerm, AmountTerm)
  case rate(WrittenRate)
  case points(PointTotal)
  case scores(ScoreTotal)
  case bound(ScoredRow)
  /// An amount, a number or an area is not below zero, unless its row holds changes.
  case notNegative(CellDefinition)
  /// The points for budget execution are what the policy gives.
  case execution(SheetReading)
}

/// All that an arithmetic rule looks at in a dossier.
struct ArithmeticChecks {
  let checks: [ArithmeticCheck]
  /// What is missing where none of them can look.
  let missing: [String]

  init(_ checks: [ArithmeticCheck] = [], missing: String...) {
    self.checks = checks
    self.missing = missing
  }

  func verdict(in dossier: Dossier) -> Verdict {
    var findings: [Finding] = []
    var looked = false
    for check in checks {
      guard let seen = dossier.look(at: check) else { continue }
      looked = true
      if case .breaks(let finding) = seen { findings.append(finding) }
    }
    return looked ? Verdict(findings) : .notCheckable(missing: missing)
  }
}

extension Dossier {
  /// nil where its inputs are missing.
  func look(at check: ArithmeticCheck) -> Look? {
    switch check {
    case .equal(let first, let second):
      guard let first = amount(first), let second = amount(second) else { return nil }
      return first.mustEqual(second)
    case .within(let part, let whole):
      guard let whole = amount(whole) else { return nil }
      return amount(part)?.mustNotExceed(whole)
    case .rate(let rate): return look(at: rate)
    case .points(let total): return look(at: total)
    case .scores(let total): return look(at: total)
    case .bound(let row): return row.look
    case .notNegative(let cell): return look(atSignOf: cell)
    case .execution(let sheet): return look(atExecutionOf: sheet)
    }
  }
}
