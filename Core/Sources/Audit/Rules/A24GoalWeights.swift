import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let a24GoalWeights = AuditRule(
    RuleCard(
      "A24", "目标权重合计不符", severity: .error,
      why: "有几个年度目标的，总分按各目标的权重分配；权重加起来不是规定的数，或指标分值与目标权重不合，总分就没有共同的标准。",
      remedy: "调整各目标的权重，使合计等于规定的数；再调整每个目标下指标的分值，使合计等于该目标的权重。",
      sources: [.projectSheet("年度绩效目标栏注明的权重"), .customary("多个年度绩效目标各有权重，合计为指标总分或100%")]
    ),
    method: """
      表上有年度目标各行和权重一栏的，权重之和与规定的数比较：权重写分数的为指标总分，写百分比的为 100%。\
      指标写明属于哪个目标的，再逐个目标比较其下指标的分值合计与权重。有空白时，只在已填的合计已经超出时报告；表上没有目标权重的无法核对。\
      各目标单独成行、写明分数（“年度目标2（50分）”），其下另列指标的表，也逐个目标比较；没有一个目标相符的不看。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 改造市场 | 2 | 2 | 40 | 40 | | ≥ | 个 | 1", "social | 受益居民 | 3000 | 3260 | 40 | 40 | | ≥ | 人 | 2",
          on: "project-1",
          and: [
            "project-1/goals.1/target": "改造农贸市场", "project-1/goals.1/weight": "40",
            "project-1/goals.2/target": "方便周边居民", "project-1/goals.2/weight": "40",
          ]
        ).under(.exampleWithGoals)),
      .passes(
        ([
          "project-1/goals.1/target": "改造农贸市场", "project-1/goals.1/weight": "50",
          "project-1/goals.2/target": "方便周边居民",
        ] as ExampleFiling).under(.exampleWithGoals)),
      .fails(
        ([
          "project-1/project/name": "农贸市场改造", "project-1/goals.1/weight": "40", "project-1/goals.2/weight": "50",
        ] as ExampleFiling).under(.exampleWithGoals),
        .at("project-1/goals.1/weight", "项目“农贸市场改造”各目标权重合计 90，应为 80，相差 10。")),
      .fails(
        .indicators(
          "quantity | 改造市场 | 2 | 2 | 30 | 30 | | ≥ | 个 | 1", "quality | 验收合格率 | 100 | 100 | 5 | 5 | | = | % | 1",
          "social | 受益居民 | 3000 | 3260 | 45 | 45 | | ≥ | 人 | 2", on: "project-1",
          and: [
            "project-1/project/name": "农贸市场改造", "project-1/goals.1/weight": "40", "project-1/goals.2/weight": "40",
          ]
        ).under(.exampleWithGoals),
        .at("project-1/goals.1/weight", "项目“农贸市场改造”年度绩效目标1权重 40，其下指标分值合计 35，相差 5。"),
        .at("project-1/goals.2/weight", "项目“农贸市场改造”年度绩效目标2权重 40，其下指标分值合计 45，相差 5。")),
      .fails(
        .prose(
          "自评得分98分。", "年度目标1（40分） | 改善居住条件 |  | ", "指标 | 名称 | 分值 | 得分", "产出 | 改造小区 | 25 | 25", "效益 | 受益居民 | 15 | 15",
          "⟦年度目标2（50分）⟧ | 方便居民出行 |  | ", "指标 | 名称 | 分值 | 得分", "产出 | 新建车位 | ⟦30⟧ | 30", "效益 | 投诉下降 | ⟦10⟧ | 8"),
        .at("⟦年度目标2（50分）⟧", "“年度目标2（50分）”下各指标分值合计 40 分。")),
      .cannotLook(.indicators("quantity | 改造市场 | 2个 | 2个 | 50 | 50 |", on: "project-1")),
    ]
  ) { dossier in
    let printed = dossier.allTables.flatMap(\.wrongGoalPoints)
    let sheets = Verdict(over: dossier.scoredSheets.flatMap(GoalWeights.all), missing: "各目标的权重", look: \.look)
    if case .notCheckable = sheets, !printed.isEmpty { return .fail(printed) }
    return sheets.adding(printed)
  }
}

/// The weights of all goals of a sheet, or the weight of one of them beside the points of its indicators.
private struct GoalWeights {
  let figures: [Figure]
  /// Something that belongs to the sum is not filled in.
  let isIncomplete: Bool
  /// What the sum must be, and how messages say it.
  let required: Figure
  let spoken: (Figure) -> String
  let cells: [CellAddress]

  static func all(of sheet: SheetReading) -> [GoalWeights] {
    guard let table = sheet.form.goalTable,
      let column = table.columns.first(where: { $0.id == GoalTable.weight }),
      let full = Int32(exactly: column.kind == .points ? sheet.policy.scoring.indicatorPoints : 100).map({ Figure($0) })
    else { return [] }
    let goals = sheet.lines(under: table.id)
    let weights = goals.map { sheet.figure($0, GoalTable.weight) }
    let cells = zip(goals, weights).compactMap { $1 == nil ? nil : sheet.address($0, GoalTable.weight) }
    let total = GoalWeights(
      figures: weights.compactMap { $0 }, isIncomplete: weights.contains(nil), required: full,
      spoken: { "\(sheet.spokenName)各目标权重合计 \($0)，应为 \(full)" }, cells: cells)
    let ofGoals = goals.indices.compactMap { index in
      weights[index].flatMap { goal(index + 1, goals[index], worth: $0, of: full, on: sheet) }
    }
    return [total] + ofGoals
  }

  /// nil where no indicator says that it serves this goal.
  private static func goal(
    _ number: Int, _ line: String, worth weight: Figure, of full: Figure, on sheet: SheetReading
  ) -> GoalWeights? {
    let indicators = sheet.countedLines.filter { $0.goal == number }
    let points = LinePoints(of: indicators, in: .points)
    guard !indicators.isEmpty,
      let required = weight.rational.multiplied(by: Rational(Int64(sheet.policy.scoring.indicatorPoints)))?
        .divided(by: full.rational)?.rounded(decimals: Figure.maximumDecimals)?.trimmed
    else { return nil }
    let name = "\(sheet.form.goalTable?.lines?.placeholder ?? "")\(number)"
    return GoalWeights(
      figures: points.figures, isIncomplete: !points.blank.isEmpty, required: required,
      spoken: { "\(sheet.spokenName)\(name)权重 \(weight)，其下指标分值合计 \($0)" },
      cells: [sheet.address(line, GoalTable.weight)] + points.filled)
  }

  var look: Look? {
    guard let sum = WrittenSum(exactly: figures) else { return nil }
    if isIncomplete, sum.figure < required { return .agrees }
    return sum.mustBe(required, spoken: spoken(sum.figure), at: cells)
  }
}
