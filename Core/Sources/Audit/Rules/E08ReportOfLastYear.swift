import Reading
import Rules

extension AuditRule {
  static let e08ReportOfLastYear = AuditRule(
    RuleCard(
      "E08", "报告与上年雷同", severity: .warning,
      why: "自评报告说的是这一年做了什么；整篇只换了数字，等于没有自评。",
      remedy: "按本年实际工作和结果改写；确实没有变化的部分可以写明与上年相同。",
      sources: [.customary("照抄上年报告"), .reportOutline("各节正文")]
    ),
    method: """
      把正文逐句切成连续八个字的小段，与上年报告逐段比对，超过 85% 相同即报告，指出最长的几处和上年报告中的位置。\
      标题、表格、数字、标点、法规名称、单位名称、制度规定的文字和预算绩效的通用词语不比；职能、机构、人员、基本情况每年本来就相同，也不比。\
      可比的文字少于 240 段的不查。
      """,
    examples: [
      .passes(ExampleTexts.report(ExampleTexts.commerce).after(ExampleTexts.report(ExampleTexts.water))),
      .passes(
        ExampleTexts.report(["（一）部门职能职责"], ExampleTexts.commerce, ["二、工作开展情况"], ExampleTexts.water).after(
          ExampleTexts.report(["（一）部门职能职责"], ExampleTexts.commerce, ["二、工作开展情况"], ExampleTexts.school))),
      .fails(
        ExampleTexts.report(["一、工作开展情况"], ExampleTexts.marked(ExampleTexts.commerce)).after(
          ExampleTexts.report(["二、主要工作"], ExampleTexts.commerce)),
        .at(
          "⟦\(ExampleTexts.commerce[0])⟧", "报告正文有 100% 与上年填报相同（职能、机构、人员等部分除外），请按本年实际改写。")),
      .fails(
        ExampleTexts.report(
          ExampleTexts.marked(ExampleTexts.commerce), ["本年还新建了一处物流园。"], ExampleTexts.marked(ExampleTexts.water)
        ).after(ExampleTexts.report(ExampleTexts.water, ExampleTexts.commerce)),
        .at("⟦\(ExampleTexts.commerce[0])⟧", "报告正文有 99% 与上年填报相同（职能、机构、人员等部分除外），请按本年实际改写。")),
      .cannotLook(ExampleTexts.report(ExampleTexts.commerce)),
    ]
  ) { dossier in
    guard let last = dossier.companions.lastYear else { return .withoutLastYear() }
    let (text, old) = (ComparedText(yearlyReportOf: dossier), ComparedText(yearlyReportOf: last.dossier))
    guard text.digests.count >= ComparedText.leastOfReport, old.digests.count >= ComparedText.leastOfReport else {
      return .notCheckable(missing: ["本年和上年的报告正文"])
    }
    let copied = text.copied(from: old)
    guard copied.percent > 85 else { return .pass }
    return .fail([
      Finding(
        at: last.places(of: copied.longest(ComparedText.shownPassages)),
        "报告正文有 \(copied.percent)% 与\(last.spoken)相同（职能、机构、人员等部分除外），请按本年实际改写。",
        derivation: "\(copied.copied) / \(copied.compared) = \(copied.percent)% > 85%")
    ])
  }
}
