import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let b12ExecutionCap = AuditRule(
    RuleCard(
      "B12", "总分超过执行率封顶", severity: .error,
      why: "制度规定执行率低的总分不得超过一定分数；超出部分无效，等级也可能随之降低。",
      remedy: "把各项得分调到封顶分以内，或核对执行率。",
      sources: [.customary("按预算执行率封顶总分"), .projectSheet("执行率、总分行")]
    ),
    method: "按制度的分档查执行率落在哪一档，再与总得分比较；执行率由金额重算，没有金额时用表上所填。制度没有规定封顶的不查。",
    examples: [
      .passes(["project-1/total/budget": "400", "project-1/total/executed": "300", "project-1/sum/score": "89"]),
      .passes(["project-1/total/budget": "400", "project-1/total/executed": "398", "project-1/sum/score": "98"]),
      .fails(
        [
          "project-1/project/name": "招商引资", "project-1/total/budget": "400", "project-1/total/executed": "119.34",
          "project-1/sum/score": "87",
        ],
        .at("project-1/sum/score", "项目“招商引资”执行率 29.84%，总得分最高 69 分，现为 87 分。")),
      .fails(
        ["project-1/project/name": "冷链物流", "project-1/total/rate": "70", "project-1/sum/score": "89.5"],
        .at("project-1/sum/score", "项目“冷链物流”执行率 70%，总得分最高 89 分，现为 89.5 分。")),
      .cannotLook(["project-1/sum/score": "87"]),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets, missing: "执行率和总得分，或制度没有规定封顶") { sheet in
      let caps = sheet.policy.scoring.caps
      guard !caps.isEmpty, let score = sheet.figure("sum", "score"), let rate = dossier.executionRate(of: sheet) else {
        return nil
      }
      guard let cap = caps.first(where: { $0.rate.contains(rate.percent) }), score > cap.most else { return .agrees }
      return .breaks(
        Finding(
          at: [.cell(sheet.address("sum", "score"))] + rate.cells.map { .cell($0) },
          "\(sheet.spokenName)执行率 \(rate.percent.spoken(2))%，总得分最高 \(cap.most) 分，现为 \(score) 分。",
          derivation: "\(rate.percent.spoken(2)) ∈ \(cap.rate): \(score) > \(cap.most)"))
    }
  }
}
