import Figures
import Rules

extension PolicySet {
  /// Another example county's policy, for rules that look at what the first has not: several goals with weights, sign
  /// and unit in columns of their own, levels that must be named, 20 points for budget execution.
  public static let exampleWithGoals = PolicySet([.exampleGoals])
}

extension Policy {
  static let exampleGoals = Policy(
    id: "example-2024-goals", title: "示例市项目支出绩效自评", region: "示例市", year: 2024, object: .project, version: 1,
    effectiveFrom: "2025-01-01", sources: ["form": exampleSource], amounts: exampleAmounts, rounding: exampleRounding,
    scoring: ScoringRule(
      executionPoints: 20, indicatorPoints: 80, executionReasonBelow: nil, reverse: .byRatio,
      levels: exampleScoring.levels, mustNameLevel: true, overfulfilment: nil, source: "form"),
    trees: [.exampleOfGoals], grades: exampleGrades, forms: [.exampleGoals], hash: "example")
}

extension IndicatorTree {
  /// Points are left to the unit: each goal shares out its own.
  fileprivate static let exampleOfGoals = IndicatorTree(
    id: "goals", title: "分值由单位分配",
    groups: [
      Group(
        id: "output", label: "产出指标", points: nil,
        nodes: [
          Node(id: "quantity", label: "数量指标", subject: .quantity),
          Node(id: "quality", label: "质量指标", subject: .quality),
          Node(id: "timeliness", label: "时效指标", subject: .timeliness),
        ]),
      Group(
        id: "benefit", label: "效益指标", points: nil,
        nodes: [Node(id: "social", label: "社会效益指标", subject: .socialBenefit)]),
      Group(
        id: "satisfactions", label: "满意度指标", points: nil,
        nodes: [Node(id: "satisfaction", label: "服务对象满意度指标", subject: .satisfaction)]),
    ], source: "form")
}

extension Form {
  fileprivate static let exampleGoals = Form(
    id: "project", kind: .projectEvaluation, title: "{year}年度项目支出绩效自评表", shortTitle: "项目支出", width: 24,
    blocks: [
      .grid(.exampleKind), .grid(.exampleProjectFunds(points: 20)), .table(.exampleGoals), .indicators(.exampleOfGoals),
      .grid(.exampleTotal),
    ], source: "form")
}

extension GridBlock {
  fileprivate static let exampleKind = GridBlock(rows: [
    [
      label("项目名称", 4), cell("project", "name", "项目名称", 8, kind: .text, isRequired: true), label("项目类别", 4),
      Item(
        width: 8,
        content: .cell(
          GridCell(
            key: CellKey("project", "category"), caption: "项目类别", kind: .choice, isRequired: true,
            options: ["上级专项", "本级专项"]))),
    ]
  ])
}

extension TableBlock {
  fileprivate static let exampleGoals = TableBlock(
    id: GoalTable.id, caption: "年度绩效目标", captionWidth: 4,
    columns: [
      Column(id: GoalTable.target, caption: "目标内容", width: 8, kind: .paragraph),
      Column(id: GoalTable.actual, caption: "完成情况", width: 8, kind: .paragraph),
      Column(id: GoalTable.weight, caption: "权重（分）", width: 4, kind: .points),
    ], rows: [], lines: LineRule(addCaption: "新增目标", placeholder: "年度绩效目标", level: 1, isNumbered: true))
}

extension IndicatorBlock {
  fileprivate static let exampleOfGoals = IndicatorBlock(
    side: .init(label: "绩效指标（80分）", width: 2), groupCaption: "一级指标", groupWidth: 2, nodeCaption: "二级指标",
    nodeWidth: 2,
    columns: [
      Column(role: .goal, caption: "目标序号", width: 2), Column(role: .name, caption: "三级指标", width: 3),
      Column(role: .sign, caption: "指标性质", width: 2, options: ["≥", ">", "=", "<", "≤", "定性"]),
      Column(role: .target, caption: "指标值", width: 2), Column(role: .unit, caption: "度量单位", width: 2),
      Column(role: .actual, caption: "完成值", width: 2), Column(role: .points, caption: "分值", width: 1),
      Column(role: .score, caption: "得分", width: 2), Column(role: .reason, caption: "未完成原因", width: 2),
    ])
}
