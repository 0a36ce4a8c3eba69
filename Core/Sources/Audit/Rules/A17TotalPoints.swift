import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let a17TotalPoints = arithmetic(
    RuleCard(
      "A17", "分值总和不符", severity: .error,
      why: "预算执行与全部指标的分值合起来须是制度规定的总分（一般为 100 分），否则总得分没有共同的标准。",
      remedy: "对照各一级指标的规定分值，调整三级指标的分值；总分栏按合计改正。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "总分行与填表说明中的分值规定"),
        LegalSource("项目支出绩效评价管理办法", number: "财预〔2020〕10号", clause: "单位自评指标的权重", isVerified: false),
      ]
    ),
    method: "每张表把三级指标的分值与预算执行分值（表上空白时取制度规定）相加，既与制度规定的总分比较，也与总分栏所写比较。还有分值空白时，只在合计已经超出规定总分时报告。",
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |", "social | 政策知晓率 | ≥90% | 92% | 30 | 30 |",
          "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |",
          and: ["self/total/points": "10", "self/sum/points": "100"])),
      .passes(
        .indicators(
          "quantity | 改造市场 | 1个 | 1个 | 50 | 50 |", "economic | 摊位增收 | ≥5% | 6% | 12.5 | 12.5 |",
          "social | 周边居民受益 | ≥3000人 | 3260人 | 17.5 | 17.5 |", "satisfaction | 商户满意度 | ≥90% | 95% | 10 | 10 |",
          on: "project-1")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 48 | 48 |", "social | 政策知晓率 | ≥90% | 92% | 30 | 30 |",
          "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |"),
        .at("self/sum/points", "自评表分值合计 98，制度规定 100，相差 2。")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |", "social | 政策知晓率 | ≥90% | 92% | 30 | 30 |",
          "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |",
          and: ["self/total/points": "10", "self/sum/points": "90"]),
        .at("self/sum/points", "自评表总分栏分值 90，各项分值合计 100，相差 10。")),
      .cannotLook(["self/sum/points": "100"]),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 30 | 30 |", "social | 政策知晓率 | ≥90% | 92%")),
    ]
  ) { dossier in
    let checks = dossier.scoredSheets.compactMap { sheet -> ArithmeticCheck? in
      let scoring = sheet.policy.scoring
      guard let execution = Int32(exactly: scoring.executionPoints),
        let required = Int32(exactly: scoring.executionPoints + scoring.indicatorPoints)
      else { return nil }
      return .points(
        PointTotal(
          name: "\(sheet.spokenName)分值合计", lines: sheet.indicators, required: Figure(required),
          execution: (sheet.address("total", "points"), Figure(execution)),
          stated: ("\(sheet.spokenName)总分栏分值", sheet.address("sum", "points")),
          mayLeaveOutExecution: sheet.policy.isAsPrinted))
    }
    return ArithmeticChecks(checks, missing: "三级指标的分值")
  }
}
