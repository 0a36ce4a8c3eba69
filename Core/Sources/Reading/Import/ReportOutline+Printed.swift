import Evaluation
import Figures
import Rules
import Text

extension ReportOutline {
  /// An outline of a report's own first two levels of headings, for regions whose policies have none; nil where there
  /// are fewer than two.
  init?(asPrintedIn passages: [Passage]) {
    var sections: [Section] = []
    for passage in passages where passage.role == .heading || passage.role == .headed {
      guard let heading = passage.headings.last, let style = heading.number?.style, style <= .chineseInBrackets else {
        continue
      }
      sections.append(
        Section(
          id: "section\(sections.count + 1)", level: style == .chinese ? 1 : 2,
          heading: String(String.UnicodeScalarView(passage.text.unicodeScalars.prefix(heading.length))),
          isRequired: false))
    }
    guard sections.count >= 2 else { return nil }
    self.init(id: "report", title: "自评报告", sections: sections, source: Policy.printedSource)
  }
}

extension Policy {
  /// A policy of nothing but an outline.
  convenience init(asPrinted outline: ReportOutline, year: Int) {
    let source = Policy.printedSource
    self.init(
      id: "printed-report", title: "报告所印提纲", region: "", year: year, object: .department, version: 1, effectiveFrom: "",
      sources: [source: LegalSource("报告", clause: "所印标题")],
      amounts: AmountRule(unit: .tenThousandYuan, decimals: 2, source: source),
      rounding: Rounding(scoreDecimals: 2, rateDecimals: 2, mode: .halfUp, source: source),
      scoring: ScoringRule(
        executionPoints: 10, indicatorPoints: 90, executionReasonBelow: nil, reverse: .byExcess, levels: [],
        overfulfilment: nil, source: source),
      trees: [], grades: [], forms: [], outlines: [outline])
  }
}
