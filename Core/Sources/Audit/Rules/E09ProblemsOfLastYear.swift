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
    method: "标题含“问题、不足、改进、建议、下一步、打算”的各节，按连续八个字的小段与上年报告的同类各节比对，80% 以上相同即报告。少于 60 段的不查；整篇雷同的由 E08 报告，这里不再报。",
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
        .at("⟦\(ExampleTexts.problems[0])⟧", "问题和措施有 95% 与上年填报相同，请写本年的问题和整改情况。")),
      .cannotLook(ExampleTexts.report(["三、存在的问题"], ExampleTexts.problems)),
    ]
  ) { dossier, companions in
    guard let last = companions.lastYear else { return .withoutLastYear() }
    let text = ComparedText(problemsOf: dossier)
    guard text.digests.count >= 60, last.problems.count >= 60 else {
      return .notCheckable(missing: ["本年和上年的问题、措施"])
    }
    let copied = text.copied(from: last.problems)
    guard copied.percent > 80 else { return .pass }
    let whole = ComparedText(yearlyReportOf: dossier)
    guard whole.digests.count < CopiedText.leastForReports || whole.copied(from: last.report).percent <= 85 else {
      return .pass
    }
    return .fail([
      Finding(
        at: copied.longestPlaces(), "问题和措施有 \(copied.percent)% 与\(last.spoken)相同，请写本年的问题和整改情况。",
        derivation: "\(copied.percent)% > 80%")
    ])
  }
}
