import Figures
import Reading
import Rules

extension AuditRule {
  static let a02ThreePublicTotal = arithmetic(
    RuleCard(
      "A02", "三公经费合计不符", severity: .error,
      why: "三公经费等于用车、出国、接待三项之和；不等则至少有一个数填错，公开后无法解释。",
      remedy: "核对三项明细与合计，改正填错的一项。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "三公经费及其三项明细")]
    ),
    method: "按列（上年决算、本年预算、本年决算）比较；空白的明细按未发生处理，三项全空则无法核对。差额小于各数末位一半之和时视为四舍五入。",
    examples: [
      .passes([
        "base/threePublic/final": "9.81", "base/vehicles/final": "4.64", "base/abroad/final": "0",
        "base/reception/final": "5.17",
      ]),
      .passes(["base/threePublic/budget": "2", "base/reception/budget": "2"]),
      .fails(
        [
          "base/threePublic/final": "9.81", "base/vehicles/final": "4.64", "base/abroad/final": "0",
          "base/reception/final": "5.71",
        ],
        .at("base/threePublic/final", "三公经费 9.81 万元，各项之和 10.35 万元，相差 0.54 万元。")),
      .fails(
        ["base/threePublic/last": "3", "base/reception/last": "2.28"],
        .at("base/threePublic/last", "三公经费 3 万元，各项之和 2.28 万元，相差 0.72 万元。")),
      .cannotLook(["base/threePublic/final": "9.81"]),
    ]
  ) { dossier in
    dossier.totals(of: "threePublic", named: "三公经费")
  }
}
