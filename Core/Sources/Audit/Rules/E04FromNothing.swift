import Evaluation
import Reading
import Rules

extension AuditRule {
  static let e04FromNothing = AuditRule(
    RuleCard(
      "E04", "从无到有或从有到无", severity: .info,
      why: "上年没有、今年有的支出，或者上年有、今年一分没花的，多半有具体缘由，也可能是填到了别的行。",
      remedy: "核对上年和本年决算数；属实的，可在报告中说明缘由。",
      sources: [.baseSheet("经费控制情况的上年决算数和本年决算数")]
    ),
    method: """
      基础数据表的一行，上年决算数写 0 而本年大于 0，或者相反，报告正文又没有写增减原因的，提示。空白不当作 0。\
      上级行与下级行一起从无到有（或从有到无）的，只提示上级行；新增的专项资金行每年不同，不比较；三公经费总额增加的，各项由 E05 一并报告。
      """,
    examples: [
      .passes(["base/abroad/last": "0", "base/abroad/final": "0"]),
      .passes([
        "base/maintenance/last": "95.44", "base/maintenance/final": "", "base/reception/last": "2",
        "base/reception/final": "1.8",
      ]),
      .passes([
        "base/threePublic/last": "2.28", "base/threePublic/final": "3.31", "base/abroad/last": "0",
        "base/abroad/final": "3", "base/reception/last": "2.28", "base/reception/final": "0.31",
      ]),
      .fails(
        [
          "base/projectExpenditure/last": "0", "base/projectExpenditure/final": "20.62",
          "base/businessWork/last": "0", "base/businessWork/final": "20.62",
        ],
        .at("base/projectExpenditure/final", "项目支出上年决算数 0 万元，本年决算数 20.62 万元，从无到有，请核对。")),
      .fails(
        ["base/meetingsAndTraining/last": "0.27", "base/meetingsAndTraining/final": "0"],
        .at("base/meetingsAndTraining/final", "会议费、培训费上年决算数 0.27 万元，本年决算数 0 万元，从有到无，请核对。")),
      .cannotLook(["base/abroad/final": "3"]),
    ]
  ) { dossier in
    let changes = dossier.yearChanges
    guard let base = dossier.base, !changes.isEmpty else { return .notCheckable(missing: ["上年和本年决算数"]) }
    let total = changes.first { $0.row.id == "threePublic" }
    let found = changes.filter { $0.isFromNothing || $0.isToNothing }.outermost(in: base.form).filter { change in
      let isOfRise = change.isRise && total?.isRise == true && dossier.isThreePublic(change.row)
      return !isOfRise && !dossier.explainsChange(of: change.row)
    }
    return Verdict(
      found.map { change in
        let turn = change.isRise ? "从无到有" : "从有到无"
        return change.finding(
          "\(change.row.spokenName)上年决算数 \(change.last.amount)，本年决算数 \(change.final.amount)，\(turn)，请核对。")
      })
  }
}
