import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let b23LowExecution = AuditRule(
    RuleCard(
      "B23", "预算执行偏低", severity: .info,
      why: "两成以上的预算没有执行，绩效目标能否完成、预算是否编实，复核时都会问到。",
      remedy: "核对执行数；确实偏低的，在报告中说明原因和结转去向。",
      sources: [.customary("预算执行的偏离提示（黄色）")]
    ),
    method: "未执行的部分超过全年预算数（没有时用年初预算数）的 20% 即提示。制度另外规定执行率低于某个界限须说明原因的，由 H20 处理，不再提示。",
    examples: [
      .passes(["project-1/total/budget": "400", "project-1/total/executed": "320"]),
      .passes(["self/total/budget": "716.83", "self/total/executed": "500"]),
      .fails(
        ["project-1/project/name": "招商引资", "project-1/total/initial": "400", "project-1/total/executed": "119.34"],
        .at("project-1/total/executed", "项目“招商引资”执行率 29.84%，未执行的超过两成。")),
      .fails(
        [
          "project-1/project/name": "储备粮", "project-1/total/budget": "2000", "project-1/total/executed": "1599",
        ],
        .at("project-1/total/executed", "项目“储备粮”执行率 79.95%，未执行的超过两成。")),
      .cannotLook(["project-1/total/budget": "400"]),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets, missing: "全年预算数和全年执行数") { sheet in
      guard let rate = dossier.executionRate(of: sheet) else { return nil }
      guard sheet.policy.scoring.executionReasonBelow == nil, rate.percent < Rational(80) else { return .agrees }
      return .breaks(
        Finding(
          at: rate.cells.map { .cell($0) },
          "\(sheet.spokenName)执行率 \(rate.percent.spoken(2))%，未执行的超过两成。",
          derivation: "\(rate.percent.spoken(6)) < 80"))
    }
  }
}
