import Reading
import Rules

extension AuditRule {
  static let d04FundsInProse = AuditRule(
    RuleCard(
      "D04", "正文专项金额与表不一致", severity: .warning,
      why: "每个专项都有自己的指标文和支付数，正文与表不同必有一处写错。",
      remedy: "按支付数改正正文、基础数据表或项目支出自评表。",
      sources: [.reportOutline("项目支出情况：专项资金"), .baseSheet("专项资金各行"), .projectSheet("项目资金")]
    ),
    method:
      "正文金额前的名称与基础表专项资金行或项目支出自评表的项目名称相同（不计空格标点和“专项资金”等词尾）时比较金额，其余与 D01 相同。报告列有各项目预算数、执行数的表，而某项目自己的标题下写“预算x，支出y”的，与表中这一行比。",
    examples: [
      .passes(
        .prose(
          "其中农贸市场改造专项资金77.7万元。", and: ["base/specialFunds.1/name": "农贸市场改造", "base/specialFunds.1/final": "77.7"])),
      .passes(
        .prose(
          "（1）冷链物流项目：年初预算数400万元，全年实际拨付资金119.34万元。",
          and: [
            "project-1/project/name": "冷链物流项目", "project-1/total/initial": "400", "project-1/total/executed": "119.34",
          ])),
      .fails(
        .prose(
          "其中农贸市场改造专项资金⟦87.7万元⟧。", and: ["base/specialFunds.1/name": "农贸市场改造", "base/specialFunds.1/final": "77.7"]),
        .at("⟦87.7万元⟧", "正文农贸市场改造专项资金 87.7 万元，基础表2024年决算数 77.7 万元，相差 10 万元。")),
      .fails(
        .prose(
          "（1）冷链物流项目：年初预算数400万元，全年实际拨付资金⟦191.34万元⟧。",
          and: [
            "project-1/project/name": "冷链物流项目", "project-1/total/initial": "400", "project-1/total/executed": "119.34",
          ]),
        .at("⟦191.34万元⟧", "正文冷链物流项目 191.34 万元，项目“冷链物流项目”全年执行数 119.34 万元，相差 72 万元。")),
      .fails(
        .prose(
          "一、总体情况", "序号 | 项目名称 | 预算数（万元） | 执行数（万元）", "1 | 展会服务 | 60 | 58.2", "2 | 企业走访 | 120 | ⟦109.4⟧", "二、各项目情况",
          "（一）展会服务", "项目预算60万元，支出58.2万元。", "2.2 企业走访", "项目预算120万元，支出⟦106.4万元⟧，走访216家。"),
        .at("⟦106.4万元⟧", "正文“企业走访”支出 106.4万元，表中为 109.4。")),
      .cannotLook(
        .prose("项目名称 | 预算（万元） | 支出（万元）", "档案修复 | 60 | 58.2", "库房维护 | 120 | 109.4", "档案修复项目支出58.2万元。")),
      .fails(
        .prose("项目名称 | 预算（万元） | 支出（万元）", "档案修复 | 60 | ⟦58.2⟧", "库房维护 | 120 | 109.4", "其中，档案修复项目支出⟦52.8万元⟧。"),
        .at("⟦52.8万元⟧", "正文“档案修复”支出 52.8万元，表中为 58.2。")),
      .cannotLook(.prose("其中农贸市场改造专项资金77.7万元。")),
    ]
  ) { dossier in
    let funds = dossier.proseAgainstTables { $0.name != nil }
    let first = dossier.wrongRowAmounts
    let rows = first + dossier.wrongNamedAmounts.filter { named in !first.contains { $0.places[0] == named.places[0] } }
    guard !rows.isEmpty else { return funds }
    if case .fail(let found) = funds { return Verdict(found + rows) }
    return Verdict(rows)
  }
}
