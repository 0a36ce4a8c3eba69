import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let b02ZeroBudget = AuditRule(
    RuleCard(
      "B02", "预算为零", severity: .error,
      why: "全年预算数为 0 时执行率没有意义，预算执行得分无从算起；多半是预算数漏填或填错。",
      remedy: "核对预算数；没有调整预算的，全年预算数按年初预算数填写。",
      sources: [.departmentSheet("执行率（B/A）栏"), .projectSheet("执行率栏"), .customary("预算数为零时不计算执行得分")]
    ),
    method: "查制度公式所除的预算数：填了 0 即报告。空白不是 0，由必填检查处理。",
    examples: [
      .passes(["self/total/budget": "716.83", "self/total/executed": "716.83"]),
      .passes(["self/total/initial": "52.75", "self/total/executed": "50.82"]),
      .fails(
        ["self/total/initial": "264.01", "self/total/budget": "0", "self/total/score": "10"],
        .at("self/total/budget", "自评表全年预算数为 0，算不出执行率，预算执行不能得 10 分。")),
      .fails(
        ["project-1/project/name": "冷链物流", "project-1/total/initial": "0", "project-1/total/executed": "12.6"],
        .at("project-1/total/initial", "项目“冷链物流”年初预算数为 0，算不出执行率和预算执行得分。")),
      .cannotLook(["self/total/executed": "716.83"]),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets, missing: "全年预算数") { sheet in
      guard let base = dossier.executionBase(of: sheet), let budget = dossier.calculation.figure(at: base) else {
        return nil
      }
      guard budget.isZero else { return .agrees }
      let execution = BudgetExecution(of: sheet)
      let caption = base == execution.budget ? "全年预算数" : "年初预算数"
      let score = dossier.calculation.figure(at: execution.score)
      let consequence = score.map { "算不出执行率，预算执行不能得 \($0) 分" } ?? "算不出执行率和预算执行得分"
      return .breaks(
        Finding(
          at: base, execution.score, message: "\(sheet.spokenName)\(caption)为 0，\(consequence)。",
          derivation: "\(budget) = 0, \(score?.description ?? "-")"))
    }
  }
}
