import Reading
import Rules

extension AuditRule {
  static let b04ReverseScore = AuditRule(
    RuleCard(
      "B04", "得分与规则不符（反向指标）", severity: .error,
      why: "越低越好的指标超过控制值时，按制度规定的公式扣分；多给的分没有依据，少给的分要说明原因。",
      remedy: "按制度的反向公式改正得分；从严扣分的，补填偏差原因。",
      sources: [.evaluationMeasures("定量指标的计分"), .departmentSheet("年度指标值、实际完成值、得分栏")]
    ),
    method: """
      指标值带“≤”“<”，以及没有符号的成本指标，完成值超过指标值时按制度的公式重算：按超出比例扣分，或按反比得分。\
      高于应得分的须改正；低于应得分且没有原因的须说明。得分末位的四舍五入不算差错；超过控制值却得满分的由 B10 处理。
      """,
    examples: [
      .passes(.indicators("cost | 改造成本 | ≤100万元 | 120万元 | 10 | 8 | 钢材涨价，明年锁定采购价")),
      .passes(.indicators("cost | 预算控制率 | ≦100% | ≦100% | 10 | 10 |")),
      .passes(.indicators("timeliness | 办件时长 | 3个工作日以内 | 2个工作日 | 10 | 10 |")),
      .fails(
        .indicators("cost | 改造成本 | ≤100万元 | 120万元 | 10 | 9 | 钢材涨价，明年锁定采购价"),
        .at("self/cost.1/score", "改造成本得 9 分，按规则应得 8 分（10 × (1 − (120 − 100) ÷ 100) = 8），多 1 分。")),
      .fails(
        .indicators("cost | 人均培训成本 | 450元 | 540元 | 5 | 2 |"),
        .at("self/cost.1/score", "人均培训成本得 2 分，按规则应得 4 分（5 × (1 − (540 − 450) ÷ 450) = 4），少 2 分，未说明原因。")),
      .cannotLook(.indicators("cost | 改造成本 | ≤100万元 | 120万元 | 10")),
    ]
  ) { dossier in
    dossier.scores(.reverse, named: "反向指标")
  }
}
