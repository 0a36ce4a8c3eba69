import Reading
import Rules

extension AuditRule {
  static let e09ProblemsOfLastYear = AuditRule(
    RuleCard(
      "E09", "问题和措施与上年雷同", severity: .warning,
      why: "去年的问题原样再写一遍，说明整改没有落实，或者根本没有查找今年的问题。",
      remedy: "写明上年问题的整改结果和本年新发现的问题；确实没有解决的，说明原因和下一步时限。",
      sources: [.reportOutline("存在的问题、改进措施"), .customary("照抄上年问题和建议")]
    ),
    method: "标题含“问题、不足、改进、建议、下一步、打算”的各节，按连续八个字的小段与上年报告的同类各节比对，超过 80% 相同即报告，并指出上年报告中的位置。少于 60 段的不查；整篇雷同的由 E08 报告，这里不再报。",
    examples: [
      .passes(
        ExampleTexts.report(["三、存在的问题"], ExampleTexts.problems).after(
          ExampleTexts.report(["三、存在的问题"], ExampleTexts.water))),
      .passes(
        ExampleTexts.report(["三、存在的问题"], ExampleTexts.problems).after(
          ExampleTexts.report(["三、绩效情况"], ExampleTexts.problems, ["四、存在的问题"], ExampleTexts.water))),
      .passes(
        ExampleTexts.report(ExampleTexts.commerce, ["三、存在的问题"], ExampleTexts.problems).after(
          ExampleTexts.report(ExampleTexts.commerce, ["三、存在的问题"], ExampleTexts.problems))),
      .fails(
        ExampleTexts.report(["三、存在的问题及改进措施"], ExampleTexts.marked(ExampleTexts.problems)).after(
          ExampleTexts.report(["五、存在的问题和下一步打算"], ExampleTexts.problems)),
        .at("⟦\(ExampleTexts.problems[0])⟧", "问题和措施有 100% 与上年填报相同，请写本年的问题和整改情况。")),
      .fails(
        ExampleTexts.report(
          ["三、存在的问题"], ExampleTexts.marked([ExampleTexts.problems[0]]), ["四、改进措施"],
          ExampleTexts.marked([ExampleTexts.problems[1]]), ["我局将继续提高工作水平。"]
        ).after(ExampleTexts.report(["三、存在的问题"], ExampleTexts.problems)),
        .at("⟦\(ExampleTexts.problems[0])⟧", "问题和措施有 96% 与上年填报相同，请写本年的问题和整改情况。")),
      .cannotLook(ExampleTexts.report(["三、存在的问题"], ExampleTexts.problems)),
    ]
  ) { dossier in
    guard let last = dossier.companions.lastYear else { return .withoutLastYear() }
    let (text, old) = (ComparedText(problemsOf: dossier), ComparedText(problemsOf: last.dossier))
    guard text.digests.count >= 60, old.digests.count >= 60 else {
      return .notCheckable(missing: ["本年和上年的问题、措施"])
    }
    let copied = text.copied(from: old)
    guard copied.percent > 80, !dossier.isReport(of: last) else { return .pass }
    return .fail([
      Finding(
        at: last.places(of: copied.longest(ComparedText.shownPassages)),
        "问题和措施有 \(copied.percent)% 与\(last.spoken)相同，请写本年的问题和整改情况。",
        derivation: "\(copied.copied) / \(copied.compared) = \(copied.percent)% > 80%")
    ])
  }
}

extension Dossier {
  /// All of the report is last year's, which is told of the whole.
  fileprivate func isReport(of last: Companion) -> Bool {
    let (text, old) = (ComparedText(yearlyReportOf: self), ComparedText(yearlyReportOf: last.dossier))
    return text.digests.count >= ComparedText.leastOfReport && old.digests.count >= ComparedText.leastOfReport
      && text.copied(from: old).percent > 85
  }
}
