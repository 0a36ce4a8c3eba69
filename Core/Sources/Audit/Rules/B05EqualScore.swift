import Reading
import Rules

extension AuditRule {
  static let b05EqualScore = AuditRule(
    RuleCard(
      "B05", "得分与规则不符（等值指标）", severity: .error,
      why: "要求等于某值的指标按达到与否或完成比例得分；目标为零的，发生一起即不得分。",
      remedy: "按制度规定改正得分；从严扣分的，补填偏差原因。",
      sources: [.evaluationMeasures("定量指标的计分"), .departmentSheet("年度指标值、实际完成值、得分栏")]
    ),
    method: "指标值带“=”或为 0 的定量指标，未达到指标值时按制度重算得分。高于应得分的须改正；低于应得分且没有原因的须说明。已达到的由 B09、未达到却得满分的由 B10 处理。",
    examples: [
      .passes(.indicators("quality | 任务分解率 | ＝100% | 100% | 5 | 5 |")),
      .passes(.indicators("satisfaction | 粮食安全事件发生数 | 0起 | 1起 | 5 | 0 | 一处仓库进水，已整改")),
      .passes(.indicators("quality | 任务分解率 | ＝100% | 60% | 5 | 3 | 两个股室未分解，已补办")),
      .fails(
        .indicators("satisfaction | 粮食安全事件发生数 | 0起 | 2起 | 5 | 4 | 两处仓库进水，已整改"),
        .at("self/satisfaction.1/score", "粮食安全事件发生数得 4 分，按规则应得 0 分（指标值为 0，未达到不得分），多 4 分。")),
      .fails(
        .indicators("quality | 任务分解率 | ＝100% | 60% | 5 | 1 |"),
        .at("self/quality.1/score", "任务分解率得 1 分，按规则应得 3 分（5 × 60 ÷ 100 = 3），少 2 分，未说明原因。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 70个 | 5 | 4.38 | 推迟签约")),
    ]
  ) { dossier in
    dossier.scores(.equal, named: "等值指标")
  }
}
