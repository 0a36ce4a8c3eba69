import Evaluation
import Reading
import Rules

extension AuditRule {
  static let b01ExecutionScore = arithmetic(
    RuleCard(
      "B01", "预算执行得分算错", severity: .error,
      why: "预算执行得分由执行率按公式算出，不由人评定；另填一个数，总分就不可比。",
      remedy: "按“分值 × 全年执行数 ÷ 全年预算数”改正得分，最高为满分；金额填错的改正金额。",
      sources: [
        .departmentSheet("执行率、得分栏"), .projectSheet("执行率、得分栏"), .evaluationMeasures("预算执行率指标的计分"),
      ]
    ),
    method: """
      按制度的公式用表上金额重算，与所填得分比较。金额末位和得分末位的四舍五入不算差错；金额未填而填了执行率的，按执行率计算。\
      预算数为 0 的由 B02 处理，得分超过分值的由 A20 处理。
      """,
    examples: [
      .passes(["self/total/budget": "716.83", "self/total/executed": "716.83", "self/total/score": "10"]),
      .passes(["self/total/initial": "194.72", "self/total/executed": "167.84", "self/total/score": "8.62"]),
      .passes(["project-1/total/budget": "0.31", "project-1/total/executed": "0.23", "project-1/total/score": "7.45"]),
      .fails(
        [
          "project-1/project/name": "招商引资", "project-1/total/budget": "119.34", "project-1/total/executed": "119.34",
          "project-1/total/score": "7",
        ],
        .at("project-1/total/score", "项目“招商引资”预算执行得 7 分，按规则应得 10 分（119.34 ÷ 119.34）。")),
      .fails(
        ["self/total/rate": "86.19", "self/total/score": "10"],
        .at("self/total/score", "自评表预算执行得 10 分，按规则应得 8.62 分（执行率 86.19%）。")),
      .cannotLook(["self/total/budget": "716.83", "self/total/executed": "716.83"]),
    ]
  ) { dossier in
    ArithmeticChecks(dossier.scoredSheets.map { .execution($0) }, missing: "全年预算数、全年执行数和预算执行得分")
  }
}

extension Dossier {
  /// A finding where the points for budget execution are not what the policy's formula gives.
  func look(atExecutionOf sheet: SheetReading) -> Look? {
    guard !calculation.isComputed(at: BudgetExecution(of: sheet).score) else { return .agrees }
    guard let execution = executionScore(of: sheet) else { return nil }
    guard !execution.isRight, !execution.isAboveFull else { return .agrees }
    return .breaks(
      Finding(
        at: execution.cells.map { .cell($0) },
        "\(sheet.spokenName)预算执行得 \(execution.score) 分，按规则应得 \(execution.right) 分（\(execution.working)）。",
        derivation: "\(execution.working) → \(execution.right) ≠ \(execution.score)"))
  }
}
