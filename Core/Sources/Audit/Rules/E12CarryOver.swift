import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let e12CarryOver = AuditRule(
    RuleCard(
      "E12", "上年结转多于上年结余", severity: .warning,
      why: "本年的上年结转资金只能来自上年没有用完的部分；比上年结余还多，两年之中有一个数不对。",
      remedy: "核对本年的上年结转资金和上年的全年预算数、执行数；有其他来源的写在其他资金，或说明原因。",
      sources: [.projectSheet("上年结转资金行"), .customary("结转与上年结余衔接")]
    ),
    method: """
      同名项目的本年上年结转资金（先看全年预算数，没有的看年初预算数）不得多于上年填报的年度资金总额全年预算数减全年执行数。\
      少于结余的，可能已由财政收回，不报告；上年执行数大于预算数的不比较。
      """,
    examples: [
      .passes(
        ([
          "project-1/project/name": "县级储备粮", "project-1/carryOver/budget": "20",
        ] as ExampleFiling).after([
          "project-1/project/name": "县级储备粮", "project-1/total/budget": "300", "project-1/total/executed": "280",
        ])),
      .passes(
        ([
          "project-1/project/name": "2024年县级储备粮", "project-1/carryOver/budget": "0",
        ] as ExampleFiling).after([
          "project-1/project/name": "2023年县级储备粮项目", "project-1/total/budget": "300",
          "project-1/total/executed": "280",
        ])),
      .fails(
        ([
          "project-1/project/name": "县级储备粮", "project-1/carryOver/budget": "50",
        ] as ExampleFiling).after([
          "project-1/project/name": "县级储备粮", "project-1/total/budget": "300", "project-1/total/executed": "280",
        ]), .at("project-1/carryOver/budget", "项目“县级储备粮”上年结转资金 50 万元，超过上年填报的年末结余 20 万元，相差 30 万元。")),
      .fails(
        ([
          "project-1/project/name": "县级储备粮", "project-1/carryOver/initial": "12.5",
        ] as ExampleFiling).after([
          "project-1/project/name": "县级储备粮", "project-1/total/budget": "300", "project-1/total/executed": "300",
        ]), .at("project-1/carryOver/initial", "项目“县级储备粮”上年结转资金 12.5 万元，超过上年填报的年末结余 0 万元，相差 12.5 万元。")),
      .cannotLook(["project-1/project/name": "县级储备粮", "project-1/carryOver/budget": "50"]),
    ]
  ) { dossier in
    guard let last = dossier.companions.lastYear else { return .withoutLastYear() }
    let sheets = PairedSheets.all(dossier, last.dossier).filter { $0.now.form.kind == .projectEvaluation }
    return Verdict(over: sheets, missing: "同名项目的上年结转资金和上年结余") { pair in
      let name = "\(pair.now.spokenName)上年结转资金"
      guard pair.now.policy.amounts.unit == pair.before.policy.amounts.unit,
        let carried = dossier.stated(name, pair.now.address("carryOver", "budget"))
          ?? dossier.stated(name, pair.now.address("carryOver", "initial")),
        let closing = last.dossier.closing(of: pair.before)
      else { return nil }
      return carried.mustNotExceed(NamedSum(name: "\(last.spoken)的年末结余", cells: [], sum: closing, unit: carried.unit))
        .map { look in
          guard case .breaks(let finding) = look else { return look }
          let own = Finding(at: carried.cells.map { .cell($0) }, finding.message, derivation: finding.derivation)
          let cells = BudgetExecution(of: pair.before)
          return Look.breaks(own).adding(last.places(of: [cells.budget, cells.executed]).map { .companion($0) })
        }
    }
  }
}

extension Dossier {
  /// What was left of a project's budget at the end of the year; nil where that is not known or less than nothing.
  fileprivate func closing(of sheet: SheetReading) -> WrittenSum? {
    let cells = BudgetExecution(of: sheet)
    guard let budget = sum("", [cells.budget])?.sum, let executed = sum("", [cells.executed])?.sum,
      executed.exact <= budget.exact,
      let spent = Figure(unscaled: -executed.figure.unscaled, decimals: executed.figure.decimals)
    else { return nil }
    return WrittenSum([(budget.figure, budget.slack), (spent, executed.slack)])
  }
}
