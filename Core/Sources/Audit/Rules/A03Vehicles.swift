import Reading
import Rules

extension AuditRule {
  static let a03Vehicles = arithmetic(
    RuleCard(
      "A03", "公务用车经费合计不符", severity: .error,
      why: "公务用车购置和维护经费等于公车购置与公车运行维护之和；不等则三公经费的合计也站不住。",
      remedy: "核对公车购置、公车运行维护与合计，改正填错的一项。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "公务用车购置和维护经费及其中两项")]
    ),
    method: "按列（上年决算、本年预算、本年决算）比较；两项中空白的一项按未发生处理，两项全空则无法核对。差额小于各数末位一半之和时视为四舍五入。",
    examples: [
      .passes([
        "base/vehicles/final": "22.62", "base/vehiclePurchase/final": "17.98", "base/vehicleRunning/final": "4.64",
      ]),
      .passes(["base/vehicles/last": "5.2", "base/vehicleRunning/last": "5.20"]),
      .fails(
        ["base/vehicles/final": "4.64", "base/vehiclePurchase/final": "17.98", "base/vehicleRunning/final": "4.64"],
        .at("base/vehicles/final", "公务用车购置和维护经费 4.64 万元，各项之和 22.62 万元，相差 17.98 万元。")),
      .fails(
        ["base/vehicles/budget": "6", "base/vehiclePurchase/budget": "0", "base/vehicleRunning/budget": "5.5"],
        .at("base/vehicles/budget", "公务用车购置和维护经费 6 万元，各项之和 5.5 万元，相差 0.5 万元。")),
      .cannotLook(["base/vehicles/final": "4.64"]),
    ]
  ) { dossier in
    dossier.totals(of: "vehicles", named: "公务用车购置和维护经费")
  }
}
