import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let g10AtLeastWhole = AuditRule(
    RuleCard(
      "G10", "指标值写成不低于百分之百", severity: .info,
      why: "合格率、覆盖率这类比率最多 100%，“≥100%”就是“=100%”，写成等于更清楚。",
      remedy: "改为“=100%”或“100%”。",
      sources: [.departmentSheet("年度指标值栏"), .customary("以百分之百为上限的比率用等号")]
    ),
    method: "名称是满意度、覆盖率、合格率等部分占总体的比率，指标值为“≥100%”即提示；完成率等可以超过 100% 的不查。",
    examples: [
      .passes(.indicators("quality | 验收合格率 | =100% | 100% | 10 | 10 |", "quality | 建档覆盖率 | 100% | 100% | 5 | 5 |")),
      .passes(.indicators("quantity | 任务完成率 | ≥100% | 105% | 10 | 10 |", "quality | 抽检合格率 | ≥98% | 99% | 5 | 5 |")),
      .fails(
        .indicators("quality | 验收合格率 | ≥100% | 100% | 10 | 10 |"),
        .at("self/quality.1/target", "验收合格率最多 100%，指标值“≥100%”可改为“=100%”。")),
      .fails(
        .indicators("timeliness | 工资发放及时率 | 不低于100% | 100% | 10 | 10 |", on: "project-1"),
        .at("project-1/timeliness.1/target", "工资发放及时率最多 100%，指标值“不低于100%”可改为“=100%”。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "部分占总体的比率") { line in
      guard line.isBoundedRate, case .quantity(let target) = line.target else { return nil }
      guard target.sign == .atLeast, target.unit == "%", target.figure.rational == Rational(100) else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.target),
          message: "\(line.title)最多 100%，指标值“\(line.targetText.bare)”可改为“=100%”。", derivation: line.targetText.bare))
    }
  }
}
