import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let h02NamelessIndicator = AuditRule(
    RuleCard(
      "H02", "有分值没有指标名称", severity: .error,
      why: "有分值而没有名称，看表的人不知道这些分评的是什么。",
      remedy: "补填三级指标名称；多余的行删除，分值分给其他指标。",
      sources: [.departmentSheet("三级指标栏"), .projectSheet("三级指标栏")]
    ),
    method: "三级指标分值大于 0 而名称空白即报告；其余空白由 H01 处理。",
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "quality | | | | |")),
      .fails(
        .indicators("quantity | | 53.46亿元 | 50.29亿元 | 50 | 45 | 基数较大", on: "project-1"),
        .at("project-1/quantity.1/name", "数量指标有一行分值 50，没有填三级指标名称。")),
      .fails(
        .indicators("economic | | | | 15 | 15 |", "social | | ≥90% | 92% | 15 | 15 |"),
        .at("self/economic.1/name", "经济效益指标有一行分值 15，没有填三级指标名称。"),
        .at("self/social.1/name", "社会效益指标有一行分值 15，没有填三级指标名称。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.flatMap(\.indicators), missing: "指标的分值") { line in
      guard let points = line.points else { return nil }
      guard line.name.isBlank, !points.isZero else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.name), line.address(.points),
          message: "\(line.node.label.filter { !$0.isWhitespace })有一行分值 \(points)，没有填三级指标名称。",
          derivation: points.description))
    }
  }
}
