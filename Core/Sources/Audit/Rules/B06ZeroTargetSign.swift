import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b06ZeroTargetSign = AuditRule(
    RuleCard(
      "B06", "零目标写成不低于", severity: .warning,
      why: "“不低于 0”任何结果都达得到，这样的目标不能衡量好坏。",
      remedy: "要求不发生的写“0起”或“=0”；要求有所增长的写出具体数。",
      sources: [.departmentSheet("年度指标值栏"), .customary("目标为零时不用“≥”")]
    ),
    method: "逐条查年度指标值是否为“≥0”或“不低于 0”；写“>0”“=0”“≤0”或单写 0 的不报。",
    examples: [
      .passes(.indicators("satisfaction | 粮食安全事件发生数 | 0起 | 0起 | 5 | 5 |")),
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "quantity | 外资企业 | >0家 | 1家 | 5 | 5 |")),
      .fails(
        .indicators("quality | 安全事故发生数 | ≥0起 | 0起 | 5 | 5 |"),
        .at("self/quality.1/target", "安全事故发生数的指标值“≥0起”任何结果都能达到，请改写。")),
      .fails(
        .indicators("satisfaction | 有效投诉 | 不少于0件 | 2件 | 5 | 5 |"),
        .at("self/satisfaction.1/target", "有效投诉的指标值“不少于0件”任何结果都能达到，请改写。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "定量的年度指标值") { line in
      guard case .quantity(let target) = line.target else { return nil }
      guard target.sign == .atLeast, target.figure.isZero else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.target), message: "\(line.title)的指标值“\(line.targetText.bare)”任何结果都能达到，请改写。",
          derivation: line.targetText.bare))
    }
  }
}
