import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b28Rescaling = AuditRule(
    RuleCard(
      "B28", "得分折算没有说明", severity: .info,
      why: "不适用的指标去掉后按百分制折算，总得分就不是各项之和；不写明折算，复核人会以为加错了。",
      remedy: "在报告或表中写明哪些指标不适用、按多少分折算为百分制。",
      sources: [.customary("不适用指标剔除后按百分制折算")]
    ),
    method: """
      已填的分值合计不足制度规定的总分，而总得分恰好等于各项得分之和按分值比例折算成的百分制得分，全文又没有“折算”“换算”“百分制”等说明的，即提示。\
      没有说明的，A18 仍按各项之和核对；分值合计是否允许不足由 A17 核对。各项都得满分的看不出折算，不看。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 72个 | 50 | 45 | 推迟签约", "economic | 带动就业 | ≥60人 | 71人 | 30 | 30 |",
          and: [
            "self/total/points": "10", "self/total/score": "10", "self/sum/score": "94.44",
            "self/goal/actual": "满意度指标不适用，得分按90分折算。",
          ])),
      .passes(
        .prose(
          "满意度指标本年不适用，总分已换算为百分制。",
          and: .indicators(
            "quantity | 新签约项目 | ≥80个 | 72个 | 50 | 45 | 推迟签约", "economic | 带动就业 | ≥60人 | 71人 | 30 | 30 |",
            and: ["self/total/points": "10", "self/total/score": "10", "self/sum/score": "94.4"]))),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 72个 | 50 | 45 | 推迟签约", "economic | 带动就业 | ≥60人 | 71人 | 30 | 30 |",
          and: ["self/total/points": "10", "self/total/score": "10", "self/sum/score": "94.44"]),
        .at("self/sum/score", "自评表各项得分之和 85（分值合计 90），总得分 94.44 是折算所得，没有说明。")),
      .fails(
        .indicators(
          "quantity | 改造市场 | 2个 | 2个 | 50 | 50 |", "economic | 摊位增收 | ≥10% | 9% | 20 | 18 | 客流减少", on: "project-1",
          and: [
            "project-1/project/name": "农贸市场改造", "project-1/total/points": "10", "project-1/total/score": "10",
            "project-1/sum/score": "97.5",
          ]),
        .at("project-1/sum/score", "项目“农贸市场改造”各项得分之和 78（分值合计 80），总得分 97.5 是折算所得，没有说明。")),
      .cannotLook(
        .indicators("quantity | 新签约项目 | ≥80个 | 72个 | 50 | 45 | 推迟签约", and: ["self/sum/score": "45"])),
    ]
  ) { dossier in
    let isExplained = dossier.writings.contains { rescalingWords.occurs(in: $0.scalars) }
    return Verdict(over: dossier.scoredSheets, missing: "折算的总得分") { sheet in
      guard let scaled = Rescaling(of: sheet) else { return nil }
      guard !isExplained else { return .agrees }
      let (points, earned) = (scaled.points.spoken(2), scaled.earned.spoken(2))
      return .breaks(
        Finding(
          at: sheet.address("sum", "score"),
          message: "\(sheet.spokenName)各项得分之和 \(earned)（分值合计 \(points)），总得分 \(scaled.total) 是折算所得，没有说明。",
          derivation: "\(earned) ÷ \(points) × 100 = \(scaled.total)"))
    }
  }

  private static let rescalingWords: WordFinder = ["折算", "换算", "百分制", "不适用"]
}
