import Reading
import Rules

extension AuditRule {
  static let c12MeetingsAndTravel = AuditRule(
    RuleCard(
      "C12", "分项超过公用经费", severity: .warning,
      why: "会议培训费和水电差旅费属于公用经费，公用经费又属于基本支出；部分不可能大于整体。",
      remedy: "核对会议培训费、水电差旅费，补填公用经费；用项目经费开支的不填在这里。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "公用经费其中各项")]
    ),
    method: "按列查公用经费空白的情形，以基本支出为上限；公用经费填了数的列由 A06 核对，不重复报告。差额小于各数末位一半之和时视为四舍五入。",
    examples: [
      .passes([
        "base/utilitiesAndTravel/final": "18.55", "base/meetingsAndTraining/final": "0.39",
        "base/basicExpenditure/final": "174.1",
      ]),
      .passes([
        "base/operatingExpense/final": "80.87", "base/utilitiesAndTravel/final": "185.5",
        "base/basicExpenditure/final": "174.1",
      ]),
      .fails(
        [
          "base/utilitiesAndTravel/final": "185.5", "base/meetingsAndTraining/final": "3.9",
          "base/basicExpenditure/final": "174.1",
        ],
        .at("base/basicExpenditure/final", "会议培训费与水电差旅费之和 189.4 万元，超过基本支出 174.1 万元，相差 15.3 万元。")),
      .fails(
        ["base/meetingsAndTraining/budget": "3900", "base/basicExpenditure/budget": "174.1"],
        .at("base/meetingsAndTraining/budget", "会议培训费与水电差旅费之和 3900 万元，超过基本支出 174.1 万元，相差 3725.9 万元。")),
      .cannotLook(["base/utilitiesAndTravel/final": "18.55", "base/meetingsAndTraining/final": "0.39"]),
    ]
  ) { dossier in
    guard let base = dossier.base else { return .notCheckable(missing: ["基础数据表"]) }
    return Verdict(over: Dossier.spendingColumns, missing: "会议培训费、水电差旅费和基本支出") { column in
      let parts = ["utilitiesAndTravel", "meetingsAndTraining"].map { base.address($0, column) }
      guard let part = dossier.sum("会议培训费与水电差旅费之和", parts),
        let whole = dossier.sum("基本支出", [base.address("basicExpenditure", column)])
      else { return nil }
      return dossier.isFilled(base.address("operatingExpense", column)) ? .agrees : part.mustNotExceed(whole)
    }
  }
}
