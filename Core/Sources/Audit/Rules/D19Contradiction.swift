import Evaluation
import Reading
import Rules

extension AuditRule {
  static let d19Contradiction = AuditRule(
    RuleCard(
      "D19", "前后说法矛盾", severity: .info,
      why: "成绩里说的和问题里说的对不上，报告就不可信。",
      remedy: "核对事实，改正其中一处，或写明各指哪一项。",
      sources: [.reportOutline("绩效情况、存在的问题")]
    ),
    method: """
      在同一份报告或附件里找相反的说法：说某某率 100% 又说该率不高、不足；说没有立项又说立项或目标规范、与批复相符；说专款专用又说占用、挪用；\
      说拨付及时又说不及时；说制度健全又说不健全；说全程监管又说没有全程监管。只作提示，是否矛盾由人判断。\
      同一段写“无结转结余”“未发生公务接待费”又写有大于零的结转、公务接待费的，也报告。
      """,
    examples: [
      .passes(.prose("一、政府采购执行率100%，资金到位率82%。", "二、部分项目执行率不高，资金到位率不高。")),
      .passes(.prose("建立健全制度，专款专用，无占用、挪用情况，资金拨付及时。")),
      .fails(
        .prose("项目履约率100%，⟦开工率100%⟧。", "部分项目没有动工，⟦开工率不高⟧。"),
        .at("⟦开工率100%⟧", "“开工率100%”与“开工率不高”说法相反，请核对。")),
      .fails(
        .prose("绩效目标⟦设定规范⟧、合理。资金⟦专款专用⟧，⟦时有占用⟧。", "项目⟦没有立项⟧，都是需要时才申报。"),
        .at("⟦设定规范⟧", "“设定规范”与“没有立项”说法相反，请核对。"),
        .at("⟦专款专用⟧", "“专款专用”与“时有占用”说法相反，请核对。")),
      .passes(.prose("平台二期建设计划2025年通过验收。", "平台二期尚未组织验收。")),
      .fails(
        .prose("⟦平台二期建设已于2024年12月完成并通过验收⟧。", "⟦平台二期尚未组织验收⟧。"),
        .at("⟦平台二期尚未组织验收⟧", "前面写“平台二期建设已于2024年12月完成并通过验收”，这里写“平台二期尚未组织验收”，请核对。")),
      .fails(
        .prose("计划新建高标准农田⟦1.5万亩⟧，已全部完工。", "部分高标准农田受降雨影响，仍有⟦0.2万亩⟧未完工。"),
        .at("⟦0.2万亩⟧", "另一处写标准农田 1.5万亩已全部完工，这里写还有 0.2万亩未完工，请核对。")),
      .fails(
        .prose("全年公务接待费⟦0元⟧，接待⟦12批次⟧96人次。"),
        .at("⟦12批次⟧", "公务接待费写为 0，又写接待 12批次，请核对。")),
      .passes(.prose("项目资金无结转结余。上年结转12万元已全部使用。", "除一次外未发生公务接待费，公务接待费0.86万元。")),
      .fails(
        .prose("⟦项目资金无结转结余⟧，支付进度符合计划安排。年末结转⟦71.52万元⟧，用于下年清算。"),
        .at("⟦项目资金无结转结余⟧", "写“项目资金无结转结余”，又写年末结转 71.52万元，请核对。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.writings.contains(where: { $0.passage != nil }) else { return .noText }
    return Verdict(
      Contradiction.found(in: dossier.writings).map { pair in
        let (praise, blame) = (pair.praise.quote, pair.blame.quote)
        return Finding(
          at: [pair.praise.place, pair.blame.place], "“\(praise)”与“\(blame)”说法相反，请核对。",
          derivation: "\(praise) ↔ \(blame)")
      } + dossier.openThings + dossier.openThoughAllDone + dossier.found(in: ReceptionForNothing.finder)
        + dossier.found(in: DeniedAmount.finder))
  }
}
