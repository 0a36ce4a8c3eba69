import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let t11VoidIndicator = AuditRule(
    RuleCard(
      "T11", "空指标占了分值", severity: .warning,
      why: "指标只写“无”“不涉及”，却占着分值，等于白得分。",
      remedy: "写明指标和指标值；确实不涉及的，删除该行，把分值分给其他指标。",
      sources: [.departmentSheet("说明：个别不涉及的二级指标可删除"), .projectSheet("三级指标栏")]
    ),
    method: "三级指标有分值和指标值，名称却只写“无”“不涉及”“/”一类的词，即报告。指标值写“无”的由 G06 处理，成本指标由 B30 处理，零分值由 B19 处理，名称空白由 H02 处理。",
    examples: [
      .passes(.indicators("social | 政策知晓率 | ≥90% | 92% | 15 | 15 |", "ecological | 无 | 无 | 无 | 0 | 0 |")),
      .passes(.indicators("sustained | 无障碍设施覆盖率 | 100% | 100% | 10 | 10 |")),
      .fails(
        .indicators("ecological | 不涉及 | 达标 | 已完成 | 5 | 5 |"),
        .at("self/ecological.1/name", "“不涉及”没有内容，却有分值 5。")),
      .fails(
        .indicators("social | / | ≥90% | 92% | 15 | 15 |", on: "project-1"),
        .at("project-1/social.1/name", "“/”没有内容，却有分值 15。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.flatMap(\.indicators), missing: "指标的分值") { line in
      guard let points = line.points else { return nil }
      guard !points.isZero, !line.isNotConcerned, !line.name.isEmpty, line.name.saysNothing,
        !line.targetText.saysNothing
      else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.name), line.address(.points), message: "“\(line.name)”没有内容，却有分值 \(points)。",
          derivation: "\(points)"))
    }
  }
}
