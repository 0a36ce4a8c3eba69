import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let q20ProcurementWithoutBudget = AuditRule(
    RuleCard(
      "Q20", "没有预算却有政府采购", severity: .warning,
      why: "政府采购应当先有预算再采购；没有预算而有采购支出，要么漏填，要么是无预算采购。",
      remedy: "补填政府采购预算数；年中追加或确属无预算采购的，说明依据和原因。",
      sources: [
        .baseSheet("政府采购金额的预算数、决算数栏"),
        LegalSource("中华人民共和国政府采购法", clause: "政府采购应当严格按照批准的预算执行", isVerified: false),
      ]
    ),
    method: "政府采购金额的预算数是 0 或空白，而决算数大于 0，即报告。预算数一列全空的，是还没有填，不查；决算超过预算多少不在这里比。",
    examples: [
      .passes(["base/procurement/budget": "20.55", "base/procurement/final": "31.2"]),
      .passes(["base/procurement/budget": "0", "base/procurement/final": "0", "base/operatingExpense/budget": "90.76"]),
      .fails(
        ["base/operatingExpense/budget": "90.76", "base/procurement/last": "12.6", "base/procurement/final": "31"],
        .at("base/procurement/budget", "政府采购决算 31 万元，预算空白，请说明采购的依据。")),
      .fails(
        ["base/procurement/budget": "0", "base/procurement/final": "4.86"],
        .at("base/procurement/budget", "政府采购决算 4.86 万元，预算为 0，请说明采购的依据。")),
      .cannotLook(["base/procurement/final": "31"]),
    ]
  ) { dossier in
    guard let base = dossier.base, let final = base.figure("procurement", "final"),
      base.numberCells.contains(where: { $0.address.column == "budget" })
    else { return .notCheckable(missing: ["政府采购金额的预算数和决算数"]) }
    let budget = base.figure("procurement", "budget")
    guard final > 0, budget?.isZero != false, budget != nil || base.text("procurement", "budget").isEmpty else {
      return .pass
    }
    return .fail([
      Finding(
        at: base.address("procurement", "budget"), base.address("procurement", "final"),
        message: "政府采购决算 \(base.policy.amounts.unit.spoken(final))，预算\(budget == nil ? "空白" : "为 0")，请说明采购的依据。",
        derivation: "\(final) > 0")
    ])
  }
}
