import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let g09MissingPercentSign = AuditRule(
    RuleCard(
      "G09", "漏写百分号", severity: .warning,
      why: "“95”是 95 还是 95%，差一百倍；漏写百分号，比率就可能读错。",
      remedy: "补写“%”。",
      sources: [.departmentSheet("年度指标值、实际完成值栏"), .departmentSheet("执行率栏")]
    ),
    method: "指标值和完成值一边有“%”、另一边只有数，或名称是某某率、满意度而两边都没有“%”，即报告；已有报告中印出带“%”的比率栏也查。0 不必写。",
    examples: [
      .passes(.indicators("satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |", "quantity | 新签约项目 | ≥80个 | 84 | 5 | 5 |")),
      .passes(["self/total/rate": "100%", "base/staff/rate": "87.5%"]),
      .fails(
        .indicators("satisfaction | 企业满意度 | ≥90% | 95 | 10 | 10 |", "social | 政策知晓率 | 90 | 0.92 | 15 | 15 |"),
        .at("self/social.1/target", "政策知晓率“90”“0.92”没有写“%”。"),
        .at("self/satisfaction.1/actual", "企业满意度“95”没有写“%”。")),
      .fails(
        ["self/total/rate": "100", "base/staff/rate": "87.5"],
        .at("base/staff/rate", "控制率“87.5”没有写“%”。"), .at("self/total/rate", "执行率“100”没有写“%”。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |")),
    ]
  ) { dossier in
    let cells = dossier.shownRates.map(RateText.cell) + dossier.countedLines.map(RateText.line)
    return Verdict(over: cells, missing: "比率", look: \.look)
  }
}

/// A place where a share may stand.
private enum RateText {
  case cell(NumberCell)
  case line(IndicatorLine)

  var look: Look? {
    switch self {
    case .cell(let cell):
      guard cell.figure?.isZero == false, !cell.text.hasSuffix("%") else { return .agrees }
      return finding(cell.caption, [(cell.address, cell.text)])
    case .line(let line):
      guard let lacking = line.lackingSigns else { return nil }
      return lacking.isEmpty ? .agrees : finding(line.title, lacking)
    }
  }

  private func finding(_ name: String, _ cells: [(cell: CellAddress, text: String)]) -> Look {
    .breaks(
      Finding(
        at: cells.map { .cell($0.cell) }, "\(name)\(cells.map { "“\($0.text)”" }.joined())没有写“%”。",
        derivation: cells.map(\.text).joined(separator: ", ")))
  }
}

extension Dossier {
  /// Cells that a report written elsewhere should print with %; the system prints it itself.
  fileprivate var shownRates: [NumberCell] {
    calculation.mode == .asWritten ? numberCells.filter { $0.definition.kind == .percent && $0.figure != nil } : []
  }
}

extension IndicatorLine {
  /// The sides of a share that are bare numbers; nil where neither side is a number.
  fileprivate var lackingSigns: [(cell: CellAddress, text: String)]? {
    guard case .quantity(let target) = target else { return nil }
    let sides: [(IndicatorValue.Quantity, CellAddress, String)]
    if case .quantity(let actual) = actual {
      sides = [(target, address(.target), targetText), (actual, address(.actual), actualText)]
    } else {
      sides = [(target, address(.target), targetText)]
    }
    let isShare = sides.contains { $0.0.unit == "%" } || (isRateByName && sides.allSatisfy { $0.0.unit.isEmpty })
    guard isShare else { return [] }
    return sides.filter { $0.0.unit.isEmpty && !$0.0.figure.isZero }.map { ($0.1, $0.2.bare) }
  }
}
