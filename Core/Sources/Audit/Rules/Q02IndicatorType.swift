import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let q02IndicatorType = AuditRule(
    RuleCard(
      "Q02", "指标放错类别", severity: .warning,
      why: "满意度不是质量指标，事件数不是满意度；放错类别，各类的分值就不能说明问题。",
      remedy: "把指标移到相应的二级指标下，或换成这一类的指标。",
      sources: [.departmentSheet("二级指标、三级指标栏"), .customary("各类指标的含义见核心绩效目标和指标设置指引")]
    ),
    method: """
      质量、数量、时效指标名称是满意度的，满意度指标以件、起、次计数的，即报告。数量指标完成值是金额的由 G07 处理，\
      成本指标是越多越好的金额的由 B10 处理。
      """,
    examples: [
      .passes(.indicators("quantity | 到位资金 | ≥3亿元 | 3.01亿元 | 5 | 5 |", "quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
      .passes(.indicators("satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |", "cost | 改造成本 | ≤100万元 | 96万元 | 10 | 10 |")),
      .fails(
        .indicators(
          "quality | 群众满意度 | ≥90% | 95% | 10 | 10 |", "satisfaction | 粮食安全事件数 | 0起 | 0起 | 5 | 5 |", on: "project-1"),
        .at("project-1/quality.1/name", "群众满意度是满意度，列在质量指标下。"),
        .at("project-1/satisfaction.1/name", "粮食安全事件数以“起”计数，列在服务对象满意度指标下。")),
      .fails(
        .indicators("timeliness | 商户满意率 | ≥90% | 95% | 10 | 10 |"),
        .at("self/timeliness.1/name", "商户满意率是满意度，列在时效指标下。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "三级指标") { line in
      if let fault = line.misplacement { return .breaks(fault) }
      return .agrees
    }
  }
}

extension IndicatorLine {
  fileprivate var misplacement: Finding? {
    switch node.subject {
    case .quantity, .quality, .timeliness:
      name.holds("满意") && name.ends(with: "度") || name.ends(with: "满意率") ? found("是满意度") : nil
    case .satisfaction:
      counted.map { found("以“\($0)”计数") }
    default: nil
    }
  }

  private func found(_ what: String) -> Finding {
    Finding(at: address(.name), message: "\(title)\(what)，列在\(node.label.withoutBlanks)下。", derivation: name)
  }

  /// The unit of a count of events.
  private var counted: String? {
    guard case .quantity(let target) = target, ["起", "件", "次"].contains(target.unit) else { return nil }
    return target.unit
  }
}
