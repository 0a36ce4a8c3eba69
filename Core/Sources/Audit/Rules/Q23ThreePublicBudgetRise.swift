import Evaluation
import Reading
import Rules

extension AuditRule {
  static let q23ThreePublicBudgetRise = AuditRule(
    RuleCard(
      "Q23", "三公经费预算高于上年", severity: .warning,
      why: "三公经费预算要求只减不增；比上年的预算多，须有批准的理由。",
      remedy: "核对本年和上年的预算数；确需增加的，在报告正文或本条的说明中写明原因和批准情况。",
      sources: [
        .baseSheet("三公经费行的预算数"),
        LegalSource("党政机关厉行节约反对浪费条例", clause: "关于控制三公经费的规定（条款号待核）", isVerified: false),
      ]
    ),
    method: "比较三公经费的本年预算数和上年填报的预算数，总数空白的按各项相加，两年所填的项目不同的不比较；增加超过四舍五入、报告正文又没有写增减原因的，报告。",
    examples: [
      .passes(
        (["base/threePublic/budget": "2", "base/threePublic/final": "2.5"] as ExampleFiling).after([
          "base/threePublic/budget": "2.3", "base/threePublic/final": "1.9",
        ])),
      .passes((["base/threePublic/budget": "2"] as ExampleFiling).after(["base/threePublic/budget": "2"])),
      .fails(
        (["base/threePublic/budget": "3.5"] as ExampleFiling).after(["base/threePublic/budget": "3"]),
        .at("base/threePublic/budget", "三公经费预算数 3.5 万元，超过上年填报的预算数 3 万元，相差 0.5 万元，请说明原因。")),
      .fails(
        (["base/reception/budget": "2", "base/vehicleRunning/budget": "4"] as ExampleFiling).after([
          "base/reception/budget": "1.5", "base/vehicleRunning/budget": "4",
        ]), .at("base/vehicleRunning/budget", "三公经费预算数 6 万元，超过上年填报的预算数 5.5 万元，相差 0.5 万元，请说明原因。")),
      .cannotLook(["base/threePublic/budget": "3.5"]),
    ]
  ) { dossier in
    guard let last = dossier.companions.lastYear else { return .withoutLastYear() }
    guard let base = dossier.base, let row = base.form.tableRows.first(where: { $0.id == "threePublic" }),
      let rise = last.budgetRise(of: row, in: dossier, base)
    else { return .notCheckable(missing: ["本年和上年的三公经费预算数"]) }
    guard case .breaks = rise, !dossier.explainsChange(of: row) else { return .pass }
    return Verdict(rise, missing: "")
  }
}

extension Companion {
  /// A row's budget beside last year's; nil where one of them is blank, or is made up of other parts than the other.
  func budgetRise(of row: TableBlock.Row, in dossier: Dossier, _ base: SheetReading) -> Look? {
    guard let now = dossier.sum("\(row.spokenName)预算数", [base.address(row.id, "budget")]),
      let before = CompanionSum(in: self, row.id, "budget", named: "\(spoken)的预算数", like: base),
      Set(now.cells.map(\.row)) == Set(before.cells.map(\.row)),
      let look = now.mustNotExceed(before.sum)
    else { return nil }
    guard case .breaks(let finding) = look else { return look }
    // The places are this filing's own, in their order.
    let own = Finding(at: now.cells.map { .cell($0) }, finding.message, derivation: finding.derivation)
    return Look.breaks(own).adding(before.places, asking: "，请说明原因。")
  }
}
