import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let e07TargetsUnchanged = AuditRule(
    RuleCard(
      "E07", "指标和指标值与上年完全相同", severity: .info,
      why: "每一条指标、每一个指标值都与上年一样，多半是照抄上年，没有按本年任务设定。",
      remedy: "对照本年工作任务逐条核对；确实不变的不必修改。",
      sources: [.customary("绩效目标应按年度任务设定")]
    ),
    method: "同一张表本年和上年都有三条以上指标，条数相同，每条的二级指标、名称和指标值（年份数字除外）都能对上，即提示一次。",
    examples: [
      .passes(
        ExampleFiling.indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "social | 政策知晓率 | ≥90% | 92% | 5 | 5 |",
          "satisfaction | 企业满意度 | ≥90% | 95% | 5 | 5 |"
        ).after(
          .indicators(
            "quantity | 新签约项目 | ≥75个 | 84个 | 5 | 5 |", "social | 政策知晓率 | ≥90% | 92% | 5 | 5 |",
            "satisfaction | 企业满意度 | ≥90% | 95% | 5 | 5 |"))),
      .passes(
        ExampleFiling.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |").after(
          .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |"))),
      .fails(
        ExampleFiling.indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "timeliness | 完成时限 | 2024年12月底前 | 2024年12月 | 5 | 5 |",
          "satisfaction | 企业满意度 | ≥90% | 95% | 5 | 5 |"
        ).after(
          .indicators(
            "quantity | 新签约项目 | ≥80个 | 81个 | 10 | 10 |", "timeliness | 完成时限 | 2023年12月底前 | 2023年12月 | 5 | 5 |",
            "satisfaction | 企业满意度 | ≥ 90% | 93% | 5 | 5 |")),
        .at("sheet self", "自评表 3 条指标及指标值与上年填报完全相同，请核对是否按本年任务设定。")),
      .fails(
        ExampleFiling.indicators(
          "quantity | 改造市场 | 1个 | 1个 | 5 | 5 |", "quality | 验收合格率 | 100% | 100% | 5 | 5 |",
          "satisfaction | 商户满意度 | ≥90% | 95% | 5 | 5 |", on: "project-1",
          and: ["project-1/project/name": "农贸市场改造"]
        ).after(
          .indicators(
            "quantity | 改造市场 | 1个 | 1个 | 5 | 5 |", "quality | 验收合格率 | 100% | 100% | 5 | 5 |",
            "satisfaction | 商户满意度 | ≥90% | 95% | 5 | 5 |", on: "project-1",
            and: ["project-1/project/name": "农贸市场改造"])),
        .at("sheet project-1", "项目“农贸市场改造” 3 条指标及指标值与上年填报完全相同，请核对是否按本年任务设定。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    guard let last = dossier.companions.lastYear else { return .withoutLastYear() }
    return Verdict(over: PairedSheets.all(dossier, last.dossier), missing: "上年的自评表") { sheets in
      let (now, before) = (sheets.now.countedLines, sheets.before.countedLines)
      guard !now.isEmpty, !before.isEmpty else { return nil }
      guard now.count >= 3, now.count == before.count, sheets.lines.count == now.count,
        sheets.lines.allSatisfy({ pair in
          let (target, old) = (
            pair.now.targetText.undated(dossier.filing.year), pair.before.targetText.undated(last.dossier.filing.year)
          )
          return !target.isEmpty && target == old
        })
      else { return .agrees }
      return .breaks(
        Finding(
          at: [.sheet(sheets.now.id)],
          "\(sheets.now.spokenName) \(now.count) 条指标及指标值与\(last.spoken)完全相同，请核对是否按本年任务设定。",
          derivation: "\(now.count) = \(before.count)"))
    }
  }
}

extension String {
  /// For comparing, without the digits of a year.
  fileprivate func undated(_ year: Int) -> String { bare.split(separator: String(year)).joined(separator: "年") }
}
