import Evaluation

/// A filing of the example county filled from top to bottom, with two projects and both reports.
enum FilledFiling {
  static let unit = FilingUnit(code: "201001", name: "示例县商务局", kind: .lead)

  static func make(policies: PolicySet = .example) -> Filing {
    var filing = Filing(blank: unit, year: 2024, policies: policies)
    filing = filing.applying([.addProject, .addProject] + funds + declared).filing
    filing = filing.applying(indicators(on: "self", departmentLines)).filing
    for project in ["project-1", "project-2"] {
      filing = filing.applying(indicators(on: project, projectLines)).filing
    }
    let outcome = filing.applying(cells.map(set))
    precondition(outcome.problems.isEmpty && outcome.conflicts.isEmpty, "\(outcome.problems)")
    filing = outcome.filing
    filing.attached = ["report"]
    return filing
  }

  private static func set(_ cell: (String, String)) -> Edit {
    guard let address = CellAddress(cell.0) else { preconditionFailure("no address: \(cell.0)") }
    return .set(address, text: cell.1, was: nil)
  }

  private static let declared = [set(("base/buildings/none", "是"))]
  private static let funds = (1...4).map { _ in Edit.addLine(sheet: "base", under: "specialFunds") }

  /// Adds the lines first, then types into them: r1, r2 and so on.
  private static func indicators(on sheet: String, _ lines: [[String]]) -> [Edit] {
    lines.map { .addLine(sheet: sheet, under: $0[0]) }
      + lines.enumerated().flatMap { number, line in
        zip(IndicatorColumn.allCases, line.dropFirst()).map { column, text in
          .set(CellAddress(sheet, "r\(number + 1)", column.rawValue), text: text, was: nil)
        }
      }
  }

  private static let departmentLines = [
    ["quantity", "农贸市场改造支出", "77.7万元", "77.7万元", "5", "5"],
    ["quantity", "家电以旧换新补贴", "28.5万元", "28.5万元", "5", "5"],
    ["quality", "支出合规率", "100%", "100%", "20", "20"],
    ["timeliness", "支付及时率", "100%", "100%", "10", "10"],
    ["cost", "基本支出成本", "≤106.2万元", "112.6万元", "10", "8", "办公用房维修超出年初安排，下年度列入预算并按季核对。"],
    ["economic", "工资发放率", "100%", "100%", "15", "15"],
    ["social", "政策知晓率", "≥95%", "86%", "15", "13", "宣传次数不足，下年度增加入户宣传。"],
    ["satisfaction", "服务对象满意率", "≥90%", "97%", "10", "10"],
  ]
  private static let projectLines = [
    ["quantity", "改造市场", "1个", "1个", "30", "30"], ["quality", "验收合格率", "100%", "100%", "20", "20"],
    ["social", "受益商户", "≥60户", "64户", "30", "30"], ["satisfaction", "商户满意率", "≥90%", "88%", "10", "9", "通道施工影响经营。"],
  ]

  private static let cells: [(String, String)] = [
    ("base/staff/posts", "20"), ("base/staff/actual", "17"),
    ("base/reception/last", "2.28"), ("base/reception/budget", "2"), ("base/reception/final", "0.31"),
    ("base/businessWork/last", "72.08"), ("base/businessWork/budget", "74"), ("base/businessWork/final", "27"),
    ("base/maintenance/last", "95.44"), ("base/specialFunds/last", "8394.85"),
    ("base/r1/name", "农贸市场改造专项资金"), ("base/r1/final", "77.7"), ("base/r2/name", "企业补助专项资金"),
    ("base/r2/final", "97.3"), ("base/r3/name", "废旧物资回收站点规范专项资金"), ("base/r3/final", "14.5"),
    ("base/r4/name", "家电以旧换新专项资金"), ("base/r4/final", "28.5"),
    ("base/operatingExpense/last", "258.83"), ("base/operatingExpense/budget", "90.76"),
    ("base/operatingExpense/final", "221.98"), ("base/officeExpense/last", "5.81"),
    ("base/officeExpense/budget", "12.5"), ("base/officeExpense/final", "5.89"),
    ("base/utilitiesAndTravel/final", "20.07"), ("base/meetingsAndTraining/final", "1.71"),
    ("base/procurement/last", "12.6"), ("base/procurement/final", "31"),
    ("base/basicExpenditure/last", "504.19"), ("base/basicExpenditure/budget", "264.01"),
    ("base/basicExpenditure/final", "471.83"),
    ("base/economyMeasures/text", "支出先审后批，接待用餐统一在机关食堂安排，公车只用于下乡和应急；每季度公示一次接待、用车和办公费的执行情况。"),
    ("self/total/initial", "264.01"), ("self/total/budget", "716.83"), ("self/total/executed", "716.83"),
    ("self/income/generalBudget", "591.97"), ("self/income/governmentFund", "109.35"), ("self/income/other", "15.52"),
    ("self/spending/basic", "471.83"), ("self/spending/project", "245"),
    ("self/goal/target", "管好用好预算资金，\n推进市场建设、电商服务和招商引资。"),
    ("self/goal/actual", "农贸市场改造按期完工；以旧换新补贴全部兑付；新增限额以上商贸企业 6 家，全年社会消费品零售总额增长 5.6%。"),
    ("project-1/project/name", "农贸市场改造"), ("project-1/project/department", "示例县商务局"),
    ("project-1/project/implementer", "市场建设股"), ("project-1/fiscal/initial", "80"),
    ("project-1/fiscal/budget", "77.7"), ("project-1/fiscal/executed", "77.7"),
    ("project-1/goal/target", "完成一处市场改造。"), ("project-1/goal/actual", "已完工并投入使用。"),
    ("project-1/footer/preparer", "张三"), ("project-1/footer/phone", "13800138001"),
    ("project-2/project/name", "家电以旧换新"), ("project-2/fiscal/budget", "30"),
    ("project-2/fiscal/executed", "28.5"),
    ("report/overview/text", "　　主要职责是市场建设、电子商务和招商引资。\n　　内设股室 4 个，所属事业单位 1 个。\n\n年末在职 {{base/staff/actual}} 人。"),
    ("report/basic/text", "全年基本支出{{base/basicExpenditure/final}}万元，其中公用经费{{base/operatingExpense/final}}万元。"),
    ("report/performance/text", "自评得分{{self/sum/score}}分，预算执行率{{self/total/rate}}。"),
    ("report/problems/text", "部分项目支付集中在四季度。"),
    ("projectReport/targets/text", "两个项目共支出{{base/specialFunds/final}}万元，联系人{{project-1/footer/preparer}}。"),
  ]
}
