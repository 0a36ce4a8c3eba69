import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let q21LineOverBudget = AuditRule(
    RuleCard(
      "Q21", "经费超预算较多", severity: .warning,
      why: "“三公”、公用、会议培训经费要求从紧，决算超过预算一成以上须有依据，审计和人大都会问到。",
      remedy: "核对预算数和决算数；确实超支的，说明追加的依据和原因。",
      sources: [.baseSheet("本年预算数、本年决算数"), .customary("公用经费控制率、“三公”经费控制率不超过 100%")]
    ),
    method: """
      看三公经费、公用经费，以及公用经费中的会议费、培训费三行，决算数超过预算数的 110%（预算为 0 而有决算的也算）即报告；预算空白的不查。\
      三公经费合计没有超的，其中各项不比。正文说没有超预算的另由 D16 处理。
      """,
    examples: [
      .passes(["base/threePublic/budget": "10", "base/threePublic/final": "11", "base/reception/budget": "3"]),
      .passes(["base/reception/budget": "3", "base/reception/final": "5.2", "base/threePublic/budget": "10"]),
      .fails(
        [
          "base/operatingExpense/budget": "90.76", "base/operatingExpense/final": "221.98",
          "base/meetingsAndTraining/budget": "0", "base/meetingsAndTraining/final": "1.71",
        ],
        .at("base/operatingExpense/final", "公用经费决算 221.98 万元，是预算 90.76 万元的 244.58%，请说明依据和原因。"),
        .at("base/meetingsAndTraining/final", "会议费、培训费决算 1.71 万元，预算为 0，请说明依据和原因。")),
      .fails(
        ["base/reception/budget": "4", "base/reception/final": "5.2"],
        .at("base/reception/final", "三公经费决算 5.2 万元，是预算 4 万元的 130%，请说明依据和原因。")),
      .cannotLook(["base/operatingExpense/final": "221.98"]),
    ]
  ) { dossier in
    guard let base = dossier.base else { return .notCheckable(missing: ["基础数据表"]) }
    let rows = [("threePublic", "三公经费"), ("operatingExpense", "公用经费"), ("meetingsAndTraining", "会议费、培训费")]
    return Verdict(over: rows, missing: "三公经费、公用经费和会议费、培训费的预算数和决算数") { row, name in
      guard let budget = dossier.sum("预算", [base.address(row, "budget")]),
        let final = dossier.sum("\(name)决算", [base.address(row, "final")]),
        let limit = budget.sum.exact.multiplied(by: Rational(110))?.divided(by: Rational(100))
      else { return nil }
      guard final.sum.exact > limit else { return .agrees }
      let percent = final.sum.exact.multiplied(by: Rational(100))?.divided(by: budget.sum.exact)
      let excess = percent.map { "是\(budget.spoken)的 \($0.spoken(2))%" } ?? "预算为 0"
      return .breaks(
        Finding(
          at: (final.cells + budget.cells).map { .cell($0) }, "\(final.spoken)，\(excess)，请说明依据和原因。",
          derivation: "\(final.sum.working) > 110% × \(budget.sum.figure)"))
    }
  }
}
