import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let c18DepartmentAndProjectScores = AuditRule(
    RuleCard(
      "C18", "部门得分与项目得分相差较大", severity: .info,
      why: "项目做得好坏会反映到部门整体；两者相差很大时，复核人会问哪一边打得不实。",
      remedy: "对照各项目的得分检查部门整体的得分；确有原因的，在报告中说明。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "总分行的得分栏"), LegalSource("项目支出绩效自评表", clause: "总分行的得分栏"),
      ]
    ),
    method: "各项目总得分以全年执行数加权平均，与部门总得分相差超过 10 分时提醒。只取得分已填齐、执行数大于零的项目；部门得分未填齐则无法核对。",
    examples: [
      .passes([
        "self/sum/score": "96", "project-1/sum/score": "80", "project-1/total/executed": "20.06",
        "project-2/sum/score": "95", "project-2/total/executed": "197.94",
      ]),
      .passes(["self/sum/score": "96", "project-1/sum/score": "86", "project-1/total/executed": "77.7"]),
      .fails(
        ["self/sum/score": "96", "project-1/sum/score": "85.5", "project-1/total/executed": "77.7"],
        .at("self/sum/score", "部门总得分 96，各项目得分平均 85.5，相差 10.5 分。")),
      .fails(
        [
          "self/sum/score": "78", "project-1/sum/score": "80", "project-1/total/executed": "20",
          "project-2/sum/score": "95", "project-2/total/executed": "180",
        ],
        .at("self/sum/score", "部门总得分 78，各项目得分平均 93.5，相差 15.5 分。")),
      .cannotLook(["self/sum/score": "96", "project-1/sum/score": "60"]),
    ]
  ) { dossier in
    guard let sheet = dossier.departmentSheet, sheet.isFullyScored, let score = sheet.figure("sum", "score"),
      let mean = WeightedScore(dossier.projectSheets.filter(\.isFullyScored)),
      let exact = score.rational.subtracting(mean.exact)?.magnitude,
      let gap = exact.rounded(decimals: 2)?.trimmed, let average = mean.exact.rounded(decimals: 2)?.trimmed
    else { return .notCheckable(missing: ["部门总得分", "各项目总得分和全年执行数"]) }
    guard exact > Rational(10) else { return .pass }
    return .fail([
      Finding(
        at: ([sheet.address("sum", "score")] + mean.cells).map { .cell($0) },
        "部门总得分 \(score)，各项目得分平均 \(average)，相差 \(gap) 分。", derivation: "\(mean.working) = \(average) ≠ \(score)")
    ])
  }
}

/// The mean of the projects' scores, weighted by what each one spent.
private struct WeightedScore {
  let exact: Rational
  let cells: [CellAddress]
  /// "(80 × 20 + 95 × 180) ÷ 200"
  let working: String

  /// nil where no project has both a score and spending.
  init?(_ sheets: [SheetReading]) {
    var (points, weight) = (Rational.zero, Rational.zero)
    var terms: [String] = []
    var cells: [CellAddress] = []
    for sheet in sheets {
      guard let score = sheet.figure("sum", "score"), let spent = sheet.figure("total", "executed"), spent > 0,
        let share = score.rational.multiplied(by: spent.rational), let nextPoints = points.adding(share),
        let nextWeight = weight.adding(spent.rational)
      else { continue }
      (points, weight) = (nextPoints, nextWeight)
      terms.append("\(score) × \(spent)")
      cells.append(sheet.address("sum", "score"))
    }
    guard let mean = points.divided(by: weight), let total = weight.rounded(decimals: Figure.maximumDecimals)?.trimmed
    else { return nil }
    self.exact = mean
    self.cells = cells
    working = "(\(terms.joined(separator: " + "))) ÷ \(total)"
  }
}

extension SheetReading {
  /// No indicator that is begun lacks its score, and a computed total has all points beneath it.
  fileprivate var isFullyScored: Bool {
    guard LinePoints(of: indicators, in: .score).blank.isEmpty else { return false }
    let all = Rational(Int64(policy.scoring.executionPoints + policy.scoring.indicatorPoints))
    return !isComputed("sum", "score") || value("sum", "points") == all
  }
}
