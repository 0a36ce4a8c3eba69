import Evaluation
import Reading
import Rules
import Testing

@testable import Audit

@Suite("Reports with the figures of published ones")
struct PublishedReportTests {
  /// A bureau's 2024 forms, exactly as they were filled in.
  static let bureau = ExampleFiling.indicators(
    "quantity | 农贸市改造 | 达标 | 77.7万元 | 5 | 5 |", "quantity | 家电以旧换新 | 达标 | 28.5万元 | 5 | 5 |",
    "quality | 支出正确率 | 100% | 100% | 20 | 20 |", "timeliness | 支出及时率 | 100% | 100% | 10 | 10 |",
    "cost | 基本支出 | 106.2万元 | 106.2万元 | 10 | 8 |", "economic | 保工资 | 100% | 100% | 15 | 15 |",
    "social | 政策知晓率 | 100% | 100% | 15 | 13 |", "satisfaction | 受益对象满意率 | 100% | 100% | 10 | 10 |",
    and: [
      "base/staff/posts": "20", "base/staff/actual": "17", "base/staff/rate": "85%", "base/threePublic/last": "2.28",
      "base/threePublic/budget": "2", "base/threePublic/final": "0.31", "base/reception/last": "2.28",
      "base/reception/budget": "2", "base/reception/final": "0.31", "base/projectExpenditure/last": "8562.37",
      "base/projectExpenditure/budget": "74", "base/projectExpenditure/final": "245", "base/businessWork/last": "72.08",
      "base/businessWork/budget": "74", "base/businessWork/final": "27", "base/maintenance/last": "95.44",
      "base/specialFunds/last": "8394.85", "base/specialFunds/final": "218", "base/operatingExpense/last": "258.83",
      "base/operatingExpense/budget": "90.76", "base/operatingExpense/final": "221.98",
      "base/officeExpense/last": "5.81", "base/officeExpense/budget": "12.5", "base/officeExpense/final": "5.89",
      "base/utilitiesAndTravel/last": "19.88", "base/utilitiesAndTravel/budget": "2.3",
      "base/utilitiesAndTravel/final": "20.07", "base/meetingsAndTraining/last": "2.92",
      "base/meetingsAndTraining/budget": "0", "base/meetingsAndTraining/final": "1.71", "base/procurement/last": "12.6",
      "base/procurement/final": "31", "base/basicExpenditure/last": "504.19", "base/basicExpenditure/budget": "264.01",
      "base/basicExpenditure/final": "471.83",
      "base/economyMeasures/text": "严格执行各项财经纪律，规范支出管理，超预算、超范围、无政策依据的经费不予支出。", "self/total/initial": "264.01",
      "self/total/budget": "716.83", "self/total/executed": "716.83", "self/total/points": "10",
      "self/total/rate": "100%", "self/total/score": "10", "self/income/total": "716.83",
      "self/spending/total": "716.83",
      "self/income/generalBudget": "591.97", "self/income/governmentFund": "109.35", "self/income/other": "15.52",
      "self/spending/basic": "471.83", "self/spending/project": "245", "self/sum/points": "100", "self/sum/score": "96",
      "self/goal/target": "按规定、按要求开支，专款专用，搞好商务工作。",
      "self/goal/actual": "围绕目标，强化工作措施，招商引资、电子商务、市场体系建设等工作取得较大进展。",
    ])

  /// A council's 2024 forms, exactly as they were filled in.
  static let council = ExampleFiling.indicators(
    "quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 | 无偏差", "quantity | 投资过亿项目 | ≥8个 | 19个 | 5 | 5 | 无偏差",
    "quantity | 开展招商洽谈活动 | \u{3000}≥30次 | 30次 | 5 | 5 | 无偏差",
    "quality | 分解招商引资任务指标 | \u{3000}＝100% | ＝100% | 5 | 5 | 无偏差",
    "quality | 拓展宣传推介渠道 | \u{3000}＝100% | ＝100% | 5 | 5 | 无偏差",
    "quality | 加强廉政教育率 | \u{3000}＝100% | ＝100% | 5 | 5 | 无偏差",
    "timeliness | 年度各项任务完成期限 | 2024年12月31日前 | 2024年12月20日前 | 10 | 10 | 无偏差",
    "cost | 预算控制率 | ≦100% | \u{3000}≦100% | 10 | 10 | \u{3000}无偏差",
    "economic | 招商引资 | 定性 | 有效推进 | 15 | 13 | 提升经济措施未到位，下年将加强措施",
    "social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 | 无偏差",
    "ecological | 无生态效益 | 无生态效益 | 无生态效益 | \u{3000}0 | 0 | 无偏差",
    "sustained | 无可持续影响 | 无可持续影响 | 无可持续影响 | \u{3000}0 | 0 | 无偏差",
    "satisfaction | 招商对象满意度 | \u{3000}≥90% | ≥90% | 10 | 10 | 无偏差",
    and: ([
      "self/total/initial": "124.08", "self/total/budget": "194.72", "self/total/executed": "194.72",
      "self/total/points": "10", "self/total/rate": "100%", "self/total/score": "10", "self/sum/points": "100",
      "self/sum/score": "98", "self/goal/target": "招商引资整体情况稳中有进", "self/goal/actual": "全区新签约项目84个，总投资80.231亿元。",
    ] as ExampleFiling).without("base").attaching("report"))

