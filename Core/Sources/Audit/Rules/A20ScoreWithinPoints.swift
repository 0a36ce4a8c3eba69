import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let a20ScoreWithinPoints = AuditRule(
    RuleCard(
      "A20", "得分超出范围", severity: .error,
      why: "分值是一项最多能得的分；得分超过分值或为负，总得分即不可信。",
      remedy: "核对该项的分值与得分，改正填错的一个。",
      sources: [LegalSource("部门整体支出绩效自评表", clause: "分值栏与得分栏"), LegalSource("项目支出绩效自评表", clause: "分值栏与得分栏")]
    ),
    method: "逐条三级指标和预算执行行比较分值与得分；分值空白时只查得分是否为负，得分空白则不查。",
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "quality | 验收合格率 | 100% | 0% | 5 | 0 | 尚未验收")),
      .passes(["self/total/points": "10", "self/total/score": "8.62"]),
      .fails(
        .indicators("social | 政策知晓率 | ≥90% | 92% | 15 | 16 |"),
        .at("self/social.1/score", "政策知晓率得 16 分，超过分值 15，多 1 分。")),
      .fails(
        .indicators(
          "cost | 改造成本 | ≤106.2万元 | 230万元 | 10 | -2 | 设计变更",
          and: ["self/total/points": "10", "self/total/score": "11.7"]),
        .at("self/total/score", "预算执行得 11.7 分，超过分值 10，多 1.7 分。"),
        .at("self/cost.1/score", "改造成本得 -2 分，得分不能为负。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5")),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.flatMap(ScoredRow.all), missing: "得分", look: \.look)
  }
}

/// A row with points and a score: budget execution or an indicator.
private struct ScoredRow {
  let name: String
  let points: Figure?
  let score: Figure
  let cells: (score: CellAddress, points: CellAddress)

  static func all(of sheet: SheetReading) -> [ScoredRow] {
    let execution = BudgetExecution(of: sheet)
    let first = sheet.figure("total", "score").map {
      ScoredRow(
        name: "预算执行", points: sheet.figure("total", "points"), score: $0, cells: (execution.score, execution.points))
    }
    let rest = sheet.indicators.compactMap { line in
      line.score.map {
        ScoredRow(
          name: line.title, points: line.points, score: $0, cells: (line.address(.score), line.address(.points)))
      }
    }
    return [first].compactMap { $0 } + rest
  }

  var look: Look? {
    if score.isNegative {
      return .breaks(Finding(at: cells.score, message: "\(name)得 \(score) 分，得分不能为负。", derivation: "\(score) < 0"))
    }
    guard let points, let surplus = WrittenSum(exactly: [score])?.gap(to: points), surplus.isExcess else {
      return .agrees
    }
    return .breaks(
      Finding(
        at: cells.score, cells.points, message: "\(name)得 \(score) 分，超过分值 \(points)，多 \(surplus.figure) 分。",
        derivation: "\(score) > \(points)"))
  }
}
