import Reading
import Rules

extension AuditRule {
  static let a01StaffControlRate = arithmetic(
    RuleCard(
      "A01", "控制率算错", severity: .error,
      why: "控制率等于实际在职人数除以编制数；算错会把超编写成不超编，或者相反。",
      remedy: "核对编制数和实际在职人数，按“实际在职人数 ÷ 编制数”改正控制率。",
      sources: [LegalSource("部门整体支出绩效评价基础数据表", clause: "财政供养人员情况的控制率栏")]
    ),
    method: "按表上的人数重算，与所写控制率比较；所写控制率末位的四舍五入不算差错。缺任一数，或编制数为零，则无法核对。",
    examples: [
      .passes(["base/staff/posts": "20", "base/staff/actual": "17", "base/staff/rate": "85"]),
      .passes(["base/staff/posts": "24", "base/staff/actual": "23", "base/staff/rate": "95.8"]),
      .fails(
        ["base/staff/posts": "20", "base/staff/actual": "17", "base/staff/rate": "80"],
        .at("base/staff/rate", "控制率 80%，17 ÷ 20 应为 85%，相差 5 个百分点。")),
      .fails(
        ["base/staff/posts": "24", "base/staff/actual": "26", "base/staff/rate": "92.31"],
        .at("base/staff/rate", "控制率 92.31%，26 ÷ 24 应为 108.33%，相差 16.02 个百分点。")),
      .cannotLook(["base/staff/posts": "20", "base/staff/actual": "17"]),
      .cannotLook(["base/staff/posts": "0", "base/staff/actual": "2", "base/staff/rate": "100"]),
    ]
  ) { dossier in
    guard let base = dossier.base else { return ArithmeticChecks(missing: "基础数据表") }
    let share = WrittenRate(
      name: "控制率", rate: base.address("staff", "rate"), part: base.address("staff", "actual"),
      whole: [base.address("staff", "posts")])
    return ArithmeticChecks([.rate(share)], missing: "编制数、实际在职人数和控制率")
  }
}
