import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let q04TimeByPayment = AuditRule(
    RuleCard(
      "Q04", "时效指标只看付款", severity: .info,
      why: "付款及时不等于事情按期办成；时效指标只写支付率，看不出工作进度。",
      remedy: "补一条反映工作进度的时效指标，如完工日期、办结时限。",
      sources: [.evaluationMeasures("时效指标反映按期完成的程度"), .departmentSheet("时效指标栏")]
    ),
    method: "一张表的时效指标全部是支付、支出、拨付的比率或进度，提示一次；补贴、补助、待遇等发给群众和企业的，发放本身就是工作，不算。",
    examples: [
      .passes(.indicators("timeliness | 补贴资金支付及时率 | ≥95% | 97% | 10 | 10 |")),
      .passes(
        .indicators("timeliness | 支出及时率 | 100% | 100% | 5 | 5 |", "timeliness | 工程完工时间 | 11月底前 | 11月20日 | 5 | 5 |")),
      .fails(
        .indicators("timeliness | 支出及时率 | 100% | 100% | 10 | 10 |"),
        .at("self/timeliness.1/name", "自评表的时效指标只有支出及时率，说的是付款，没有反映工作进度。")),
      .fails(
        .indicators(
          "timeliness | 资金支付进度 | 100% | 100% | 5 | 5 |", "timeliness | 预算执行及时率 | 100% | 98% | 5 | 4.9 | 年底结算推迟",
          on: "project-1", and: ["project-1/project/name": "农贸市场改造"]),
        .at("project-1/timeliness.1/name", "项目“农贸市场改造”的时效指标只有资金支付进度、预算执行及时率，说的是付款，没有反映工作进度。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    let sheets = dossier.scoredSheets.filter { $0.countedLines.contains { $0.node.subject == .timeliness } }
    return Verdict(over: sheets, missing: "时效指标") { sheet in
      let lines = sheet.countedLines.filter { $0.node.subject == .timeliness }
      guard lines.allSatisfy(\.isAboutPayment) else { return .agrees }
      let names = lines.map(\.title).joined(separator: "、")
      return .breaks(
        Finding(
          at: lines.map { .cell($0.address(.name)) }, "\(sheet.spokenName)的时效指标只有\(names)，说的是付款，没有反映工作进度。",
          derivation: names))
    }
  }
}
