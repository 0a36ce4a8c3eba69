import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let h03EmptyGroup = AuditRule(
    RuleCard(
      "H03", "一级指标没有三级指标", severity: .error,
      why: "制度规定的每个一级指标都占分值，缺一个就评不满，也说不清产出、效益或满意度。",
      remedy: "在该一级指标下至少添加一条三级指标。",
      sources: [.departmentSheet("一级指标栏"), .evaluationMeasures("绩效指标全部细化到三级")]
    ),
    method: "逐张自评表检查制度规定的一级指标下有没有三级指标；空白行和零分行不算。整张表一条都没有的只报一次；读入的文件里各条分值合计已满的不报；专属成本的一级指标由 B30 处理。",
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |", "social | 政策知晓率 | ≥90% | 92% | 30 | 30 |",
          "satisfaction | 企业满意度 | ≥90% | 95% | 10 | 10 |")),
      .passes(
        .indicators(
          "quantity | 改造市场 | 1个 | 1个", "economic | 摊位增收 | ≥5% | 6%", "satisfaction | 商户满意度 | ≥90% | 95%",
          on: "project-1"
        ).without("self")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 50 | 50 |", "ecological | 无生态效益 | 无 | 无 | 0 | 0 |",
          "satisfaction | | | | |"),
        .at("sheet self", "自评表效益指标下没有三级指标。"), .at("sheet self", "自评表满意度指标下没有三级指标。")),
      .fails(["self/total/budget": "716.83"], .at("sheet self", "自评表还没有三级指标。")),
      .cannotLook(([:] as ExampleFiling).without("self")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.filter { $0.tree != nil }, each: "自评表") { sheet in
      // A table of nothing but budget execution prints no indicators that could be missing.
      guard sheet.tree?.groups.isEmpty == false else { return [] }
      guard !sheet.countedLines.isEmpty else {
        return [Finding(at: [.sheet(sheet.id)], "\(sheet.spokenName)还没有三级指标。", derivation: "0")]
      }
      // 人员类 projects share out all points among fewer groups: a table that scores 100 lacks none.
      if dossier.isFile, sheet.sharesOutAllPoints { return [] }
      return (sheet.tree?.groups ?? []).filter { group in
        !group.isCostAlone && !sheet.countedLines.contains { $0.group.id == group.id }
      }.map { group in
        Finding(at: [.sheet(sheet.id)], "\(sheet.spokenName)\(group.spokenName)下没有三级指标。", derivation: group.id)
      }
    }
  }
}

extension SheetReading {
  fileprivate var sharesOutAllPoints: Bool {
    let points = countedLines.compactMap(\.points)
    let sum = points.reduce(Rational.zero) { $0.adding($1.rational) ?? $0 }
    return sum == Rational(Int64(policy.scoring.indicatorPoints))
  }
}

extension IndicatorTree.Group {
  /// Without its points: 产出指标.
  var spokenName: String { String(label.prefix { $0 != "（" && $0 != "(" }.filter { !$0.isWhitespace }) }
}
