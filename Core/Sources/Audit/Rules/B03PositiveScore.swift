import Reading
import Rules

extension AuditRule {
  static let b03PositiveScore = AuditRule(
    RuleCard(
      "B03", "得分与规则不符（正向指标）", severity: .error,
      why: "越高越好的指标未达到指标值时，按完成比例得分；多给的分没有依据，少给的分要说明原因。",
      remedy: "按“分值 × 实际完成值 ÷ 年度指标值”改正得分；从严扣分的，补填偏差原因。",
      sources: [.evaluationMeasures("定量指标的计分"), .departmentSheet("年度指标值、实际完成值、得分栏")]
    ),
    method: """
      指标值带“≥”“>”或没有符号的定量指标，完成值低于指标值时按制度重算得分。高于应得分的须改正；低于应得分且没有原因的须说明，写明原因的不报。\
      得分末位的四舍五入不算差错。已达到指标值的由 B09、未达到却得满分的由 B10 处理。
      """,
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
      .passes(.indicators("quantity | 到位资金 | ≥8亿元 | 50000万元 | 10 | 6.25 | 两个项目推迟开工，明年一季度补足")),
      .passes(.indicators("quantity | 过亿项目 | 5个 | 4个 | 10 | 5 | 一个项目未通过环评，明年重新选址")),
      .passes(.indicators("quantity | 带动就业 | ≥60人 | 40人 | 10 | 7 | 企业缩减岗位，明年扩大招工")),
      .fails(
        .indicators("quantity | 过亿项目 | 5个 | 4个 | 10 | 5 |"),
        .at("self/quantity.1/score", "过亿项目得 5 分，按规则应得 8 分（10 × 4 ÷ 5 = 8），少 3 分，未说明原因。")),
      .fails(
        .indicators("satisfaction | 企业满意度 | ≥90% | 81% | 10 | 9.5 | 部分企业反映审批慢，明年压缩时限"),
        .at("self/satisfaction.1/score", "企业满意度得 9.5 分，按规则应得 9 分（10 × 81 ÷ 90 = 9），多 0.5 分。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 13 | 措施未到位", "quantity | 新签约项目 | ≥80个 | 84个")),
    ]
  ) { dossier in
    dossier.scores(.positive, named: "正向指标")
  }
}
