import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let f08LateCompletion = AuditRule(
    RuleCard(
      "F08", "时效指标晚于要求", severity: .error,
      why: "完成日期晚于要求日期就是没有按期完成，要说明原因。",
      remedy: "核对完成日期；确实晚了的，写明偏差原因和改进措施。",
      sources: [.departmentSheet("年度指标值、实际完成值栏"), .evaluationMeasures("定量指标的计分")]
    ),
    method: "指标值和完成值都是日期而完成晚于要求的：没有写偏差原因的须改正，写了原因的作为提示。得满分的由 B10 报告。",
    examples: [
      .passes(.indicators("timeliness | 完成期限 | 2024年12月31日前 | 2024年12月20日 | 10 | 10 |")),
      .passes(.indicators("timeliness | 完成期限 | 2024年6月30日前 | 2024年9月20日 | 10 | 10 |")),
      .fails(
        .indicators("timeliness | 完成期限 | 2024年6月30日前 | 2024年9月20日 | 10 | 6 |"),
        .at("self/timeliness.1/actual", "完成期限要求 2024年6月30日前，实际 2024年9月20日，晚于要求。")),
      .fails(
        .indicators("timeliness | 完成期限 | 6月底前 | 9月20日 | 10 | 6 | 设备到货晚，明年提前招标"),
        .at("self/timeliness.1/actual", "完成期限要求 6月底前，实际 9月20日，晚于要求。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "以日期表示的指标值和完成值") { line in
      guard case .date(let target) = line.target, case .date(let actual) = line.actual else { return nil }
      let isFull = line.score != nil && line.score?.rational == line.points?.rational
      guard actual.isLater(than: target), !isFull else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.actual), line.address(.target),
          message: "\(line.title)要求 \(line.targetText)，实际 \(line.actualText)，晚于要求。",
          derivation: "\(line.actualText) > \(line.targetText)", severity: line.reason.isEmpty ? nil : .info))
    }
  }
}
