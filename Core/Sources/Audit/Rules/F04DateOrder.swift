import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let f04DateOrder = AuditRule(
    RuleCard(
      "F04", "日期先后不合，或没有这一天", severity: .warning,
      why: "先填表，再成稿，按期报送；次序颠倒，多半是日期写错，或报告报出以后又改过表。",
      remedy: "核对填报日期和报告日期；确实逾期的，说明原因。",
      sources: [.departmentSheet("填报日期"), .reportOutline("报告落款"), .customary("按通知规定的时间报送")]
    ),
    method: """
      比较三种日期：各表的填报日期、报告落款的日期、正文写明的报送截止日期（某年某月某日前报送、上报、提交自评材料）。\
      填报日期晚于落款，或者落款、填报日期晚于截止日期的即报告。只写到月的，整月都不晚于才算不符；没有写年份的日期不比较，附件自己的落款不看。\
      改进措施一类章节里还要去做的事写明“某年某月底前”或“某年将”，而这一天不晚于报告年度的，也报告；“已”“未”一类说从前的不看。\
      正文里“自某年某月某日起至某年某月某日”“某日起施行，有效期至某日”终止早于起始的，“某日开工，某日完工”先后颠倒的，和历上没有的日期（11月31日、13月）也报告。\
      正文写“截至某日”“已于某月”而这一天晚于报告落款的，也报告。
      """,
    examples: [
      .passes(.prose("绩效自评报告", "2025年3月18日", "填表人：某某 填报日期：2025年3月 联系电话：")),
      .passes(.prose("绩效自评报告", "一、概况", "按通知要求，自评报告于2025年3月31日前报送县财政局。", "示例县商务局", "2025年3月31日")),
      .fails(
        .prose("绩效自评报告", "⟦2025年3月18日⟧", "填表人：某某 填报日期：⟦2025年4月10日⟧ 联系电话："),
        .at("⟦2025年4月10日⟧", "填报日期 2025年4月10日 晚于报告日期 2025年3月18日，请核对。")),
      .fails(
        .prose("绩效自评报告", "一、概况", "自评报告须于⟦2025年3月31日⟧前报送县财政局。", "⟦2025年4月8日⟧"),
        .at("⟦2025年4月8日⟧", "报告日期 2025年4月8日 晚于报送截止日期 2025年3月31日，请核对。")),
      .fails(
        .prose("合同自⟦2024年1月1日⟧起至⟦2023年12月31日⟧止。", "成果于⟦2024年11月31日⟧验收。"),
        .at("⟦2023年12月31日⟧", "终止日期 2023年12月31日 早于起始日期 2024年1月1日，请核对。"),
        .at("⟦2024年11月31日⟧", "没有“2024年11月31日”这一天，请核对。")),
      .fails(
        .prose("项目于⟦2024年4月10日⟧开工，⟦2024年3月25日⟧完成验收。"),
        .at("⟦2024年3月25日⟧", "完成日期 2024年3月25日 早于开工日期 2024年4月10日，请核对。")),
      .fails(
        .prose("全部工程于⟦2024年9月⟧开工、⟦6月⟧完工。"),
        .at("⟦6月⟧", "完成日期 2024年6月 早于开工日期 2024年9月，请核对。")),
      .fails(
        .prose("本办法自⟦2024年1月1日⟧起施行，有效期至⟦2023年12月31日⟧。"),
        .at("⟦2023年12月31日⟧", "终止日期 2023年12月31日 早于起始日期 2024年1月1日，请核对。")),
      .cannotLook(.prose("绩效自评报告", "一、概况", "本办法自2024年1月1日起施行，有效期至2026年12月31日。")),
      .cannotLook(.prose("绩效自评报告", "一、概况", "项目于2024年6月30日前完工，2024年2月29日至2025年1月31日质保。", "2025年3月18日")),
      .cannotLook(
        .prose("五、改进措施", "对2024年底前未支出的资金收回统筹。", "2025年6月底前完成整改，到2025年底达到80%。", "2024年11月底前完成2025年项目评审。")),
      .fails(
        .prose("五、改进措施", "督促各镇于⟦2024年6月底前⟧补足配套。", "对接率到⟦2024年底⟧达到80%以上。"),
        .at("⟦2024年6月底前⟧", "改进措施写“2024年6月底前”，报告年度 2024 年已经结束，请核对。"),
        .at("⟦2024年底⟧", "改进措施写“2024年底”，报告年度 2024 年已经结束，请核对。")),
      .fails(
        .prose("四、下一步工作", "⟦2023年⟧将继续推进门诊保障改革。"),
        .at("⟦2023年⟧", "改进措施写“2023年”，报告年度 2024 年已经结束，请核对。")),
      .cannotLook(.prose("四、下一步工作", "2025年将继续推进门诊保障改革，2024年已经推进。")),
      .fails(
        .prose("绩效自评报告", "一、结果应用", "自评结果于⟦2024年6月30日⟧在县政府门户网站公开。"),
        .at("⟦2024年6月30日⟧", "自评结果写于 2024年6月30日 公开，报告年度 2024 年还没有结束，请核对。")),
      .fails(
        .prose("绩效自评报告", "一、实施", "⟦2024年3月18日⟧发布招标公告，⟦2024年3月6日⟧开标。"),
        .at("⟦2024年3月6日⟧", "开标日期 2024年3月6日 早于公告日期 2024年3月18日，请核对。")),
      .cannotLook(
        .prose("绩效自评报告", "一、概况", "截至2024年12月31日，固定资产原值3846.9万元。设备质保期截至2026年12月31日，设备有效期截至2027年6月30日。", "2025年4月15日")),
      .fails(
        .prose("绩效自评报告", "一、概况", "截至⟦2025年12月31日⟧，固定资产原值3846.9万元。", "⟦2025年4月15日⟧"),
        .at("⟦2025年12月31日⟧", "写已到 2025年12月31日，晚于报告日期 2025年4月15日，请核对。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let borne = dossier.borneDates
    let filled = borne.filter { $0.kind == .filled }
    let signed = borne.filter { $0.kind == .signed && $0.isMain }
    let deadlines = dossier.statements.passages.flatMap(\.deadlines)
    let comparisons = filled.count * signed.count + (filled.count + signed.count) * deadlines.count
    let year = dossier.filing.year
    let past = year > 0 ? dossier.found(in: PastDeadline.finder).compactMap { $0.finding(in: year) } : []
    let impossible =
      dossier.found(in: ImpossibleDate.finder) + past + dossier.found(in: EarlyPublication.finder)
      + dossier.datesAfter(signed.last)
    guard comparisons > 0 || !impossible.isEmpty else { return .notCheckable(missing: ["填报日期", "报告日期", "报送截止日期"]) }
    let afterReport = filled.compactMap { date -> Finding? in
      guard let report = signed.last, date.date.isAfter(report.date) else { return nil }
      return .outOfOrder("填报日期", date, "报告日期", report.date, report.place)
    }
    let late = (signed.suffix(1) + filled).compactMap { date -> Finding? in
      guard let deadline = deadlines.first(where: { date.date.isAfter($0.date) }) else { return nil }
      return .outOfOrder(date.kind == .signed ? "报告日期" : "填报日期", date, "报送截止日期", deadline.date, deadline.place)
    }
    return Verdict(afterReport + late + impossible)
  }
}

extension Finding {
  fileprivate static func outOfOrder(
    _ name: String, _ date: BorneDate, _ other: String, _ earlier: WrittenDate, _ place: Place
  ) -> Finding {
    Finding(
      at: [date.place, place], "\(name) \(date.words) 晚于\(other) \(earlier.words)，请核对。",
      derivation: "\(date.words) > \(earlier.words)")
  }
}

extension PassageReading {
  /// The days before which evaluations are to be handed in.
  fileprivate var deadlines: [(date: WrittenDate, place: Place)] {
    passage.figures.compactMap { figure in
      guard case .date(let date) = figure.kind, date.year?.number != nil, date.day != nil else { return nil }
      let sentence = text(sentence(at: figure.range.lowerBound))
      let behind = text(figure.range.upperBound..<min(scalars.count, figure.range.upperBound + 16)).bare
      let isWithin = text(figure.range).ends(with: "前") || behind.begins(with: "前") || behind.begins(with: "之前")
      guard isWithin, behind.holds(anyOf: ["报送", "上报", "提交", "报财政", "报县", "报市", "报区", "报省"]),
        sentence.holds(anyOf: ["自评", "绩效"])
      else { return nil }
      return (date, .text(passage.place(figure.range)))
    }
  }
}
