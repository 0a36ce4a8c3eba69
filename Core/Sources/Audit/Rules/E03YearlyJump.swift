import Figures
import Reading
import Rules

extension AuditRule {
  static let e03YearlyJump = AuditRule(
    RuleCard(
      "E03", "与上年相比大起大落", severity: .warning,
      why: "同一项支出一年之间变动过半，不是口径变了、职能变了，就是有一个数填错了；看的人首先会问原因。",
      remedy: "核对上年和本年决算数；属实的，在报告正文或本条的说明中写明变动原因。",
      sources: [.baseSheet("经费控制情况的上年决算数和本年决算数")]
    ),
    method: """
      逐行比较基础数据表的本年决算数和上年决算数：变动超过上年的 50% 且超过 10 万元、报告正文又没有写增减原因的，报告。\
      上级行与下级行同方向变动的，只报上级行；新增的专项资金行每年不同，不比较。有一年为 0 的由 E04 提示，三公经费增加的由 E05 报告。
      """,
    examples: [
      .passes(["base/operatingExpense/last": "258.83", "base/operatingExpense/final": "221.98"]),
      .passes(["base/officeExpense/last": "5.81", "base/officeExpense/final": "15.79"]),
      .passes(["base/procurement/last": "100", "base/procurement/final": "150"]),
      .passes(
        .prose(
          "项目支出决算245万元，较上年减少8317.37万元，主要原因是上级专项资金改由项目单位直接申报。",
          and: ["base/projectExpenditure/last": "8562.37", "base/projectExpenditure/final": "245"])),
      .fails(
        [
          "base/projectExpenditure/last": "8562.37", "base/projectExpenditure/final": "245",
          "base/businessWork/last": "72.08", "base/businessWork/final": "27", "base/specialFunds/last": "8394.85",
          "base/specialFunds/final": "218",
        ],
        .at(
          "base/projectExpenditure/final", "项目支出本年决算数 245 万元，比上年 8562.37 万元减少 8317.37 万元（97.1%），请说明原因。")),
      .fails(
        .prose(
          "政府采购执行情况良好。", and: ["base/procurement/last": "31.55", "base/procurement/final": "72.6"]),
        .at("base/procurement/final", "政府采购金额本年决算数 72.6 万元，比上年 31.55 万元增加 41.05 万元（130.1%），请说明原因。")),
      .cannotLook(["base/procurement/final": "72.6"]),
    ]
  ) { dossier in
    let changes = dossier.yearChanges
    guard let base = dossier.base, !changes.isEmpty else { return .notCheckable(missing: ["上年和本年决算数"]) }
    let jumps = changes.filter { change in
      guard let percent = change.percent, !change.isToNothing, percent > Rational(50) else { return false }
      return change.isLarger(than: 10)
    }
    let told = jumps.outermost(in: base.form).filter { change in
      !(change.isRise && dossier.isThreePublic(change.row)) && !dossier.explainsChange(of: change.row)
    }
    return Verdict(told.map { $0.finding("\($0.spoken)，请说明原因。") })
  }
}
