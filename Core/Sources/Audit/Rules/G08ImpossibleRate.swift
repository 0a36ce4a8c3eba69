import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let g08ImpossibleRate = AuditRule(
    RuleCard(
      "G08", "比率超过百分之百", severity: .warning,
      why: "满意度、覆盖率、合格率这类比率最多 100%，超过就是算错或填错。",
      remedy: "核对分子和分母，改正比率。",
      sources: [.departmentSheet("年度指标值、实际完成值栏"), .customary("部分占总体的比率不超过百分之百")]
    ),
    method: "名称是满意度、覆盖率、合格率、到位率、及时率、知晓率等部分占总体的比率，指标值或完成值超过 100% 即报告；完成率、增长率、控制率、执行率可以超过，不查。",
    examples: [
      .passes(.indicators("satisfaction | 企业满意度 | ≥90% | 100% | 10 | 10 |")),
      .passes(.indicators("quantity | 任务完成率 | 100% | 105% | 10 | 10 |", "quality | 抽检合格率 | ≥98% | 100% | 5 | 5 |")),
      .fails(
        .indicators("satisfaction | 企业满意度 | ≥90% | 102.5% | 10 | 10 |"),
        .at("self/satisfaction.1/actual", "企业满意度“102.5%”超过 100%，请核对。")),
      .fails(
        .indicators("quality | 验收合格率 | 120% | 120 | 10 | 10 |", on: "project-1"),
        .at("project-1/quality.1/target", "验收合格率“120%”“120”超过 100%，请核对。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "部分占总体的比率") { line in
      guard line.isBoundedRate else { return nil }
      let cells = line.impossibleRates
      guard !cells.isEmpty else { return .agrees }
      return .breaks(
        Finding(
          at: cells.map { .cell($0.cell) }, "\(line.title)\(cells.map { "“\($0.text)”" }.joined())超过 100%，请核对。",
          derivation: "\(cells.map(\.text).joined(separator: ", ")) > 100%"))
    }
  }
}
