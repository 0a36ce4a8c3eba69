import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let e10FullScoreThreeYears = AuditRule(
    RuleCard(
      "E10", "连续三年满分", severity: .info,
      why: "三年自评都是满分，复核和审计会先看目标是不是定低了、分是不是给高了。",
      remedy: "逐条核对指标值和完成值；确实都达到的不必修改。",
      sources: [.customary("连续多年自评满分的列为重点复核对象")]
    ),
    method: "部门整体支出绩效自评表的总得分，本年和前两年填报都等于总分值，即提示。前两年有一年没有填报的不查。",
    examples: [
      .passes(
        (["self/sum/points": "100", "self/sum/score": "100"] as ExampleFiling).after(
          (["self/sum/points": "100", "self/sum/score": "100"] as ExampleFiling).after([
            "self/sum/points": "100", "self/sum/score": "98.5",
          ]))),
      .passes(
        (["self/sum/points": "100", "self/sum/score": "96"] as ExampleFiling).after(
          (["self/sum/points": "100", "self/sum/score": "100"] as ExampleFiling).after([
            "self/sum/points": "100", "self/sum/score": "100",
          ]))),
      .fails(
        (["self/sum/points": "100", "self/sum/score": "100"] as ExampleFiling).after(
          (["self/sum/points": "100", "self/sum/score": "100"] as ExampleFiling).after([
            "self/sum/points": "100", "self/sum/score": "100",
          ])), .at("self/sum/score", "2022、2023、2024 年自评总得分都是满分，请再次核对。")),
      .fails(
        (["self/sum/points": "100", "self/sum/score": "100.00"] as ExampleFiling).after(
          (["self/sum/points": "90", "self/sum/score": "90"] as ExampleFiling).after([
            "self/sum/points": "100", "self/sum/score": "100",
          ])), .at("self/sum/score", "2022、2023、2024 年自评总得分都是满分，请再次核对。")),
      .cannotLook(
        (["self/sum/points": "100", "self/sum/score": "100"] as ExampleFiling).after([
          "self/sum/points": "100", "self/sum/score": "100",
        ])),
    ]
  ) { dossier in
    let years = [dossier] + dossier.companions.earlier.prefix(2).map(\.dossier)
    guard years.count == 3 else { return .withoutLastYear("本单位前两年的填报") }
    let marks = years.compactMap(\.hasFullScore)
    guard marks.count == 3, let sheet = dossier.departmentSheet else {
      return .notCheckable(missing: ["三年的总分值和总得分"])
    }
    guard marks.allSatisfy(\.self) else { return .pass }
    let spoken = years.reversed().map { String($0.filing.year) }.joined(separator: "、")
    let others = dossier.companions.earlier.prefix(2).flatMap { year in
      year.places(of: [year.dossier.departmentSheet?.address("sum", "score")].compactMap(\.self))
    }
    return .fail([
      Finding(
        at: [.cell(sheet.address("sum", "score"))] + others.map { .companion($0) }, "\(spoken) 年自评总得分都是满分，请再次核对。",
        derivation: spoken)
    ])
  }
}

extension Dossier {
  /// nil where total points or total score are not written.
  fileprivate var hasFullScore: Bool? {
    guard let sheet = departmentSheet, let points = sheet.value("sum", "points"),
      let score = sheet.value("sum", "score"), points > .zero
    else { return nil }
    return score == points
  }
}
