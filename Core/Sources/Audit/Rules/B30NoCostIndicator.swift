import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b30NoCostIndicator = AuditRule(
    RuleCard(
      "B30", "没有成本指标", severity: .warning,
      why: "成本单列为一级指标而没有成本指标，这部分分值就落空；用“无”占一行拿分，更没有依据。",
      remedy: "补填成本指标；确不涉及成本的，改用成本列在产出下的指标体系，把分值分给其他指标。",
      sources: [
        LegalSource(
          "中央部门项目支出核心绩效目标和指标设置及取值指引（试行）", number: "财预〔2021〕101号", clause: "成本指标的设置与权重转移", isVerified: false),
        .departmentSheet("成本指标"),
      ]
    ),
    method: "所选指标体系有专属成本、规定了分值的一级指标，而其下一条指标也没有，或成本指标只写“无”“不涉及”却有得分，即报告。成本列在产出下的，没有成本指标不报。",
    examples: [
      .passes(.indicators("economicCost | 项目总成本 | ≤100万元 | 96万元 | 20 | 20 |", tree: "cost-first")),
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |")),
      .fails(
        .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 40 | 40 |", tree: "cost-first"),
        .at("sheet self", "自评表选用成本单列的指标体系，却没有成本指标。")),
      .fails(
        .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 40 | 40 |", "cost | 无 | 无 | 无 | 10 | 10 |"),
        .at("self/cost.1/points", "成本指标写“无”，却有 10 分。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.filter { !$0.countedLines.isEmpty }, each: "三级指标") { sheet in
      var findings: [Finding] = []
      let groups = (sheet.tree?.groups ?? []).filter { $0.isCostAlone && $0.points != nil }
      if groups.contains(where: { group in !sheet.countedLines.contains { $0.group.id == group.id } }) {
        findings.append(
          Finding(at: [.sheet(sheet.id)], "\(sheet.spokenName)选用成本单列的指标体系，却没有成本指标。", derivation: "-"))
      }
      for line in sheet.countedLines where line.isVoidCost {
        findings.append(
          Finding(
            at: line.address(.points), line.address(.target),
            message:
              "成本指标写“\(line.emptyWord)”，却有 \(line.points?.description ?? "-") 分。",
            derivation: line.points?.description ?? "-"))
      }
      return findings
    }
  }
}

extension IndicatorTree.Group {
  /// Nothing but cost stands under it.
  var isCostAlone: Bool { nodes.allSatisfy { $0.subject == .cost } }
}

extension IndicatorLine {
  /// A cost indicator that says 无 and is worth something.
  var isVoidCost: Bool {
    node.subject == .cost && points?.isZero == false && !emptyWord.isEmpty
  }
  /// The word for nothing that stands as its target or name: 无, 不涉及.
  fileprivate var emptyWord: String { [targetText, name].first { !$0.isBlank && $0.saysNothing }?.bare ?? "" }
}
