import Reading
import Rules
import Text

extension AuditRule {
  static let f11FutureWords = AuditRule.inProse(
    RuleCard(
      "F11", "年度结果用了将来时", severity: .info,
      why: "自评说的是已经过去的一年；“预计完成”“争取完成”说明数还没有更新。",
      remedy: "改写为全年实际结果。",
      sources: [.reportOutline("部门整体支出绩效情况")]
    ),
    method: "绩效情况和支出情况各节里的“预计”“预期完成”“争取在”“有望”“即将完成”等字，每处提示；计划、措施、问题和其他需要说明的章节不看；展会、推介上“预计成交”的订单是当时的结果，不看。",
    examples: [
      .passes(.prose("一、绩效情况", "全年完成目标任务280万美元。")),
      .passes(.prose("三、下一步工作计划", "预计全年引进项目10个。")),
      .passes(.prose("一、绩效情况", "组织企业8家参展，接待客商120人次，预计成交订单280万美元。")),
      .fails(
        .prose("一、绩效情况", "⟦预计⟧全年目标任务280万美元难以完成。"),
        .at("⟦预计⟧", "年度结果写了“预计”，请改写为全年实际结果。")),
      .fails(
        .prose("新增企业3家（其中1家⟦争取在⟧12月25日前入网）。"), .at("⟦争取在⟧", "年度结果写了“争取在”，请改写为全年实际结果。")),
      .cannotLook([:]),
    ]
  ) { read in
    let passage = read.passage
    let found = FutureWord.all.matches(in: passage.scalars)
    guard !found.isEmpty, !passage.isAboutPlans,
      !passage.passage.isHeaded("计划", "打算", "措施", "问题", "建议", "需要说明", "职能", "职责", "目标设定", "公开")
    else { return [] }
    return found.map(\.range).filter { !FutureWord.isOfDeals($0, in: passage) }.map { range in
      Finding(
        at: [.text(passage.passage.place(range))], "年度结果写了“\(passage.text(range))”，请改写为全年实际结果。",
        derivation: passage.text(range))
    }
  }
}

/// Words of what is still to come.
private enum FutureWord {
  static let all: WordFinder = ["预计", "争取在", "有望", "即将完成", "即将投产", "即将开工", "拟于", "将于"]
  private static let deals = ["成交", "订单", "意向成交", "达成交易"]

  /// 预计成交280万美元: what buyers held out at a fair, told as it was told there.
  static func isOfDeals(_ range: Range<Int>, in passage: PassageReading) -> Bool {
    let behind = passage.text(range.upperBound..<min(passage.scalars.count, range.upperBound + 4))
    return deals.contains(where: behind.begins)
  }
}
