extension IndicatorTree {
  /// 成本 under 产出.
  public static let exampleClassic = IndicatorTree(
    id: "classic", title: "成本列在产出下",
    groups: [
      Group(
        id: "output", label: "产出指标（50分）", points: 50,
        nodes: [
          Node(id: "quantity", label: "数量指标", isRemovable: false, subject: .quantity),
          Node(id: "quality", label: "质量指标", subject: .quality),
          Node(id: "timeliness", label: "时效指标", subject: .timeliness),
          Node(id: "cost", label: "成本指标", subject: .cost),
        ]),
      exampleBenefit, exampleSatisfaction,
    ], source: "form")

  /// 成本 as a first-level indicator.
  public static let exampleWithCost = IndicatorTree(
    id: "cost-first", title: "成本单列为一级指标",
    groups: [
      Group(
        id: "costs", label: "成本指标（20分）", points: 20,
        nodes: [
          Node(id: "economicCost", label: "经济成本指标", subject: .cost),
          Node(id: "socialCost", label: "社会成本指标", subject: .cost),
          Node(id: "ecologicalCost", label: "生态环境成本指标", subject: .cost),
        ]),
      Group(
        id: "output", label: "产出指标（40分）", points: 40,
        nodes: [
          Node(id: "quantity", label: "数量指标", isRemovable: false, subject: .quantity),
          Node(id: "quality", label: "质量指标", subject: .quality),
          Node(id: "timeliness", label: "时效指标", subject: .timeliness),
        ]),
      Group(id: "benefit", label: "效益指标（20分）", points: 20, nodes: exampleBenefit.nodes),
      exampleSatisfaction,
    ], source: "form")

  private static let exampleBenefit = Group(
    id: "benefit", label: "效益指标（30分）", points: 30,
    nodes: [
      Node(id: "economic", label: "经济效益指标", subject: .economicBenefit),
      Node(id: "social", label: "社会效益指标", subject: .socialBenefit),
      Node(id: "ecological", label: "生态效益指标", subject: .ecologicalBenefit),
      Node(id: "sustained", label: "可持续影响指标", subject: .sustainability),
    ])
  private static let exampleSatisfaction = Group(
    id: "satisfactions", label: "满意度指标（10分）", points: 10,
    nodes: [Node(id: "satisfaction", label: "服务对象满意度指标", isRemovable: false, subject: .satisfaction)])
}
