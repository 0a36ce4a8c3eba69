import Evaluation
import Reading
import Rules

extension AuditRule {
  static let a09ExecutionRate = arithmetic(
    RuleCard(
      "A09", "预算执行率算错", severity: .error,
      why: "执行率等于全年执行数除以全年预算数，是预算执行得分的依据；算错则得分也错。",
      remedy: "核对全年预算数和全年执行数，按“全年执行数 ÷ 全年预算数”改正执行率。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "年度资金总额行的执行率(B/A)栏"),
        LegalSource("项目支出绩效自评表", clause: "年度资金总额行的执行率栏"),
      ]
    ),
    method: "自评表和每张项目支出自评表都查，表上各资金来源另写了执行率的也查。全年预算数空白时以年初预算数为分母；制度规定了分母的按制度。所写比率和金额末位的四舍五入不算差错。缺任一数，或分母为零，则无法核对。",
    examples: [
      .passes(["self/total/budget": "716.83", "self/total/executed": "716.83", "self/total/rate": "100"]),
      .passes(["self/total/initial": "400", "self/total/executed": "119.34", "self/total/rate": "29.8"]),
      .passes([
        "project-1/project/name": "冷链物流", "project-1/total/initial": "500", "project-1/total/budget": "360.5",
        "project-1/total/executed": "324.45", "project-1/total/rate": "90",
      ]),
      .fails(
        ["self/total/budget": "860.4", "self/total/executed": "795.22", "self/total/rate": "95.22"],
        .at("self/total/rate", "自评表执行率 95.22%，795.22 ÷ 860.4 应为 92.42%，相差 2.8 个百分点。")),
      .fails(
        [
          "self/total/budget": "716.83", "self/total/executed": "716.83", "self/total/rate": "100",
          "project-1/project/name": "冷链物流", "project-1/total/budget": "360.5", "project-1/total/executed": "324.45",
          "project-1/total/rate": "100",
        ],
        .at("project-1/total/rate", "项目“冷链物流”执行率 100%，324.45 ÷ 360.5 应为 90%，相差 10 个百分点。")),
      .cannotLook(["self/total/budget": "716.83", "self/total/rate": "100"]),
    ]
  ) { dossier in
    let checks = dossier.scoredSheets.flatMap { sheet in
      let cells = BudgetExecution(of: sheet)
      let total = ArithmeticCheck.rate(
        WrittenRate(
          name: "\(sheet.spokenName)执行率", rate: cells.rate, part: cells.executed,
          whole: dossier.executionBases(of: sheet)))
      return [total] + dossier.ratesOfParts(on: sheet)
    }
    return ArithmeticChecks(checks, missing: "全年预算数、全年执行数和执行率")
  }
}

extension Dossier {
  /// The rates that sources of the money have beside the total's, where they are not the total's once more.
  fileprivate func ratesOfParts(on sheet: SheetReading) -> [ArithmeticCheck] {
    let total = calculation.text(at: BudgetExecution(of: sheet).rate)
    return sheet.definitions.filter { $0.address.column == "rate" && $0.address.row != "total" }.compactMap { cell in
      let row = cell.address.row
      let whole = ["budget", "initial"].filter { sheet.has(row, $0) }.map { sheet.address(row, $0) }
      guard sheet.has(row, "executed"), !whole.isEmpty, calculation.text(at: cell.address) != total else { return nil }
      return .rate(
        WrittenRate(
          name: "\(sheet.spokenName)资金来源的执行率", rate: cell.address, part: sheet.address(row, "executed"), whole: whole))
    }
  }
}
