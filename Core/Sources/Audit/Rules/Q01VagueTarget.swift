import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let q01VagueTarget = AuditRule(
    RuleCard(
      "Q01", "指标值只有方向没有程度", severity: .warning,
      why: "“有效提升”“持续改善”没有说到什么程度，做多做少都算完成，得分没有依据。",
      remedy: "写明达到的数或标准；确实只能定性的，注明“定性”和分档的标准。",
      sources: [.departmentSheet("年度指标值栏"), .evaluationMeasures("绩效指标应清晰、细化、可衡量")]
    ),
    method: """
      指标值是二十字以内的文字，用了“提高、改善、加强、推进、有效、明显”一类的词，又没有写明“定性”、标准、等级、比较的基数或一件做没做成看得出来的事，\
      即为含糊；一张表合在一起报一次。时效指标由 G13、成本指标由 Q03、满意度由 Q08 处理，完成值是数的由 G07 处理。
      """,
    examples: [
      .passes(
        .indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 13 | 两场活动推迟", "quality | 河道水质 | 提升到Ⅲ类标准 | Ⅲ类 | 10 | 10 |")),
      .passes(
        .indicators(
          "social | 营商环境 | 较上年提升两个位次 | 提升两个位次 | 10 | 10 |", "sustained | 长效机制 | 建立并完善管护制度 | 已出台管护办法 | 5 | 5 |",
          "quality | 市场管理 | 无有效投诉 | 无 | 5 | 5 |")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "social | 群众生活质量 | 有效提升 | 有效提升 | 15 | 15 |",
          "ecological | 人居环境 | 持续改善 | 明显改善 | 10 | 10 |"),
        .at("self/social.1/target", "2 条指标的指标值只有方向没有程度（群众生活质量“有效提升”、人居环境“持续改善”），请写明数或标准。")),
      .fails(
        .indicators("economic | 市场活力 | 进一步激发居民消费热情 | 销售额增长 | 30 | 30 |", on: "project-1"),
        .at("project-1/economic.1/target", "1 条指标的指标值只有方向没有程度（市场活力“进一步激发居民消费热情”），请写明数或标准。")),
      .cannotLook(.indicators("quantity | 新签约项目 | | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    let sheets = dossier.scoredSheets.filter { $0.countedLines.contains { $0.target != .void } }
    return Verdict(over: sheets, each: "年度指标值") { sheet in
      let vague = sheet.countedLines.filter(\.isVague)
      guard !vague.isEmpty else { return [] }
      let named = vague.prefix(2).map { "\($0.title)“\($0.targetText.bare)”" }.joined(separator: "、")
      return [
        Finding(
          at: vague.map { .cell($0.address(.target)) },
          "\(vague.count) 条指标的指标值只有方向没有程度（\(named)\(vague.count > 2 ? "等" : "")），请写明数或标准。",
          derivation: vague.map(\.targetText.bare).joined(separator: "；"))
      ]
    }
  }
}

extension IndicatorLine {
  /// A target that says whither and not how far. Other rules speak of words as the target of time, cost and
  /// satisfaction, and of words beside a number.
  var isVague: Bool {
    guard isQualitative, ![.timeliness, .cost, .satisfaction].contains(node.subject), mismatch != .wordsAgainstNumber
    else { return false }
    let text = targetText.bare
    return text.unicodeScalars.count <= 20 && text.holds(anyOf: Self.directions) && !text.holds(anyOf: Self.measures)
  }

  private static let directions = [
    "提高", "提升", "改善", "加强", "增强", "增加", "促进", "推动", "推进", "优化", "完善", "扩大", "深化", "强化", "巩固", "降低", "减少", "保障", "带动",
    "激发", "助力", "显著", "明显", "有效", "较好", "持续", "逐步", "稳步", "不断", "进一步", "长期",
  ]
  /// What makes it possible to tell whether it was reached.
  private static let measures = [
    "定性", "标准", "等级", "级别", "级以上", "级标准", "类标准", "优良", "优秀", "合格", "达标", "验收", "上年", "去年", "同期", "基期", "平均", "高于", "低于",
    "以上", "以下", "不发生",
    "未发生",
    "无", "零", "杜绝", "全部", "全覆盖", "全面完成", "建立", "建成", "出台", "制定", "制订", "印发", "形成", "达到", "完成", "倍", "一半", "成以上", "位次",
    "名次", "排名", "前列",
  ]
}
