public import Evaluation
import Figures
public import Reading

extension RedFlag {
  /// All that the forms of a filing, and last year's beside them, show.
  public static func all(in dossier: Dossier) -> [RedFlag] {
    dossier.backfilled + dossier.exact
      + dossier.flag(.fullPoints, where: .b21AllFullMarks) + dossier.flag(.sameTargets, where: .e07TargetsUnchanged)
  }
}

extension Dossier {
  /// 全年预算数 that is 全年执行数 to the last digit, while 年初预算数 is far away.
  fileprivate var backfilled: [RedFlag] {
    for sheet in scoredSheets {
      let cells = BudgetExecution(of: sheet)
      guard let budget = sheet.value("total", "budget"), let executed = sheet.value("total", "executed"),
        let initial = sheet.value("total", "initial"), budget > .zero, budget == executed,
        let percent = executed.divided(by: initial)?.multiplied(by: Rational(100)),
        percent < Rational(RedFlag.usualShare.lowerBound) || percent > Rational(RedFlag.usualShare.upperBound),
        let rate = percent.rounded(decimals: 2)?.trimmed
      else { continue }
      let unit = sheet.policy.amounts.unit.rawValue
      return [
        RedFlag(
          .backfilledBudget,
          "\(sheet.spokenName)全年预算数与执行数都是 \(sheet.text("total", "executed")) \(unit)，执行率 100%；"
            + "按年初预算数 \(sheet.text("total", "initial")) \(unit)算为 \(rate)%",
          at: [cells.budget, cells.executed, cells.initial])
      ]
    }
    return []
  }

  /// A sheet all of whose targets in numbers were met to the digit.
  fileprivate var exact: [RedFlag] {
    for sheet in scoredSheets {
      let measured = sheet.countedLines.compactMap { line -> (line: IndicatorLine, isExact: Bool)? in
        guard case .quantity(let target) = line.target else { return nil }
        guard case .quantity(let actual) = line.actual, target.isComparable(with: actual) else {
          return (line, false)
        }
        return (line, target.comparable.value == actual.comparable(beside: target).value)
      }
      guard measured.count >= 3, measured.allSatisfy(\.isExact) else { continue }
      return [
        RedFlag(
          .exactTargets, "\(sheet.spokenName) \(measured.count) 条定量指标的完成值全部恰好等于指标值",
          at: measured.map { $0.line.address(.actual) })
      ]
    }
    return []
  }

  /// What a rule finds, as a flag: one whatever the number of findings.
  fileprivate func flag(_ kind: RedFlag.Kind, where rule: AuditRule) -> [RedFlag] {
    guard case .fail(let findings) = rule.check(self), let first = findings.first else { return [] }
    let cells = first.places.compactMap { place -> CellAddress? in
      switch place {
      case .cell(let address): address
      case .sheet(let sheet): CellAddress(sheet, "sum", "score")
      case .attachment, .text, .trace, .companion: nil
      }
    }
    return [RedFlag(kind, first.message.droppingFullStop, at: cells)]
  }
}

extension String {
  fileprivate var droppingFullStop: String { hasSuffix("。") ? String(dropLast()) : self }
}
