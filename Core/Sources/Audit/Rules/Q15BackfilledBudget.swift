import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let q15BackfilledBudget = AuditRule(
    RuleCard(
      "Q15", "执行低而执行得分高", severity: .warning,
      why: "全年预算数照执行数填，执行率总是 100%，执行得分白得；年初预算没有用完的事实就看不见了。",
      remedy: "按下达的预算调整文件填写全年预算数；确有调整的，写明调整的文号和原因。",
      sources: [.projectSheet("年初预算数、全年预算数、全年执行数栏"), .customary("全年预算数以批复和调整文件为准，不得按执行数倒填")]
    ),
    method: """
      全年预算数与全年执行数恰好相等，而执行数不到年初预算数的 80%，即报告；超过年初预算数 120% 的，年中追加是常有的事，只提示。\
      表上有执行原因栏的由 H20 处理；指标得分率高于执行得分率的由 B22 处理。
      """,
    examples: [
      .passes(["self/total/initial": "684.6", "self/total/budget": "680.15", "self/total/executed": "680.15"]),
      .passes(["project-1/total/initial": "400", "project-1/total/budget": "150", "project-1/total/executed": "119.34"]
      ),
      .passes(["project-1/total/initial": "400", "project-1/total/budget": "400", "project-1/total/executed": "119.34"]
      ),
      .fails(
        [
          "project-1/project/name": "招商引资", "project-1/total/initial": "400", "project-1/total/budget": "119.34",
          "project-1/total/executed": "119.34",
        ],
        .at(
          "project-1/total/budget",
          "项目“招商引资”全年预算数与执行数都是 119.34 万元，执行率 100%；按年初预算数 400 万元算只有 29.84%，请核对全年预算数是不是按执行数填的。")),
      .fails(
        ["self/total/initial": "124.08", "self/total/budget": "194.72", "self/total/executed": "194.72"],
        .at(
          "self/total/budget", "自评表全年预算数与执行数都是 194.72 万元，执行率 100%；按年初预算数 124.08 万元算达 156.93%，请核对全年预算数是不是按执行数填的。")),
      .cannotLook(["self/total/budget": "194.72", "self/total/executed": "194.72"]),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets, missing: "年初预算数、全年预算数和全年执行数") { sheet in
      guard let initial = dossier.sum("年初预算数", [BudgetExecution(of: sheet).initial]),
        let pair = dossier.budgetAndExecuted(of: sheet),
        let percent = pair.executed.sum.exact.divided(by: initial.sum.exact)?.multiplied(by: Rational(100))
      else { return nil }
      let isLow = percent < Rational(80)
      guard pair.areEqual, isLow || percent > Rational(120), !sheet.has("total", "reason") else { return .agrees }
      let executed = pair.executed.sum.figure
      return .breaks(
        Finding(
          at: (pair.budget.cells + pair.executed.cells + initial.cells).map { .cell($0) },
          """
          \(sheet.spokenName)全年预算数与执行数都是 \(pair.executed.amount)，执行率 100%；按\(initial.spoken)\
          算\(isLow ? "只有" : "达") \(percent.spoken(2))%，请核对全年预算数是不是按执行数填的。
          """,
          derivation:
            "\(executed) = \(pair.budget.sum.figure)；\(executed) ÷ \(initial.sum.figure) = \(percent.spoken(2))%",
          severity: isLow ? nil : .info))
    }
  }
}
