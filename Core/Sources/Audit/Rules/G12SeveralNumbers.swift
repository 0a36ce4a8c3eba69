import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let g12SeveralNumbers = AuditRule(
    RuleCard(
      "G12", "一格多个数", severity: .warning,
      why: "一条指标里写几个目标，哪个完成、哪个没完成，只有一个得分说不清。",
      remedy: "拆成几条三级指标，各有指标值、完成值和分值。",
      sources: [.departmentSheet("年度指标值、实际完成值栏"), .evaluationMeasures("绩效指标应清晰、细化、可衡量")]
    ),
    method: "指标值或完成值里有两个以上的数，又不是一个区间或日期，即报告，一条指标报一次。括号里的说明不算，以“其中”开头的算。指标值是文字的，完成值怎样叙述都可以。",
    examples: [
      .passes(.indicators("quality | 合格率 | 80%-90% | 85%（17/20） | 5 | 5 |")),
      .passes(
        .indicators("economic | 消费活力 | 激发居民消费热情 | 开展促消费活动，8月前发券3批、拉动消费1200万元 | 10 | 8 | 参与商户偏少")),
      .passes(.indicators("timeliness | 完成期限 | 2024年12月31日前 | 2024年12月20日 | 10 | 10 |")),
      .fails(
        .indicators(
          "quantity | 社零总额及限上企业 | 社零总额53.46亿元，增长12%，新增30家 | 社零总额50.29亿元，增长2.5%，新增2家 | 20 | 15 | 基数较大"),
        .at("self/quantity.1/target", "社零总额及限上企业的指标值和完成值各有多个数，请拆成几条指标。")),
      .fails(
        .indicators("quantity | 新签约项目 | ≥80个 | 84个（其中亿元项目19个） | 5 | 5 |"),
        .at("self/quantity.1/actual", "新签约项目的完成值有多个数，请拆成几条指标。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "年度指标值和实际完成值") { line in
      guard !line.targetText.isBlank || !line.actualText.isBlank else { return nil }
      let isInWords = if case .words = line.target { true } else { false }
      let sides = [
        (line.target, line.address(.target), "指标值"), (line.actual, line.address(.actual), "完成值"),
      ].filter { if case .several = $0.0 { !isInWords } else { false } }
      guard !sides.isEmpty else { return .agrees }
      let verb = sides.count > 1 ? "各有" : "有"
      return .breaks(
        Finding(
          at: sides.map { .cell($0.1) }, "\(line.title)的\(sides.map(\.2).joined(separator: "和"))\(verb)多个数，请拆成几条指标。",
          derivation: sides.map(\.2).joined(separator: ", ")))
    }
  }
}
