import Evaluation
import Figures
import Reading
import Rules
import Text

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
      .fails(
        ["base/staff/rate": "87.5", "base/buildings.1/areaRate": "99.89", "base/buildings.1/investmentRate": "98.29"],
        .at("base/staff/rate", "基础表有 3 处比率没有写“%”：87.5、99.89、98.29。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |")),
    ]
  ) { dossier in
    let texts = dossier.shownRates.map(RateText.column) + dossier.countedLines.map(RateText.line)
    return Verdict(over: texts, missing: "比率", look: \.look)
  }
}

/// Where shares may stand: the rates that a sheet prints, an indicator.
private enum RateText {
  case column(String, [NumberCell])
  case line(IndicatorLine)

  var look: Look? {
    switch self {
    case .column(let sheet, let cells):
      let lacking = cells.filter { $0.figure?.isZero == false && !$0.text.hasSuffix("%") }.map { ($0.address, $0.text) }
      guard let first = cells.first(where: { $0.address == lacking.first?.0 }) else { return .agrees }
      guard lacking.count > 1 else { return finding("\(first.caption)“\(first.text)”没有写“%”。", lacking) }
      let quoted = lacking.prefix(5).map(\.1).joined(separator: "、") + (lacking.count > 5 ? "等" : "")
      return finding("\(sheet)有 \(lacking.count) 处比率没有写“%”：\(quoted)。", lacking)
    case .line(let line):
      guard let lacking = line.lackingSigns else { return nil }
      guard !lacking.isEmpty else { return .agrees }
      return finding("\(line.title)\(lacking.map { "“\($0.text)”" }.joined())没有写“%”。", lacking)
    }
  }

  private func finding(_ message: String, _ cells: [(cell: CellAddress, text: String)]) -> Look {
    .breaks(
      Finding(at: cells.map { .cell($0.cell) }, message, derivation: cells.map(\.text).joined(separator: ", ")))
  }
}

extension Dossier {
  /// By sheet, the rates that a report written elsewhere should print with %; the system prints it itself.
  fileprivate var shownRates: [(String, [NumberCell])] {
    guard calculation.mode == .asWritten else { return [] }
    return sheets.compactMap { sheet in
      let cells = sheet.numberCells.filter { $0.definition.kind == .percent && $0.figure != nil }
      return cells.isEmpty ? nil : (sheet.spokenName, cells)
    }
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
