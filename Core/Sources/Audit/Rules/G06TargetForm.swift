import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let g06TargetForm = AuditRule(
    RuleCard(
      "G06", "指标值写法不清", severity: .error,
      why: "有分值的指标必须有可以衡量的目标：数加单位，或日期，或注明定性；没有目标就没有计分的依据。",
      remedy: "补填指标值和单位，如“≥80个”；确属定性的写“定性”；不涉及的删除该行。",
      sources: [.departmentSheet("年度指标值栏"), .evaluationMeasures("绩效指标应清晰、细化、可衡量")]
    ),
    method: """
      有分值的指标，指标值写“无”“不涉及”“/”须改正；指标值和完成值都只有数而没有单位，名称里也看不出单位的，须说明。\
      空白由 H01 处理，多个数由 G12 处理，比率漏写“%”由 G09 处理，成本指标写“无”由 B30 处理。
      """,
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |")),
      .passes(.indicators("quantity | 新签约项目数（个） | 80 | 84 | 5 | 5 |")),
      .passes(.indicators("social | 受益人口 | 2.3万人 | 2.6万人 | 15 | 15 |", "ecological | 无 | 无 | 无 | 0 | 0 |")),
      .fails(
        .indicators("social | 公众受益 | 无 | 良好 | 15 | 15 |", "sustained | 长效机制 | 不涉及 | 已建立 | 10 | 10 |"),
        .at("self/social.1/target", "公众受益有分值 15，指标值却写“无”。"),
        .at("self/sustained.1/target", "长效机制有分值 10，指标值却写“不涉及”。")),
      .fails(
        .indicators("quantity | 新签约项目 | ≥80 | 84 | 5 | 5 |"),
        .at("self/quantity.1/target", "新签约项目的指标值“≥80”和完成值“84”都没有单位。")),
      .cannotLook(.indicators("quantity | 新签约项目 | | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "年度指标值") { line in
      guard !line.targetText.isBlank else { return nil }
      if line.target == .void {
        guard let points = line.points, !line.isVoidCost else { return .agrees }
        return .breaks(
          Finding(
            at: line.address(.target), message: "\(line.title)有分值 \(points)，指标值却写“\(line.targetText.bare)”。",
            derivation: line.targetText.bare))
      }
      guard line.isWithoutUnit else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.target), line.address(.actual),
          message: "\(line.title)的指标值“\(line.targetText.bare)”和完成值“\(line.actualText.bare)”都没有单位。",
          derivation: "\(line.targetText.bare) | \(line.actualText.bare)", severity: .warning))
    }
  }
}

extension IndicatorLine {
  /// Two bare numbers, and no unit in the name either.
  fileprivate var isWithoutUnit: Bool {
    guard case .quantity(let target) = target, case .quantity(let actual) = actual else { return false }
    return target.unit.isEmpty && actual.unit.isEmpty && !isRateByName && !name.bare.contains("(")
  }
}
