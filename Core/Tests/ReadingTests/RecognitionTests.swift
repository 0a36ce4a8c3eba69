import Evaluation
import Figures
import Reading
import Testing

@Suite struct RecognitionTests {
  /// Rows of cells as a flattened Word file has them.
  private static func table(_ rows: String...) -> String {
    rows.map { row in
      row.split(separator: "|", omittingEmptySubsequences: false).map { "\t\($0)\n" }.joined() + "\n"
    }.joined()
  }

  private static let base =
    "附件1-1\n2023年度部门整体支出绩效评价基础数据表\n\n"
    + table(
      "财政供养人员情况（人）|编制数|2023年实际在职人数|控制率", "|20|　17|85%", "经费控制情况（万元）|2022年决算数|2023年预算数|2023年决算数",
      "三公经费|　2.28|2|0.31　", "其中：公车购置|||", "3、公务接待|2.28|2|0.31", "项目支出：|95.5|74|245", "1、业务工作经费|72|74|27",
      "3、上级专项资金（一个专项一行）|||218", "其中：冷链物流资金|||118", "农贸市场改造|||100", "4、招商引资||12|", "其中：××专项资金|||",
      "公用经费|258.83|90.76|221.98", "其中：办公经费|5.81|12.5|5.89", "部门基本支出预算调整|504.19|264.01|471.83",
      "楼堂馆所控制情况\n（2023年完工项目）|批复规模\n（㎡）|实际规模\n（㎡）|规模控制率|预算投资（万元）|实际投资（万元）|投资概算控制率", "||||||",
      "厉行节约保障措施|超预算的支出不予安排。", "说明：公用经费填报基本支出中的一般商品和服务支出。")

  private static let own =
    "\n附件1-2\n2023年度部门整体支出绩效自评表\n\n"
    + table(
      "单位名称|示例县商务局", "年度预算申请（万元）||年初预算数|全年预算数(A)|全年执行数(B)|分值|执行率(B/A)|得分",
      "|年度资金总额|264.01|716.83|716.83|10|100%|10", "|按收入性质分：716.83|按支出性质分：716.83",
      "|其中：一般公共预算：591.97|其中：基本支出：471.83", "|政府性基金拨款：109.35|项目支出：245", "|其他资金：15.52|",
      "年度总体目标|年初目标设定|全年实际完成情况", "|做好招商。|招商有进展。", "绩效指标（90分）|一级指标|二级指标|三级指标|年度\n指标值|实际完成值|分值|得分|偏差原因分析\n及改进措施",
      "|产出指标（50分）|数量\n指标|农贸市场改造|≥1个|1个|5|5|", "||||||||", "|||家电以旧换新|达标|28.5万元|5|4|宣传不足", "|||||||| ",
      "||质量指标|支出正确率|100%|100%|20|20|", "|效益指标（30分）|经济效益指标|保工资|100%|100%|15|15|",
      "||生态效益指标||||||", "总分|100|96|") + "填表人：刘一      联系电话：0700-1234567\n"

  private func recognised(_ text: String) -> RecognisedReport {
    RecognisedReport(Report(flattened: text), under: [PolicySet([]), .example])
  }
  private func text(_ cell: String, in report: RecognisedReport) -> String {
    CellAddress(cell).map { report.dossier.calculation.text(at: $0) } ?? ""
  }

  @Test func `the day on a cover is neither part of the title nor the year of the report`() {
    let title = "示例县商务局部门整体支出绩效自评报告"
    let report = recognised("\(title)\n单位名称：示例县商务局\n填报日期：2025年3月9日\n\(title)\n一、概况\n2024年收支平衡。\n")
    #expect(report.title == title)
    #expect(report.year == 2024)
  }

  @Test func `a cover of fields names the unit and leaves the title alone`() {
    let report = recognised(
      "示例市2023年度部门整体支出\n绩效评价自评报告\n部门（单位）名称：  示例市商务中心\n评价方式：部门（单位）绩效自评\n报告日期：2024年06月18日\n一、概况\n收支平衡。\n")
    #expect(report.title == "示例市2023年度部门整体支出绩效评价自评报告")
    #expect(report.unit == "示例市商务中心")
    #expect(report.year == 2023)
  }

  @Test func `a title left over from last year does not settle the year against tables and prose`() {
    let prose = "2024年支出50万元。2024年完成投资3万元。\n2024年新建市场2个。\n2024年满意度96%，2023年为95%。\n2024年无结余。\n"
    let table = "项目 | 2023年决算数 | 2024年预算数 | 2024年决算数\n公用经费 | 12 | 10 | 9\n接待费 | 2 | 2 | 1\n"
    let title = "示例县商务局2023年度部门整体支出绩效自评报告\n\n一、概况\n"
    #expect(recognised(title + prose + table).year == 2024)
    #expect(recognised(title + prose).year == 2023)
  }

