import Evaluation
import Figures
import Reading
import Testing

/// Scored tables of regions that no policy describes.
@Suite struct PrintedFormTests {
  private func table(_ rows: String...) -> String {
    rows.map { row in
      row.split(separator: "|", omittingEmptySubsequences: false).map { "\t\($0)\n" }.joined() + "\n"
    }.joined()
  }

  private func recognised(_ text: String) -> RecognisedReport {
    RecognisedReport(Report(flattened: text), under: [PolicySet([])])
  }

  private func expect(_ cells: [String: String], in report: RecognisedReport) {
    for (cell, expected) in cells {
      let shown = CellAddress(cell).map { report.dossier.calculation.text(at: $0) }
      #expect(shown == expected, "\(cell)")
    }
  }

  @Test func `the only row of funds may have no label of its own`() {
    let report = recognised(
      "2023年度示例县人民法院部门整体支出绩效自评表\n"
        + table(
          "部门名称|示例县人民法院", "预算执行（万元）|年初预算数|调整后预算数|全年执行数|分值|执行率|得分", "|2106.35|2418.83|2370.45|10|98.00%|9.80",
          "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分", "产出指标|数量指标|审结案件|≥8200件|8391件|90|90", "合计||||||99.80"))
    expect(
      [
        "self/total/initial": "2106.35", "self/total/budget": "2418.83", "self/total/executed": "2370.45",
        "self/total/rate": "98.00%",
      ],
      in: report)
  }

  @Test func `sign, value and unit of a target may have columns of their own`() {
    let report = recognised(
      "2023年度示例县第一中学项目支出绩效自评表\n"
        + table(
          "项目名称|食堂改造", "主管部门|示例县教育局|实施单位|示例县第一中学",
          "预算执行情况（10分）|年度预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因", "|总额|350.00|320.00|288.00|90.00%|10|9|",
          "|其中：财政资金|300.00|270.00|238.00|88.15%|/|/|", "|单位资金|50.00|50.00|50.00|100.00%|/|/|",
          "绩效指标（90分）|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析",
          "|产出指标|数量指标|改造面积|≥|420|平方米|380|20|18|尾工待完成", "||成本指标|成本控制数|<=|350|万元|320|30|30|",
          "|效益指标|社会效益指标|受益程度|定性|显著||显著|40|40|", "合计||||||||100|97|", "存在问题|前期准备不足，项目支出进度慢。"))
    expect(
      [
        "project-1/project/name": "食堂改造", "project-1/project/implementer": "示例县第一中学",
        "project-1/total/budget": "320.00",
        "project-1/total/executed": "288.00", "project-1/total/rate": "90.00%", "project-1/total/score": "9",
        "project-1/part1/executed": "238.00", "project-1/part2/budget": "50.00", "project-1/r1/target": "≥420平方米",
        "project-1/r1/actual": "380平方米", "project-1/r1/reason": "尾工待完成", "project-1/r2/target": "≤350万元",
        "project-1/r3/target": "显著", "project-1/sum/points": "100", "project-1/sum/score": "97",
      ], in: report)
    let lines = report.dossier.projectSheets.first?.indicators ?? []
    #expect(lines.map(\.node.subject) == [.quantity, .cost, .socialBenefit])
    // What the form does not take stays prose.
    #expect(report.dossier.narrative.passages.contains { $0.text == "前期准备不足，项目支出进度慢。" })
    #expect(!report.dossier.narrative.passages.contains { $0.text == "改造面积" })
  }

  @Test func `points may stand in the name, and captions of several goals above their own rows`() {
    let report = recognised(
      table(
        "单位名称|示例县卫生健康局", "预算执行情况（万元）（20分）||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）",
        "|部门整体支出总额|7,400.00|7,030.00|95.00%|19", "年度绩效指标|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分",
        "|产出指标|数量指标|培训人次（40分）|≥600人次|540人次|36", "年度绩效指标|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分",
        "|产出指标|数量指标|接种人数（40分）|≥500人|510人|40", "总分|95"))
    expect(
      [
        "self/total/points": "20", "self/total/score": "19", "self/r1/name": "培训人次（40分）", "self/r1/points": "40",
        "self/r2/points": "40", "self/sum/score": "95",
      ], in: report)
    #expect(report.dossier.departmentSheet?.policy.scoring.executionPoints == 20)
    #expect(report.dossier.departmentSheet?.tree?.groups.count == 2)
  }

  @Test func `captions may be told in two rows`() {
    let report = recognised(
      table(
        "评价指标|||分值|自评得分|评分依据", "一级指标|二级指标|三级指标|||", "履职效能|整体效能|产出完成情况|60|58|少建一座",
        "管理效率|预算执行|执行约束性|40|40|无调整", "合计|||100|98|"))
    expect(
      [
        "project-1/r1/name": "产出完成情况", "project-1/r1/points": "60", "project-1/r1/reason": "少建一座",
        "project-1/r2/score": "40", "project-1/sum/points": "100", "project-1/sum/score": "98",
      ], in: report)
  }

