import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let b10FullPointsThoughMissed = AuditRule(
    RuleCard(
      "B10", "未达到指标值却得满分", severity: .error,
      why: "没有达到指标值而得满分，是自评虚高最明显的一种。",
      remedy: "按制度的计分规则改正得分，并填写偏差原因；指标值或完成值填错的，改正填错的一个。",
      sources: [.evaluationMeasures("定量指标的计分"), .departmentSheet("年度指标值、实际完成值、得分栏")]
    ),
    method: """
      按制度重算应低于满分而所填为满分，或完成日期晚于要求日期而得满分，即报告。\
      成本指标没有写符号、只能推定越低越好的，须说明。得分高于应得分但不是满分的由 B03、B04、B05 处理。
      """,
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "cost | 改造成本 | ≤100万元 | 96万元 | 10 | 10 |")),
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 70个 | 5 | 4.38 | 十个项目推迟到明年签约")),
      .fails(
        .indicators(
          "quantity | 过亿项目 | ≥5个 | 4个 | 10 | 10 | 无偏差",
          "timeliness | 任务完成期限 | 2024年6月30日前 | 2024年9月20日 | 10 | 10 |"),
        .at("self/quantity.1/score", "过亿项目未达到指标值（指标值 ≥5个，完成 4个），按规则应得 8 分，不能得满分 10 分。"),
        .at(
          "self/timeliness.1/score",
          "任务完成期限晚于指标值（指标值 2024年6月30日前，完成 2024年9月20日），不能得满分 10 分。")),
      .fails(
        .indicators("cost | 引进项目投资总额 | 100000万元 | 154500万元 | 10 | 10 |"),
        .at(
          "self/cost.1/score",
          "引进项目投资总额超过指标值（指标值 100000万元，完成 154500万元），按规则应得 4.55 分，不能得满分 10 分。成本指标按越低越好计分，越高越好的请移到产出或效益指标。"
        )),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "可比较的指标值、完成值、分值和得分") { line in
      guard let points = line.points, let score = line.score, line.proposal != nil || line.isLate else { return nil }
      guard !points.isZero, score.rational == points.rational, !line.isMet else { return .agrees }
      let right = line.proposal.map { "，按规则应得 \($0.points) 分" } ?? ""
      let hint = line.isAssumedCeiling ? "成本指标按越低越好计分，越高越好的请移到产出或效益指标。" : ""
      return .breaks(
        Finding(
          at: line.address(.score), line.address(.target), line.address(.actual),
          message: "\(line.title)\(line.miss)（\(line.comparison)）\(right)，不能得满分 \(points) 分。\(hint)",
          derivation: "\(line.proposal?.working ?? line.comparison) < \(score)",
          severity: line.isAssumedCeiling ? .warning : nil))
    }
  }
}

extension IndicatorLine {
  /// Both are dates, and the target's is past.
  fileprivate var isLate: Bool {
    if case .date(let target) = target, case .date(let actual) = actual { actual.isLater(than: target) } else { false }
  }
  fileprivate var miss: String {
    if isLate { return "晚于指标值" }
    return comparisonKind == .reverse ? "超过指标值" : "未达到指标值"
  }
  /// A cost target without a sign is taken for a ceiling.
  fileprivate var isAssumedCeiling: Bool {
    if case .quantity(let target) = target { target.sign == nil && comparisonKind == .reverse } else { false }
  }
}