  @Test func `a title ends where a form begins`() {
    let report = recognised(
      "示例县财政局2023年度项目支出绩效自评表\n发布时间：2024-03-01 10:00 来源：示例县财政局\n项目支出绩效自评表\n（2023年度）\n项目名称 购买服务\n项目资金\n年初\n预算数\n全年预算数\n执行数\n分值\n100\n"
    )
    #expect(report.title == "示例县财政局2023年度项目支出绩效自评表")
    #expect(report.unit == "示例县财政局")
    let loose = recognised(
      "2023年林业局部门整体支出绩效自评表\n年度预\n算申请\n（万元）\n年初\n预算数\n全年\n执行数\n分值\n执行率\n10\n")
    #expect(loose.title == "2023年林业局部门整体支出绩效自评表")
  }

  @Test func `the number that a page is filed under is no part of the title`() {
    let report = recognised("监督索引号53250000436001000\n示例县商务局2023年度项目支出绩效自评报告\n\n一、概况\n2023年支出50万元。\n")
    #expect(report.title == "示例县商务局2023年度项目支出绩效自评报告")
    #expect(report.unit == "示例县商务局")
  }

  @Test func `a project named in the title is no unit`() {
    let units = [
      "水渠清淤补助资金绩效自评表": nil, "（水渠清淤）绩效目标自评表": nil, "示例县水渠清淤转移支付2023年度绩效自评报告": nil,
      "示例县水利局水渠清淤资金绩效自评报告": "示例县水利局", "2023年度示例县水利局项目支出绩效自评报告": "示例县水利局",
    ]
    for (title, unit) in units { #expect(recognised(title + "\n一、概况\n2023年收支平衡。\n").unit == unit, "\(title)") }
  }

  @Test func `the base table is read by its labels`() {
    let report = recognised("2023年度示例县商务局部门整体支出绩效自评报告\n一、概况\n" + Self.base)
    #expect(report.year == 2023)
    #expect(report.unit == "示例县商务局")
    let cells = [
      "base/staff/posts": "20", "base/staff/actual": "17", "base/staff/rate": "85%", "base/threePublic/last": "2.28",
      "base/reception/final": "0.31", "base/vehiclePurchase/final": "", "base/projectExpenditure/final": "245",
      "base/businessWork/budget": "74", "base/specialFunds/final": "218", "base/operatingExpense/budget": "90.76",
      "base/officeExpense/final": "5.89", "base/basicExpenditure/last": "504.19", "base/r1/name": "冷链物流资金",
      "base/r1/final": "118", "base/r2/name": "农贸市场改造", "base/r3/name": "招商引资", "base/r3/budget": "12",
      "base/economyMeasures/text": "超预算的支出不予安排。",
    ]
    for (cell, expected) in cells { #expect(text(cell, in: report) == expected, "\(cell)") }
    let sheet = report.dossier.filing.sheet("base")
    #expect(sheet?.rows.map(\.under) == ["specialFunds", "specialFunds", "projectExpenditure"])
  }

  @Test func `the scored table is read by its labels, its captions and what is printed before values`() {
    let report = recognised("2023年度示例县商务局部门整体支出绩效自评报告\n" + Self.base + Self.own)
    let cells = [
      "self/total/initial": "264.01", "self/total/executed": "716.83", "self/total/rate": "100%",
      "self/income/generalBudget": "591.97", "self/income/governmentFund": "109.35", "self/income/other": "15.52",
      "self/spending/basic": "471.83", "self/spending/project": "245", "self/goal/target": "做好招商。",
      "self/goal/actual": "招商有进展。", "self/r1/name": "农贸市场改造", "self/r2/target": "达标", "self/r2/reason": "宣传不足",
      "self/r3/points": "20", "self/r4/name": "保工资", "self/sum/points": "100", "self/sum/score": "96",
    ]
    for (cell, expected) in cells { #expect(text(cell, in: report) == expected, "\(cell)") }
    #expect(report.dossier.filing.sheet("self")?.rows.map(\.under) == ["quantity", "quantity", "quality", "economic"])
  }

  @Test func `words that there is nothing answer a block, and what a form has no label for is not shown`() throws {
    let report = recognised(
      "2023年度示例县商务局部门整体支出绩效自评报告\n"
        + Self.base.replacing("\t\n\t\n\t\n\t\n\t\n\t\n\t\n\n", with: "\t\n\t本年无完工项目\n\t\n\t\n\t\n\t\n\t\n\n")
        + Self.own)
    #expect(text("base/buildings/none", in: report) == "是")
    let sheet = try #require(report.dossier.sheet("self"))
    #expect(report.dossier.shows(sheet.address("goal", "target")))
    #expect(!report.dossier.shows(sheet.address("unit", "code")))
  }

  @Test func `every cell leads back to its place, a blank one to its label`() throws {
    let text = "\u{20BB7}\n2023年度示例县商务局部门整体支出绩效自评报告\n" + Self.base + Self.own
    let report = recognised(text)
    for definition in report.dossier.sheets.flatMap(\.definitions) {
      guard let place = report.place(of: definition.address) else { continue }
      let shown = report.dossier.calculation.text(at: definition.address)
      if !shown.isEmpty { #expect(report.report.text[place].filter { $0 != "\n" } == shown) }
    }
    let blank = try #require(report.place(of: CellAddress("base", "vehiclePurchase", "final")))
    #expect(report.report.text[blank] == "其中：公车购置")
  }

  @Test func `sums of indicators are no indicators, and printed points of a second level are kept`() {
    let rows = Self.own.replacing(
      "\t数量\n指标\n", with: "\t数量指标（10分）\n"
    ).replacing(
      Self.table("|效益指标（30分）|经济效益指标|保工资|100%|100%|15|15|"),
      with: Self.table(
        "||小计||||30|29|", "|效益指标（30分）|经济效益指标|保工资|100%|100%|15|15|", "|||小计|||15|15|", "|效益指标小计|||||16|15|")
    ).replacing("\t总分\n\t100\n\t96\n", with: "\t\n\t合计\n\t\n\t\n\t\n\t\n\t100\n\t96\n")
    let report = recognised("2023年度示例县商务局部门整体支出绩效自评报告\n" + Self.base + rows)
    let sheet = report.dossier.filing.sheet("self")
    func entry(_ row: String, _ column: String) -> String? { sheet?.entries[CellKey(row, column)]?.text }
    #expect(sheet?.rows.map(\.under) == ["quantity", "quantity", "quality", "economic"])
    #expect(entry("quantity", IndicatorSum.prescribed) == "数量指标（10分）")
    #expect(entry("output", "points") == "30" && entry("output", "score") == "29")
    #expect(entry("economic", "points") == "15" && entry("benefit", "points") == "16")
    #expect(text("self/sum/score", in: report) == "96")
    #expect(report.place(of: CellAddress("self", "output", "score")).map { report.report.text[$0] } == "29")
  }

  @Test func `a form that is broken up into two tables is one form`() {
    let parts = Self.own.split(separator: "\t绩效指标（90分）")
    let broken = parts[0] + "\t绩效指标（90分）\n\n（续）\n" + String(parts[1].drop { $0 == "\n" })
    let report = recognised("2023年度示例县商务局部门整体支出绩效自评报告\n" + Self.base + broken)
    #expect(text("self/sum/score", in: report) == "96")
    #expect(text("self/r4/name", in: report) == "保工资")
    #expect(text("self/total/initial", in: report) == "264.01")
  }

  @Test func `tables that are no forms become prose, with the notes of forms`() {
    let other = "\n附件3\n工作考核评分表\n\n" + Self.table("考核内容|得分", "组织领导|5", "联系电话|13900000000")
    let report = recognised("2023年度示例县商务局部门整体支出绩效自评报告\n" + Self.base + other)
    let cells = report.dossier.narrative.passages.filter { $0.role == .cell }.map(\.text)
    #expect(
      cells == ["其中：公车购置", "其中：××专项资金", "说明：公用经费填报基本支出中的一般商品和服务支出。", "考核内容", "得分", "组织领导", "5", "联系电话", "13900000000"])
  }

  @Test func `a report without forms is prose alone`() {
    let report = recognised("2022 年度示例县商务局整体支出\n绩效自评报告\n一、部门基本情况\n2022年支出12万元。\n")
    #expect(report.dossier.sheets.isEmpty)
    #expect(report.year == 2022)
    #expect(report.unit == "示例县商务局")
    #expect(report.dossier.narrative.passages.count == 4)
  }

  @Test func `the unit stands before the year of a title as well as behind it`() {
    let titles = [
      "示例县第一中学2023年度部门整体支出绩效自评报告", "2023年度示例县第一中学部门整体支出绩效自评报告", "示例县第一中学\n2023年度部门整体支出绩效自评报告",
      "示例县第一中学2023年食堂改造项目支出绩效自评报告",
    ]
    for title in titles { #expect(recognised("\(title)\n一、概况\n").unit == "示例县第一中学", "\(title)") }
  }

  @Test func `blank cells at the end of a row of indicators may be left out`() {
    let text =
      Self.own.replacing("支出正确率\n\t100%\n\t100%\n\t20\n\t20\n\t\n", with: "支出正确率\n\t100%\n\t100%\n\t20\n\t20\n")
    let report = recognised("2023年度示例县商务局部门整体支出绩效自评报告\n" + Self.base + text)
    #expect(self.text("self/r3/name", in: report) == "支出正确率")
    #expect(self.text("self/r3/score", in: report) == "20")
  }

  @Test func `where no points are printed, a cost indicator beside the other outputs is no first level of its own`() {
    let text = Self.own.replacing("（50分）", with: "").replacing("（30分）", with: "").replacing(
      "\t效益指标\n\t经济效益指标", with: "\t\n\t成本指标\n\t改造成本\n\t≤100万元\n\t96万元\n\t5\n\t5\n\t\n\n\t\n\t效益指标\n\t经济效益指标")
    let report = recognised("2023年度示例县商务局部门整体支出绩效自评报告\n" + Self.base + text)
    #expect(report.dossier.departmentSheet?.tree?.id == PolicySet.example.policies[0].trees[0].id)
  }
}
