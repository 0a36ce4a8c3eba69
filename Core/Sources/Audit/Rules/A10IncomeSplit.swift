import Evaluation
import Reading
import Rules

extension AuditRule {
  static let a10IncomeSplit = arithmetic(
    RuleCard(
      "A10", "收入性质分项合计不符", severity: .error,
      why: "一般公共预算、政府性基金、专户非税收入和其他资金合起来就是全年预算数；不等则资金来源没有交代清楚。",
      remedy: "核对各项收入与全年预算数；没有调整后预算的，全年预算数按年初预算数填写。",
      sources: [LegalSource("部门整体支出绩效自评表", clause: "年度预算申请的“按收入性质分”栏")]
    ),
    method: """
      以全年预算数（空白时以年初预算数）比较各项收入之和，表上另写了“按收入性质分”合计的也须与各项之和相符；空白的一项按没有处理，各项全空则无法核对。\
      差额小于各数末位一半之和时视为四舍五入。
      """,
    examples: [
      .passes([
        "self/total/budget": "716.83", "self/income/total": "716.83", "self/income/generalBudget": "591.97",
        "self/income/governmentFund": "109.35", "self/income/other": "15.52",
      ]),
      .passes(["self/total/initial": "194.72", "self/income/generalBudget": "194.56", "self/income/other": "0.16"]),
      .fails(
        [
          "self/total/budget": "716.83", "self/income/generalBudget": "591.97", "self/income/governmentFund": "109.35",
        ],
        .at("self/total/budget", "全年预算数 716.83 万元，各项收入之和 701.32 万元，相差 15.51 万元。")),
      .fails(
        [
          "self/total/initial": "264.01", "self/total/budget": "482.36", "self/income/total": "264.01",
          "self/income/generalBudget": "482.36",
        ],
        .at("self/income/total", "按收入性质分合计 264.01 万元，各项收入之和 482.36 万元，相差 218.35 万元。")),
      .cannotLook(["self/total/budget": "716.83", "self/income/total": "716.83"]),
    ]
  ) { dossier in
    guard let sheet = dossier.departmentSheet else { return ArithmeticChecks(missing: "自评表") }
    return dossier.split(
      "income", on: sheet, named: "按收入性质分合计", parts: "各项收入之和",
      of: .wholeYearBudget(of: sheet))
  }
}

extension Dossier {
  /// Compares an amount of the total row, and a sum written beside its split, with the parts of the split.
  func split(
    _ row: String, on sheet: SheetReading, named name: String, parts partsName: String,
    of whole: AmountTerm
  ) -> ArithmeticChecks {
    let cells = splitParts(row, of: sheet)
    // A part that a file shows nowhere may be all that is missing.
    guard cells.allSatisfy(shows) || !cells.contains(where: shows) else { return ArithmeticChecks(missing: partsName) }
    let parts = AmountTerm.sum(partsName, cells)
    return ArithmeticChecks(
      [.equal(whole, parts), .equal(.stated(name, sheet.address(row, "total")), parts)],
      missing: amount(parts) == nil ? partsName : "全年预算数或全年执行数")
  }

  /// The parts that a split of 自评表 has on this form.
  func splitParts(_ row: String, of sheet: SheetReading) -> [CellAddress] {
    sheet.definitions.map(\.address).filter { $0.row == row && $0.column != "total" }
  }
}
