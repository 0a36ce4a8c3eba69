import Evaluation
import Reading
import Rules

extension AuditRule {
  static let e02ThreePublicItemBudget = AuditRule(
    RuleCard(
      "E02", "三公单项预算高于上年", severity: .warning,
      why: "总额没有增加，单项却比上年多，往往是在几项之间调剂，或者有一项填错了行。",
      remedy: "核对该项本年和上年的预算数；确需增加的，在报告正文或本条的说明中写明原因。",
      sources: [
        .baseSheet("三公经费各项的预算数"),
        LegalSource("党政机关厉行节约反对浪费条例", clause: "关于控制三公经费的规定（条款号待核）", isVerified: false),
      ]
    ),
    method: "逐项比较公车购置、公车运行、出国、接待的本年预算数和上年填报的预算数；三公经费总额高于上年的由 Q23 一并报告，这里不再报。",
    examples: [
      .passes(
        (["base/reception/budget": "1.5", "base/vehicleRunning/budget": "4"] as ExampleFiling).after([
          "base/reception/budget": "1.5", "base/vehicleRunning/budget": "4.2",
        ])),
      .passes(
        (["base/reception/budget": "2", "base/vehicleRunning/budget": "4"] as ExampleFiling).after([
          "base/reception/budget": "1.5", "base/vehicleRunning/budget": "4",
        ])),
      .fails(
        (["base/reception/budget": "2", "base/vehicleRunning/budget": "3"] as ExampleFiling).after([
          "base/reception/budget": "1.5", "base/vehicleRunning/budget": "4",
        ]), .at("base/reception/budget", "公务接待预算数 2 万元，超过上年填报的预算数 1.5 万元，相差 0.5 万元，请说明原因。")),
      .fails(
        ([
          "base/threePublic/budget": "20", "base/vehiclePurchase/budget": "18", "base/reception/budget": "2",
        ] as ExampleFiling).after([
          "base/threePublic/budget": "20", "base/vehiclePurchase/budget": "0", "base/reception/budget": "20",
        ]), .at("base/vehiclePurchase/budget", "公车购置预算数 18 万元，超过上年填报的预算数 0 万元，相差 18 万元，请说明原因。")),
      .cannotLook(["base/reception/budget": "2"]),
    ]
  ) { dossier in
    guard let last = dossier.companions.lastYear else { return .withoutLastYear() }
    guard let base = dossier.base else { return .notCheckable(missing: ["基础数据表"]) }
    let rows = base.form.tableRows.filter { dossier.isThreePublic($0) }
    let looks = rows.compactMap { row in last.budgetRise(of: row, in: dossier, base).map { (row, $0) } }
    guard looks.contains(where: { $0.0.id != "threePublic" }) else {
      return .notCheckable(missing: ["本年和上年的三公经费各项预算数"])
    }
    let risen = looks.filter { if case .breaks = $0.1 { true } else { false } }
    guard !risen.contains(where: { $0.0.id == "threePublic" }) else { return .pass }
    let single = risen.filter { row, _ in
      dossier.parts(of: row.id, on: base.id).isEmpty && !dossier.explainsChange(of: row)
    }
    return Verdict(over: single, missing: "") { $0.1 }.orPass
  }
}

extension Verdict {
  /// Nothing to look at counts as nothing to report.
  fileprivate var orPass: Verdict { if case .notCheckable = self { .pass } else { self } }
}
