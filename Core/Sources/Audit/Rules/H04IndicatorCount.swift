import Evaluation
import Reading
import Rules

extension AuditRule {
  static let h04IndicatorCount = AuditRule(
    RuleCard(
      "H04", "指标个数不合要求", severity: .warning,
      why: "产出要从数量、质量、时效几方面看；指标太少看不全，太多抓不住重点。",
      remedy: "补上缺少的一类指标；过多的合并或删减。",
      sources: [.departmentSheet("二级指标栏"), .customary("产出指标至少各有一条数量、质量、时效指标，指标总数适中")]
    ),
    method: "每张有三级指标的自评表，至少各有一条数量、质量、时效指标，总数在制度规定的范围内（没有规定的由 Q18 提示）；空白行和零分行不算，制度的指标体系里没有的一类不要求。",
    examples: [
      .passes(
        .indicators(
          "quantity | 农贸市场改造 | 1个 | 1个", "quantity | 家电以旧换新 | 1200台 | 1315台", "quality | 支出正确率 | 100% | 100%",
          "timeliness | 支出及时率 | 100% | 100%", "social | 政策知晓率 | 100% | 100%",
          "satisfaction | 受益对象满意率 | 100% | 100%")),
      .passes(
        .indicators(
          "quantity | 改造市场 | 1个 | 1个", "quality | 验收合格率 | 100% | 100%", "timeliness | 按期完工率 | 100% | 100%",
          "economic | 摊位增收 | ≥5% | 6%", on: "project-1")),
      .fails(
        .indicators(
          "quantity | 过千万项目 | 20个 | 21个", "quantity | 过亿项目 | 5个 | 4个", "cost | 招商经费 | ≤120万元 | 119.34万元",
          "ecological | 环保评审合格 | 100% | 100%", "quality | 无 | 无 | 无 | 0 | 0", on: "project-1",
          and: ["project-1/project/name": "招商引资"]),
        .at("sheet project-1", "项目“招商引资”没有质量指标、时效指标。")),
      .fails(
        .indicators(
          "quantity | 农贸市场改造 | 1个 | 1个", "quality | 支出正确率 | 100% | 100%", "timeliness | 支出及时率 | 100% | 100%",
          on: "project-1", and: ["project-1/project/name": "农贸市场改造"]),
        .at("sheet project-1", "项目“农贸市场改造”有 3 条三级指标，制度要求 4 至 30 条。")),
      .cannotLook(["self/total/budget": "716.83"]),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.filter { !$0.countedLines.isEmpty }, each: "三级指标") { sheet in
      let lines = sheet.countedLines
      let lacking = sheet.lackingOutputs
      var findings: [Finding] = []
      if !lacking.isEmpty {
        let names = lacking.map { $0.label.filter { !$0.isWhitespace } }.joined(separator: "、")
        findings.append(
          Finding(
            at: [.sheet(sheet.id)], "\(sheet.spokenName)没有\(names)。",
            derivation: lacking.map(\.id).joined(separator: ", ")))
      }
      if let range = sheet.policy.scoring.indicatorCount, !range.contains(lines.count) {
        findings.append(
          Finding(
            at: [.sheet(sheet.id)],
            "\(sheet.spokenName)有 \(lines.count) 条三级指标，制度要求 \(range.lowerBound) 至 \(range.upperBound) 条。",
            derivation: "\(lines.count) ∉ \(range)"))
      }
      return findings
    }
  }
}

extension SheetReading {
  /// Second-level indicators of quantity, quality and timeliness that have no third-level one.
  var lackingOutputs: [IndicatorTree.Node] {
    (tree?.nodes ?? []).filter { node in
      [.quantity, .quality, .timeliness].contains(node.subject)
        && !countedLines.contains { $0.node.subject == node.subject }
    }
  }
}