  /// A grain project's 2022 sheet, exactly as it was filled in.
  static let grain = ExampleFiling.indicators(
    "quantity | 储备到位率 | 100% | 100% | 10 | 8 |", "quantity | 库存数量真实率 | 100% | 100% | 5 | 5 |",
    "quality | 储备到位率 | 100% | 100% | 10 | 9 |", "quality | 库存数量真实率 | 100% | 100% | 5 | 5 |",
    "timeliness | 贷款付息及时率 | 100% | 100% | 5 | 5 |", "timeliness | 应急保障率 | 100% | 100% | 5 | 5 |",
    "cost | 收购价格执行率 | 100% | 100% | 5 | 3 |", "cost | 库存成本核算率 | 100% | 100% | 5 | 3 |",
    "economic | 利息费用保障率 | 100% | 100% | 5 | 5 |", "economic | 挂账利息补贴保障率 | 100% | 100% | 5 | 2 |",
    "ecological | 科学保粮率 | 100% | 100% | 5 | 4 |", "ecological | 食品安全指标达标率 | 100% | 100% | 5 | 4 |",
    "sustained | 设备维护及安全性 | 100% | 100% | 10 | 7 |", "satisfaction | 粮食安全事件发生数 | 0起 | 0起 | 5 | 5 |",
    "satisfaction | 市民满意度调查 | ≥90% | 100% | 5 | 4 |", on: "project-1",
    and: ([
      "project-1/project/name": "县级储备粮", "project-1/total/initial": "2000", "project-1/total/budget": "666.59",
      "project-1/total/executed": "666.59", "project-1/total/points": "10", "project-1/total/rate": "100%",
      "project-1/total/score": "6", "project-1/sum/points": "100", "project-1/sum/score": "80",
      "project-1/goal/target": "确保县级储备粮油正常运转", "project-1/goal/actual": "落实了储备规模，库存真实、数量准确",
    ] as ExampleFiling).without("base", "self").attaching("report"))

  @Test("the bureau: two lost points without reason, 达标 against amounts, blanks, and no report")
  func bureauAsPrinted() {
    let expected = [
      "warning B09 self/cost.1/score", "warning B09 self/social.1/score", "error B16 self/cost.1/reason",
      "error B16 self/social.1/reason", "error G07 self/quantity.1/actual", "error G07 self/quantity.2/actual",
      "warning H07 base/vehiclePurchase/last", "error H09 attachment report", "error H09 attachment projectReport",
      "error H21 base/buildings/none",
    ]
    #expect(Self.findings(of: Self.bureau, .computing) == expected)
    #expect(Self.findings(of: Self.bureau, .asWritten) == expected)
  }

  @Test("the council: signs in the actual values, an unexplained surplus and rows that are worth nothing")
  func councilAsPrinted() {
    #expect(
      Self.findings(of: Self.council, .computing) == [
        "warning B18 self/quantity.2/reason", "warning B19 self/ecological.1/points",
        "warning B19 self/sustained.1/points", "info B29 self/economic.1/score", "error G05 self/quality.1/actual",
        "error G05 self/quality.2/actual", "error G05 self/quality.3/actual", "error G05 self/cost.1/actual",
        "error G05 self/satisfaction.1/actual", "info G11 self/quality.1/target",
      ])
  }

  @Test("the grain project: points off everywhere though every target is met, and a budget score of its own making")
  func grainAsPrinted() {
    let lost = [
      "quantity.1", "quality.1", "cost.1", "cost.2", "economic.2", "ecological.1", "ecological.2", "sustained.1",
      "satisfaction.2",
    ]
    #expect(
      Self.findings(of: Self.grain, .asWritten)
        == ["error B01 project-1/total/score"] + lost.map { "warning B09 project-1/\($0)/score" }
        + lost.map { "error B16 project-1/\($0)/reason" } + ["warning H16 project-1/footer/preparer"])
  }

  /// What the rules of scores, units and completeness say, in the order of the catalogue.
  private static func findings(of given: ExampleFiling, _ mode: Calculation.Mode) -> [String] {
    Audit(of: Dossier(Calculation(given.filing(), mode: mode))).findings.filter { "BGH".contains($0.card.id.prefix(1)) }
      .map { "\($0.severity) \($0.card.id) \($0.finding.places.first.map(\.description) ?? "nowhere")" }
  }
}
