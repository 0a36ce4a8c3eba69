import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let b19ZeroPointRow = AuditRule(
    RuleCard(
      "B19", "零分值的行", severity: .warning,
      why: "不涉及的指标留一行零分，既不衡量什么，又像是漏填；表上允许删去不涉及的二级指标。",
      remedy: "删除该行；确有内容的，补填指标并给予分值。",
      sources: [.departmentSheet("说明：个别不涉及的二级指标可删除"), .projectSheet("分值栏")]
    ),
    method: "三级指标分值为 0，或整行只写“无”“不涉及”而没有分值，即报告；此行的其他问题不再另报。没有添加三级指标的二级指标不报。",
    examples: [
      .passes(.indicators("social | 政策知晓率 | ≥90% | 92% | 15 | 15 |")),
      .passes(.indicators("quality | 验收合格率 | 100% | 0% | 5 | 0 | 尚未验收")),
      .fails(
        .indicators(
          "ecological | 无生态效益 | 无生态效益 | 无生态效益 | 0 | 0 | 无偏差", "sustained | 无可持续影响 | 无可持续影响 | 无可持续影响 | 0 | 0 | 无偏差"),
        .at("self/ecological.1/points", "“无生态效益”分值为 0，不涉及的指标请删除该行。"),
        .at("self/sustained.1/points", "“无可持续影响”分值为 0，不涉及的指标请删除该行。")),
      .fails(
        .indicators("social | 政策知晓率 | ≥90% | 92% | 30 | 30 |", "ecological | 无 | 无 |", on: "project-1"),
        .at("project-1/ecological.1/points", "“无”没有分值，不涉及的指标请删除该行。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.flatMap(\.indicators), missing: "指标的分值") { line in
      guard line.points != nil || line.isNotConcerned else { return nil }
      guard line.isNotConcerned else { return .agrees }
      let lack = line.points == nil ? "没有分值" : "分值为 0"
      return .breaks(
        Finding(
          at: line.address(.points), line.address(.name), message: "“\(line.title)”\(lack)，不涉及的指标请删除该行。",
          derivation: line.points?.description ?? "-"))
    }
  }
}
