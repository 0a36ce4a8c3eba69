import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let a15NodePoints = AuditRule(
    RuleCard(
      "A15", "二级指标分值不符", severity: .error,
      why: "规定了二级指标分值的，三级指标只能在其中分配；合计不符，一级指标的分值也就不对。",
      remedy: "在该二级指标下调整三级指标的分值，使合计等于规定分值。",
      sources: [.departmentSheet("二级指标栏注明的分值"), .evaluationMeasures("单位自评指标的权重")]
    ),
    method: """
      二级指标栏印有分值（如“数量指标（20分）”），或制度规定了二级指标分值的，把其下三级指标的分值相加比较；都没有的无法核对。\
      还有分值空白时，只在已填的合计已经超出时报告；一条指标也没有的二级指标不查。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 12 | 12 |", "quantity | 过亿项目 | ≥8个 | 9个 | 8 | 8 |",
          and: ["self/quantity/prescribed": "数量指标（20分）"])),
      .passes(
        .indicators(
          "quality | 合格率 | 100% | 100% | 12.5 | 12.5 |", "quality | 达标率 | 100% | 100%",
          and: ["self/quality/prescribed": "质量指标(20分)", "self/quantity/prescribed": "数量指标(20分)"])),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 12 | 12 |", "quantity | 过亿项目 | ≥8个 | 9个 | 10 | 10 |",
          and: ["self/quantity/prescribed": "数量指标（20分）"]),
        .at("self/quantity.1/points", "自评表数量指标分值 22，规定 20，相差 2。")),
      .fails(
        .indicators(
          "economic | 摊位增收 | ≥5% | 6% | 15 | 15 |", on: "project-1",
          and: ["project-1/project/name": "农贸市场改造", "project-1/economic/prescribed": "经济效益指标（10分）"]),
        .at("project-1/economic.1/points", "项目“农贸市场改造”经济效益指标分值 15，规定 10，相差 5。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 12 | 12 |")),
    ]
  ) { dossier in
    let levels = dossier.scoredSheets.flatMap { sheet in IndicatorLevel.all(of: sheet).map { (sheet, $0) } }
    return Verdict(over: levels, missing: "二级指标的规定分值") { sheet, level in
      guard let required = sheet.requiredPoints(of: level.id) else { return nil }
      let points = LinePoints(of: level.lines, in: .points)
      guard let sum = WrittenSum(exactly: points.figures) else { return nil }
      if sum.figure < required, !points.blank.isEmpty { return .agrees }
      return sum.mustBe(
        required, spoken: "\(sheet.spokenName)\(level.name)分值 \(sum.figure)，规定 \(required)", at: points.filled)
    }
  }
}

extension SheetReading {
  /// What the document prints beside a second level, else what the policy sets.
  fileprivate func requiredPoints(of node: String) -> Figure? {
    let printed = entry(node, IndicatorSum.prescribed).flatMap { IndicatorTree.points(printedIn: $0.text) }
    return (printed ?? tree?.node(node)?.points).flatMap(Int32.init(exactly:)).map { Figure($0) }
  }
}
