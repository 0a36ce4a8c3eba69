import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let f07EarlyCutOff = AuditRule(
    RuleCard(
      "F07", "年度报告用了年中数据", severity: .warning,
      why: "年度自评说的是全年；正文停在“1—11月”，与自评表的全年数对不上，完成情况也不完整。",
      remedy: "更新到全年；确实没有全年数的，写明原因。",
      sources: [.reportOutline("部门整体支出绩效情况")]
    ),
    method: """
      找“1—11月”“截至9月”“前三季度”等从年初到某月、早于十二月、后面写有数的时段（“截至10月31日，累计支出”同样），全文提示一次。其他年度的、有具体日期的活动、计划类章节、问题和人员情况不看；\
      一季度、上半年的进度，同一段后面写到全年、十二月或以后各季度的，前面写“其中”的，和到那时已经全部做完的（“全部到位”“开工率100%”）也不看。
      """,
    examples: [
      .passes(.prose("1—12月，外贸进出口总额3014万元。", "1月30日—2月1日，举办年货节。")),
      .passes(.prose("1—11月完成投资8650万元，全年完成投资9742万元。")),
      .passes(.prose("受理案件812件，其中1—11月办结705件。", "1—11月筛查3287人，12月集中扫尾。")),
      .passes(
        .prose(
          "上半年化解信访积案15件。", "一季度完成支出的22%。", "截至10月底，资金全部到位。", "截至9月，开工率100%。",
          "前三季度改良草原12.4万亩。第四季度3.4万亩。")),
      .passes(.prose("2023年1—9月，外贸进出口总额2900万元，本年全年3014万元。")),
      .fails(
        .prose("⟦截至11月⟧，实际使用内资68.07亿元。", "⟦1-9月⟧，外贸进出口总额3014万元。"),
        .at("⟦截至11月⟧", "正文用了年中的数据（截至11月、1-9月），请更新到全年。")),
      .passes(.prose("警情1,026起，较上年的1,180起下降13.05%；一至三季度下降11.2%。")),
      .fails(.prose("⟦前三季度⟧完成投资5亿元。"), .at("⟦前三季度⟧", "正文用了年中的数据（前三季度），请更新到全年。")),
      .passes(.prose("1—7月组织各地开展初步设计编制、评审，一并分解绩效目标。")),
      .passes(.prose("1—6月、1—10月支出进度分别为38.2%和76.5%。")),
      .passes(.prose("一、项目概况", "截至2024年10月，全县累计完成改造2.1万户。")),
      .fails(
        .prose("⟦截至2024年10月31日⟧，累计支出837万元，总体执行率97.35%。"),
        .at("⟦截至2024年10月31日⟧", "正文用了年中的数据（截至2024年10月31日），请更新到全年。")),
      .passes(.prose("截至2024年10月31日，工程已完成总量的70%。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    let year = dossier.filing.year
    let found = dossier.statements.passages.flatMap { passage -> [(TextPlace, String)] in
      guard !passage.isAboutPlans, !passage.passage.isHeaded("问题", "人员"),
        ![.title, .heading].contains(passage.passage.role)
      else { return [] }
      return passage.figures.compactMap { passage.cutOff($0, in: year) }.filter {
        passage.measures(behind: $0) && !passage.goesOnToWholeYear(behind: $0) && !passage.tellsOfTheEnd(behind: $0)
      }.map {
        (passage.passage.place($0), passage.text($0))
      }
    }
    guard !found.isEmpty else { return .pass }
    var words: [String] = []
    for text in found.map(\.1) where !words.contains(text) { words.append(text) }
    return .fail([
      Finding(
        at: found.map { .text($0.0) }, "正文用了年中的数据（\(words.joined(separator: "、"))），请更新到全年。",
        derivation: words.joined(separator: ", "))
    ])
  }
}

extension PassageReading {
  /// The words of a time that begins with the year and ends before its last month; nil for any other.
  fileprivate func cutOff(_ figure: WrittenFigure, in year: Int) -> Range<Int>? {
    switch figure.kind {
    case .period(let from, let to):
      guard from.day == nil, to.day == nil, from.month == 1, let last = to.month, last < 12,
        isThis(from.year ?? to.year, year),
        from.year?.number == to.year?.number || from.year == nil || to.year == nil,
        // 一季度 and 上半年 tell of the way that the year went, not of all that is known of it.
        last > 6 || !text(figure.range).holds(anyOf: ["季", "半年"])
      else { return nil }
      return figure.range
    case .date(let date):
      guard let month = date.month, month < 12, isThis(date.year, year) else { return nil }
      // 截至10月31日，累计支出: what was spent is counted up to then.
      if let day = date.day {
        let behind = text(sentence(at: figure.range.lowerBound).rest(behind: figure.range)).withoutBlanks
        guard month > 6, day >= 30, [",累计支出", ",累计支付", ",实际支出", ",共支出"].contains(where: behind.begins) else {
          return nil
        }
      }
      return sinceBeginning(figure)
    default: return nil
    }
  }

  /// 1—6月组织开展前期工作 is when something was done, and no state of figures.
  fileprivate func measures(behind range: Range<Int>) -> Bool {
    figures(in: sentence(at: range.lowerBound).rest(behind: range)).contains { $0.kind.extent != nil }
  }

  /// 1—11月完成8650万元，全年完成9742万元: both are told.
  fileprivate func goesOnToWholeYear(behind range: Range<Int>) -> Bool {
    let sentence = sentence(at: range.lowerBound)
    // 1,026起，较上年下降13.05%；一至三季度下降11.2%: the year as a whole stands before.
    let before = text(sentence.lowerBound..<range.lowerBound).withoutBlanks
    if before.ends(with: ";"), before.holds(anyOf: ["较上年", "比上年", "同比"]) { return true }
    // Part of what is told before.
    if before.ends(with: "其中") || before.ends(with: "其中,") { return true }
    if text(sentence.rest(behind: range)).withoutBlanks.holds(anyOf: [",12月", ";12月"]) { return true }
    return text(sentence.rest(behind: range)).holds(anyOf: [",全年", ";全年", ",至年末", ",年末"])
      || text(range.upperBound..<scalars.count).holds(anyOf: ["四季度", "下半年", "。全年"])
  }

  /// 截至10月底，资金全部到位: nothing was left to come.
  ///
  /// How far spending had come by then is told of its pace; what had come together by then, where a project begins, of it.
  fileprivate func tellsOfTheEnd(behind range: Range<Int>) -> Bool {
    let sentence = sentence(at: range.lowerBound)
    let isState = text(sentence).holds("累计") && passage.isHeaded("概况", "基本情况", "背景", "立项")
    return isState || text(sentence).holds("进度")
      || text(sentence.rest(behind: range)).holds(anyOf: ["全部", "全额", "足额", "均已", "率100%", "竣工", "完工"])
  }

  private func isThis(_ written: WrittenYear?, _ year: Int) -> Bool {
    guard let number = written?.number(in: year) else { return true }
    return number == year
  }

  /// 截至 and 截止 before a month.
  private func sinceBeginning(_ figure: WrittenFigure) -> Range<Int>? {
    let start = max(0, figure.range.lowerBound - 2)
    let before = text(start..<figure.range.lowerBound)
    return before == "截至" || before == "截止" ? start..<figure.range.upperBound : nil
  }
}
