import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let q13ProjectsSpentExactly = AuditRule(
    RuleCard(
      "Q13", "每个项目都恰好执行完", severity: .info,
      why: "几个项目的预算都一分不差地花完，实际工作中很少见，多半是全年预算数按执行数填的。",
      remedy: "按下达的指标文件核对每个项目的全年预算数；确实收回结余、预算相应调减的，不必修改。",
      sources: [.projectSheet("全年预算数、全年执行数栏"), .customary("执行率全部恰好为 100% 的列为复核对象")]
    ),
    method: """
      看填了全年预算数和全年执行数的项目支出自评表（年度资金总额空白的，按各项资金相加）；有三个以上，且个个恰好相等，即提示一次。\
      只有一两个项目的不提示。年初预算与此相差很大的，由 Q15 逐个处理。
      """,
    examples: [
      .passes([
        "project-1/total/budget": "120", "project-1/total/executed": "120", "project-2/total/budget": "45.5",
        "project-2/total/executed": "45.5",
      ]),
      .passes([
        "project-1/total/budget": "120", "project-1/total/executed": "120", "project-2/total/budget": "45.5",
        "project-2/total/executed": "45.5", "project-3/total/budget": "60", "project-3/total/executed": "59.99",
      ]),
      .fails(
        [
          "project-1/total/budget": "119.34", "project-1/total/executed": "119.34", "project-2/total/budget": "45.5",
          "project-2/total/executed": "45.50", "project-3/fiscal/budget": "30", "project-3/otherFunds/budget": "18.92",
          "project-3/fiscal/executed": "30", "project-3/otherFunds/executed": "18.92",
        ],
        .at("project-1/total/executed", "3 个项目的全年执行数都恰好等于全年预算数，请核对全年预算数是不是按执行数填的。")),
      .fails(
        [
          "project-1/total/budget": "8", "project-1/total/executed": "8", "project-2/total/budget": "45.5",
          "project-2/total/executed": "45.5", "project-3/total/budget": "12.06", "project-3/total/executed": "12.06",
          "project-4/total/budget": "31", "project-4/total/executed": "31", "project-5/total/executed": "0",
        ],
        .at("project-1/total/executed", "4 个项目的全年执行数都恰好等于全年预算数，请核对全年预算数是不是按执行数填的。")),
      .cannotLook(["project-1/total/executed": "119.34"]),
    ]
  ) { dossier in
    let pairs = dossier.projectSheets.compactMap { dossier.budgetAndExecuted(of: $0) }
    guard !pairs.isEmpty else { return .notCheckable(missing: ["项目的全年预算数和全年执行数"]) }
    guard pairs.count >= 3, pairs.allSatisfy(\.areEqual) else { return .pass }
    return .fail([
      Finding(
        at: pairs.flatMap { ($0.executed.cells + $0.budget.cells).map { .cell($0) } },
        "\(pairs.count) 个项目的全年执行数都恰好等于全年预算数，请核对全年预算数是不是按执行数填的。",
        derivation: pairs.map { "\($0.executed.sum.figure) = \($0.budget.sum.figure)" }.joined(separator: "；"))
    ])
  }
}
