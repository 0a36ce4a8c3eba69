import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let a16GroupPoints = arithmetic(
    RuleCard(
      "A16", "一级指标分值不符", severity: .error,
      why: "各一级指标的分值由制度规定，三级指标只能在其中分配；合计不符，得分就不能与其他单位比较。",
      remedy: "在该一级指标下调整三级指标的分值，使合计等于规定分值。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "一级指标栏注明的分值"),
        LegalSource("项目支出绩效评价管理办法", number: "财预〔2020〕10号", clause: "单位自评指标的权重", isVerified: false),
      ]
    ),
    method: """
      逐张表、逐个一级指标，把其下三级指标的分值相加，与制度规定的分值比较。制度未规定分值的一级指标不查；一条指标也没有的由 H03 处理。\
      还有分值空白时，只在已填的合计已经超出时报告。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 20 | 20 |", "quality | 验收合格率 | 100% | 100% | 20 | 20 |",
          "timeliness | 按期完成率 | 100% | 100% | 10 | 10 |", "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |")),
      .passes(
        .indicators(
          "economic | 带动就业 | ≥60人 | 71人 | 12.5 | 12.5 |", "social | 政策知晓率 | ≥90% | 92% | 17.5 | 17.5 |",
          "quantity | 新签约项目 | ≥80个 | 84个")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 20 | 20 |", "quality | 验收合格率 | 100% | 100% | 20 | 20 |",
          "timeliness | 按期完成率 | 100% | 100% | 8 | 8 |"),
        .at("self/quantity.1/points", "自评表产出指标分值 48，制度规定 50，相差 2。")),
      .fails(
        .indicators(
          "social | 政策知晓率 | ≥90% | 92% | 30 | 30 |", "satisfaction | 企业满意度 | ≥90% | 95% | 15 | 15 |",
          on: "project-1", and: ["project-1/project/name": "冷链物流"]),
        .at("project-1/satisfaction.1/points", "项目“冷链物流”满意度指标分值 15，制度规定 10，相差 5。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 30 | 30 |", "quality | 验收合格率 | 100% | 100%")),
    ]
  ) { dossier in
    ArithmeticChecks(
      dossier.scoredSheets.flatMap(PointTotal.groups).map { .points($0) }, missing: "三级指标的分值")
  }
}

extension PointTotal {
  /// The points under each first-level indicator of a sheet that the policy sets some for.
  fileprivate static func groups(of sheet: SheetReading) -> [PointTotal] {
    (sheet.tree?.groups ?? []).compactMap { group in
      guard let required = group.points.flatMap(Int32.init(exactly:)) else { return nil }
      let name = String(group.label.prefix { $0 != "（" && $0 != "(" }.filter { !$0.isWhitespace })
      return PointTotal(
        name: "\(sheet.spokenName)\(name)分值", lines: sheet.indicators.filter { $0.group.id == group.id },
        required: Figure(required))
    }
  }
}
