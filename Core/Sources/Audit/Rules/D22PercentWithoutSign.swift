import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d22PercentWithoutSign = AuditRule(
    RuleCard(
      "D22", "百分比漏写百分号", severity: .warning,
      why: "“占76.23”缺了“%”，是百分之七十六还是七十六万元，读的人只能猜。",
      remedy: "补写“%”或单位。",
      sources: [.reportOutline("数字和单位的写法")]
    ),
    method: """
      “占”“占比”“占总支出的”之后，或某某率、满意度之后（“为”“达”可有可无），只有一个不超过 200 的数、后面既没有“%”也没有单位的，即报告；\
      “增长”“下降”之后的两位小数只作提示。一组数最后才写“%”的不算。
      """,
    examples: [
      .passes(.prose("基本支出占总支出的34.31%，项目支出占65.69%，三项分别占30.5、40.2和29.3%。")),
      .passes(.prose("占地12.5亩，控制率为97.62%，利率3.85个百分点，占第3位，频率为50.5赫兹。")),
      .fails(
        .prose("基本支出820万元，占⟦76.23⟧，其余占总支出的⟦23.77⟧。"),
        .at("⟦76.23⟧", "“76.23”没有写“%”。"), .at("⟦23.77⟧", "“23.77”没有写“%”。")),
      .fails(
        .prose("预算执行率为⟦95.6⟧，收入同比增长⟦12.35⟧。"),
        .at("⟦95.6⟧", "“95.6”没有写“%”。"), .at("⟦12.35⟧", "“12.35”没有写“%”或单位，请核对。")),
      .passes(.prose("群众满意度93.5%，较上年提高。")),
      .fails(.prose("发放问卷1200份，群众满意度⟦93.5⟧。"), .at("⟦93.5⟧", "“93.5”没有写“%”。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let passages = dossier.writings.filter { $0.passage != nil }
    return Verdict(over: passages) { writing in
      (writing.passage?.figures ?? []).compactMap { figure in
        guard case .plain(.number(let number)) = figure.kind, !figure.isInferred, number.exponent >= -4,
          !number.isNegative,
          writing.endsFigure(figure.range.upperBound)
        else { return nil }
        let start = figure.number.lowerBound
        var quoted: String { writing.quote(figure.number) }
        if number.value <= Rational(200), !number.isZero,
          writing.announcesShare(start, hasDecimals: number.exponent < 0)
        {
          return Finding(at: [writing.place(figure.number)], "“\(quoted)”没有写“%”。", derivation: quoted)
        }
        guard number.exponent <= -2,
          growthWords.matches(in: writing.scalars, max(0, start - 3)..<start).last?.range.upperBound == start
        else { return nil }
        return Finding(
          at: [writing.place(figure.number)], "“\(quoted)”没有写“%”或单位，请核对。", derivation: quoted, severity: .info)
      }
    }
  }

  private static let growthWords: WordFinder = ["增长", "下降", "增长了", "下降了"]
}

extension Writing {
  /// Nothing but a mark or the end stands behind.
  fileprivate func endsFigure(_ index: Int) -> Bool {
    scalar(at: index).map { [",", "。", ";", ")", "!", "\n"].contains($0) } ?? true
  }

  private static let shareWords: WordFinder = ["占比", "占比为", "占比达", "比重为", "比例为", "比重达", "比例达"]
  private static let rateVerbs: WordFinder = [
    "率为", "率达", "率达到", "率是", "率", "满意度", "满意度为", "满意度达",
  ]

  /// 占, 占比为, 占总支出的, 执行率为 right before.
  fileprivate func announcesShare(_ index: Int, hasDecimals: Bool) -> Bool {
    let reach = max(0, index - 5)..<index
    if Self.shareWords.matches(in: scalars, reach).last?.range.upperBound == index { return true }
    if Self.rateVerbs.matches(in: scalars, reach).last?.range.upperBound == index {
      return hasDecimals && !hasBefore(index, within: 6, ["频率", "汇率", "效率", "利率", "速率", "功率", "倍率", "分辨率"])
    }
    guard hasDecimals, let before = scalar(at: index - 1) else { return false }
    if before == "占" { return true }
    return before == "的" && scalars[max(0, index - 10)..<index].contains("占")
  }
}
