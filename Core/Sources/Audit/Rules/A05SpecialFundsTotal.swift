import Reading
import Rules

extension AuditRule {
  static let a05SpecialFundsTotal = arithmetic(
    RuleCard(
      "A05", "专项资金合计不符", severity: .error,
      why: "专项资金一个专项一行；合计与各行之和不等，说明漏了专项或填错了金额。",
      remedy: "核对各专项的金额与合计，补上漏列的专项。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "专项资金合计及其下各专项")]
    ),
    method: "按列比较，只看至少有一行填了数的列；没有列出专项的由 C07 处理。差额小于各数末位一半之和时视为四舍五入。",
    examples: [
      .passes([
        "base/specialFunds/final": "218", "base/specialFunds.1/final": "77.7", "base/specialFunds.2/final": "97.3",
        "base/specialFunds.3/final": "14.5", "base/specialFunds.4/final": "28.5",
      ]),
      .passes(["base/specialFunds/last": "360.5", "base/specialFunds.1/last": "360.50", "base/specialFunds.2/last": ""]
      ),
      .fails(
        [
          "base/specialFunds/final": "218", "base/specialFunds.1/final": "77.7", "base/specialFunds.2/final": "97.3",
          "base/specialFunds.3/final": "14.5",
        ],
        .at("base/specialFunds/final", "专项资金 218 万元，各项之和 189.5 万元，相差 28.5 万元。")),
      .fails(
        ["base/specialFunds/budget": "50", "base/specialFunds.1/budget": "500"],
        .at("base/specialFunds/budget", "专项资金 50 万元，各项之和 500 万元，相差 450 万元。")),
      .cannotLook(["base/specialFunds/final": "218"]),
    ]
  ) { dossier in
    dossier.totals(of: "specialFunds", named: "专项资金")
  }
}
