import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let q14WholeScores = AuditRule(
    RuleCard(
      "Q14", "得分全部取整", severity: .info,
      why: "按完成比例计分很少正好是整数；得分全是整数，说明是估的，不是算的。",
      remedy: "按制度的计分规则计算，保留制度规定的小数位。",
      sources: [.evaluationMeasures("定量指标按完成比例计分"), .departmentSheet("得分栏")]
    ),
    method: """
      一张表的指标得分全是整数，而其中两条以上按规则应有小数、所填正是取整的结果，提示一次；制度规定得分取整的不查。\
      与应得分相差更多的由 B03 至 B05、给了满分的由 B10 处理。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 70个 | 5 | 4.38 | 十个项目推迟到明年签约",
          "social | 政策知晓率 | ≥90% | 85% | 15 | 14 | 宣传次数不足，明年增加")),
      .passes(
        .indicators(
          "quantity | 过亿项目 | 5个 | 4个 | 10 | 8 | 一个项目推迟到明年开工", "quality | 合格率 | 100% | 80% | 10 | 8 | 返工后全部合格",
          "cost | 基本支出 | ≤106.2万元 | 106.2万元 | 10 | 10 |")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 70个 | 5 | 4 | 十个项目推迟到明年签约", "social | 政策知晓率 | ≥90% | 85% | 15 | 14 | 宣传次数不足，明年增加",
          "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |"),
        .at("self/quantity.1/score", "自评表得分全是整数，按规则应有小数的有 2 条（新签约项目应得 4.38 分，填 4 分），请按制度保留 2 位小数。")),
      .fails(
        .indicators(
          "quantity | 改造摊位 | ≥400个 | 390个 | 15 | 14.0 | 两处产权未理清，明年补建", "economic | 出租率 | ≥90% | 88% | 10 | 9 | 年底集中退租",
          on: "project-1", and: ["project-1/project/name": "农贸市场改造"]),
        .at("project-1/quantity.1/score", "项目“农贸市场改造”得分全是整数，按规则应有小数的有 2 条（改造摊位应得 14.63 分，填 14 分），请按制度保留 2 位小数。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 13 |")),
    ]
  ) { dossier in
    let sheets = dossier.scoredSheets.filter { sheet in
      sheet.policy.rounding.scoreDecimals > 0 && sheet.countedLines.contains { $0.proposal != nil && $0.score != nil }
    }
    return Verdict(over: sheets, missing: "按比例计分的指标和得分") { sheet in
      let scored = sheet.countedLines.filter { $0.score != nil }
      let rounded = scored.filter(\.isRoundedToWhole)
      guard scored.allSatisfy({ $0.score?.isWhole == true }), rounded.count >= 2, let first = rounded.first,
        let right = first.proposal?.points, let written = first.score?.trimmed
      else { return .agrees }
      return .breaks(
        Finding(
          at: rounded.map { .cell($0.address(.score)) },
          """
          \(sheet.spokenName)得分全是整数，按规则应有小数的有 \(rounded.count) 条（\(first.title)应得 \(right) 分，填 \(written) 分），\
          请按制度保留 \(sheet.policy.rounding.scoreDecimals) 位小数。
          """,
          derivation: rounded.compactMap { $0.proposal?.working }.joined(separator: "；")))
    }
  }
}

extension IndicatorLine {
  /// The rule gives decimals, and what is filled in is their whole number, up or down.
  fileprivate var isRoundedToWhole: Bool {
    guard let right = proposal?.points, let score, isReduced, !right.isWhole, score.isWhole,
      let gap = score.rational.subtracting(right.rational)
    else { return false }
    return gap.magnitude < .one
  }
}

extension Figure {
  /// Without a part behind the point.
  fileprivate var isWhole: Bool { trimmed.decimals == 0 }
}
