import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h05GoalResult = AuditRule(
    RuleCard(
      "H05", "总体目标完成情况未写好", severity: .warning,
      why: "完成情况照抄目标，等于没有说做了什么、做到什么程度。",
      remedy: "写明全年实际做了什么、达到什么结果，有数字的写数字。",
      sources: [.departmentSheet("年度总体目标：全年实际完成情况"), .projectSheet("年度总体目标：实际完成情况")]
    ),
    method: "完成情况与目标逐字比较（不计空格、标点和全角半角），相同即报告；填了目标而完成情况空白的，制度规定必填时由 H01 处理。",
    examples: [
      .passes([
        "self/goal/target": "按规定开支，专款专用，搞好商务工作。", "self/goal/actual": "签约八十四个项目，改造一处农贸市场，补贴以旧换新一千二百台。",
      ]),
      .passes(["project-1/goal/target": "引进过亿项目五个", "project-1/goal/actual": "引进过亿项目四个"]),
      .fails(
        ["self/goal/target": "按规定开支，专款专用，搞好商务工作。", "self/goal/actual": "按规定开支、专款专用，搞好商务工作"],
        .at("self/goal/actual", "自评表的实际完成情况与目标完全相同，请写明实际结果。")),
      .fails(
        [
          "project-1/project/name": "储备粮", "project-1/goal/target": "确保县级储备粮油正常运转 ",
          "project-1/goal/actual": "确保县级储备粮油正常运转。",
        ],
        .at("project-1/goal/actual", "项目“储备粮”的实际完成情况与目标完全相同，请写明实际结果。")),
      .fails(
        ([
          "project-1/project/name": "水质监测", "project-1/goals.1/target": "取得全年监测数据",
          "project-1/goals.1/actual": "取得十次采样的数据", "project-1/goals.2/target": "保障公众用水安全",
          "project-1/goals.2/actual": "保障公众用水安全。",
        ] as ExampleFiling).under(.exampleWithGoals),
        .at("project-1/goals.2/actual", "项目“水质监测”的实际完成情况与目标完全相同，请写明实际结果。")),
      .cannotLook(["self/goal/target": "按规定开支，专款专用，搞好商务工作。"]),
    ]
  ) { dossier in
    let goals = dossier.scoredSheets.flatMap { sheet in sheet.goalRows.map { (sheet, $0) } }
    return Verdict(over: goals, missing: "年度总体目标和完成情况") { sheet, row in
      let (target, actual) = (sheet.text(row, GoalTable.target), sheet.text(row, GoalTable.actual))
      guard !target.isBlank, !actual.isBlank else { return nil }
      guard target.lettersAlone == actual.lettersAlone else { return .agrees }
      return .breaks(
        Finding(
          at: sheet.address(row, GoalTable.actual), sheet.address(row, GoalTable.target),
          message: "\(sheet.spokenName)的实际完成情况与目标完全相同，请写明实际结果。", derivation: "="))
    }
  }
}

extension String {
  /// Letters and digits only.
  fileprivate var lettersAlone: String { String(narrow.filter { $0.isLetter || $0.isNumber }) }
}
