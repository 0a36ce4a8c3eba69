import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h07BlankThreePublic = AuditRule(
    RuleCard(
      "H07", "三公明细空白", severity: .warning,
      why: "空白可能是没有发生，也可能是漏填；三公经费公开后分不清，容易被追问。",
      remedy: "没有发生的填 0，漏填的补填。",
      sources: [.baseSheet("三公经费及其各项明细")]
    ),
    method: "查三公经费下不再细分的各行（公车购置、公车运行维护、出国、接待）的每一列，空白的合在一起报一次；自动计算的合计行不查，制度规定必填的由 H01 处理。",
    examples: [
      .passes([
        "base/vehiclePurchase/last": "0", "base/vehiclePurchase/budget": "0", "base/vehiclePurchase/final": "0",
        "base/vehicleRunning/last": "0", "base/vehicleRunning/budget": "0", "base/vehicleRunning/final": "0",
        "base/abroad/last": "0", "base/abroad/budget": "0", "base/abroad/final": "0", "base/reception/last": "11.64",
        "base/reception/budget": "10", "base/reception/final": "7.96",
      ]),
      .passes([
        "base/vehiclePurchase/last": "0", "base/vehiclePurchase/budget": "0", "base/vehiclePurchase/final": "18.5",
        "base/vehicleRunning/last": "2.1", "base/vehicleRunning/budget": "2.4", "base/vehicleRunning/final": "2.35",
        "base/abroad/last": "0", "base/abroad/budget": "0", "base/abroad/final": "0", "base/reception/last": "0",
        "base/reception/budget": "0", "base/reception/final": "0",
      ]),
      .fails(
        ["base/reception/last": "2.28", "base/reception/budget": "2", "base/reception/final": "0.31"],
        .at("base/vehiclePurchase/last", "三公经费明细有 9 处空白（公车购置、公车运行维护、出国经费），没有发生的请填 0。")),
      .fails(
        [
          "base/vehiclePurchase/last": "0", "base/vehiclePurchase/budget": "0", "base/vehiclePurchase/final": "0",
          "base/vehicleRunning/last": "4.1", "base/vehicleRunning/budget": "4.8", "base/vehicleRunning/final": "4.64",
          "base/abroad/last": "0", "base/abroad/budget": "0", "base/reception/last": "6.3",
          "base/reception/budget": "6",
          "base/reception/final": "5.17",
        ],
        .at("base/abroad/final", "三公经费明细有 1 处空白（出国经费），没有发生的请填 0。")),
      .cannotLook(([:] as ExampleFiling).without("base")),
    ]
  ) { dossier in
    guard let base = dossier.base else { return .notCheckable(missing: ["基础数据表"]) }
    let leaves = dossier.leaves(of: "threePublic", on: base)
    guard !leaves.isEmpty else { return .notCheckable(missing: ["三公经费各行"]) }
    let blanks = base.definitions.filter { definition in
      leaves.contains { $0.id == definition.address.row } && !definition.isRequired && definition.kind.isNumber
        && !dossier.calculation.isComputed(at: definition.address)
        && dossier.calculation.text(at: definition.address).isBlank
    }
    guard !blanks.isEmpty else { return .pass }
    let rows = leaves.filter { row in blanks.contains { $0.address.row == row.id } }
    return .fail([
      Finding(
        at: blanks.map { .cell($0.address) },
        "三公经费明细有 \(blanks.count) 处空白（\(rows.map(\.spokenName).joined(separator: "、"))），没有发生的请填 0。",
        derivation: "\(blanks.count)")
    ])
  }
}

extension Dossier {
  /// The rows under a row of a form that have no parts of their own, in their order.
  fileprivate func leaves(of row: String, on sheet: SheetReading) -> [TableBlock.Row] {
    let rows = sheet.form.tableRows
    func leaves(of id: String) -> [TableBlock.Row] {
      rows.filter { $0.parent == id }.flatMap { child in
        rows.contains { $0.parent == child.id } ? leaves(of: child.id) : [child]
      }
    }
    return leaves(of: row)
  }
}