  @Test func `an adjusted target counts more than that of the year's beginning`() {
    let report = recognised(
      table(
        "指标名称|指标性质|计量单位|年初指标值|调整指标值|全年完成值|得分系数（%）|指标权重|指标得分（分）|说明", "改造小区数|≥|个|12|11|11|100|50|50|",
        "满意度|≥|%|90|90|92|100|50|50|", "合计|||||||100|100|"))
    expect(
      ["project-1/r1/target": "≥11个", "project-1/r1/actual": "11个", "project-1/r2/points": "50"], in: report)
  }

  @Test func `funds in 元 are read in 元`() {
    let report = recognised(
      table(
        "项目名称|农村供水", "项目资金（元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "|年度资金总额|11,500,000.00|13,500,000.00|12,825,000.00|10|95.00%|9.5",
        "|其中：中央资金|8,000,000.00|8,000,000.00|8,000,000.00|—|—|—", "|省级资金|3,500,000.00|5,500,000.00|4,825,000.00|—|—|—"))
    #expect(report.dossier.projectSheets.first?.policy.amounts.unit == .yuan)
    expect(
      ["project-1/part2/executed": "4,825,000.00", "project-1/total/points": "10"], in: report)
  }

  @Test func `a summary by level is scored under the names of its levels`() {
    let report = recognised(table("一级指标|分值|得分|得分率", "决策|40|38|95%", "产出|60|57|95%", "合计|100|95|95%"))
    expect(
      ["project-1/r1/name": "决策", "project-1/r2/name": "产出", "project-1/r2/score": "57", "project-1/sum/score": "95"],
      in: report)
  }

  @Test func `a row of the first level alone is named by it`() {
    let report = recognised(
      table(
        "一级指标|二级指标|三级指标|指标值|完成值|权重|得分", "产出|数量|监测断面|26个|26个|90|90", "预算执行率|||100%|97%|10|9.7",
        "合计|||||100|99.7"))
    expect(["project-1/r1/name": "监测断面", "project-1/r2/name": "预算执行率", "project-1/r2/points": "10"], in: report)
  }

  @Test func `other points in the labels of the first level make a form of their own`() {
    let rows = [
      "项目名称|道路养护", "主管部门|示例镇人民政府|实施单位|示例镇人民政府", "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
      "|年度资金总额|90|90|90|10|100%|10", "|其中：当年财政拨款|90|90|90|—|100%|—", "年度总体目标|预期目标|实际完成情况", "|养护道路|已养护",
      "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
      "|产出指标（60分）|数量指标|养护里程|≥50公里|52公里|30|30|", "||质量指标|合格率|100%|100%|20|20|", "||成本指标|总成本|≤90万元|90万元|10|10|",
      "|效益指标（20分）|社会效益指标|受益村|≥5个|6个|20|20|", "|满意度指标（10分）|服务对象满意度指标|村民满意度|≥90%|95%|10|10|", "总分||||||100|100|",
    ]
    let report = recognised(
      rows.map { "\t" + $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\n\t") + "\n\n" }
        .joined())
    let groups = report.dossier.projectSheets.first?.tree?.groups
    #expect(groups?.map(\.points) == [60, 20, 10])
  }

  @Test func `points may stand beside every level, the indicators' own behind their names`() {
    let report = recognised(
      "示例县开发区2024年度部门整体支出绩效自评表\n"
        + table(
          "一级指标|权重|二级指标|权重|三级指标|权重|自评得分|评分说明", "履职|60|产出|35|引进项目|20|19|少一个", "||||建成厂房|15|15|",
          "||效益|25|产值增长|25|24|略低", "管理|40|预算|40|支出率|40|39|", "合计|100||||100|97|"))
    expect(
      [
        "self/r1/name": "引进项目", "self/r1/points": "20", "self/r2/score": "15", "self/r4/points": "40",
        "self/sum/points": "100", "self/sum/score": "97",
      ], in: report)
    let groups = report.dossier.departmentSheet?.tree?.groups ?? []
    #expect(groups.map(\.points) == [60, 40])
    #expect(groups.flatMap(\.nodes).map(\.points) == [35, 25, 40])
  }

  @Test func `tables that score nothing have no form`() {
    let report = recognised(
      table("科目|年初预算数|决算数|执行率", "教育支出|100|90|90%", "合计|100|90|90%")
        + "附表\n" + table("序号|指标名称|责任股室", "1|造林面积|造林股")
        + table("序号|项目名称|预算数（万元）|执行数（万元）|执行率|自评得分|等级", "1|综合改革|620|620|100%|98|优", "2|重点专科|350|322|92%|89|良"))
    #expect(report.dossier.sheets.isEmpty)
  }
}
