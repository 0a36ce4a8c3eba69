import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let a20ScoreWithinPoints = arithmetic(
    RuleCard(
      "A20", "得分超出范围", severity: .error,
      why: "分值是一项最多能得的分；得分超过分值或为负，总得分即不可信。",
      remedy: "核对该项的分值与得分，改正填错的一个。",
      sources: [LegalSource("部门整体支出绩效自评表", clause: "分值栏与得分栏"), LegalSource("项目支出绩效自评表", clause: "分值栏与得分栏")]
    ),
    method: "逐条三级指标和预算执行行比较分值与得分；分值空白时只查得分是否为负，得分空白则不查。",
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "quality | 验收合格率 | 100% | 0% | 5 | 0 | 尚未验收")),
      .passes(["self/total/points": "10", "self/total/score": "8.62"]),
      .fails(
        .indicators("social | 政策知晓率 | ≥90% | 92% | 15 | 16 |"),
        .at("self/social.1/score", "政策知晓率得 16 分，超过分值 15，多 1 分。")),
      .fails(
        .indicators(
          "cost | 改造成本 | ≤106.2万元 | 230万元 | 10 | -2 | 设计变更",
          and: ["self/total/points": "10", "self/total/score": "11.7"]),
        .at("self/total/score", "预算执行得 11.7 分，超过分值 10，多 1.7 分。"),
        .at("self/cost.1/score", "改造成本得 -2 分，得分不能为负。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5")),
    ]
  ) { dossier in
    ArithmeticChecks(dossier.scoredSheets.flatMap(ScoredRow.all).map { .bound($0) }, missing: "得分")
  }
}
