import Evaluation
import Figures
import Testing

@testable import Reading

@Suite("A report of a file is taken apart into fields") struct ImportTests {
  /// Rows of cells as a flattened Word file has them.
  private static func table(_ rows: String...) -> String {
    rows.map { row in
      row.split(separator: "|", omittingEmptySubsequences: false).map { "\t\($0)\n" }.joined() + "\n"
    }.joined()
  }

  private static let title = "2024年度示例县商务局部门整体支出绩效自评报告\n"

  /// The base-data table in the words of another office, its columns turned about.
  private static let base =
    "附件1\n2024年度部门整体支出绩效评价基础数据表\n单位：万元\n"
    + table(
      "财政供养人员情况（人）|核定编制数|实际在职人数|人员控制率", "|20|１７|85%", "经费控制情况（万元）|2024年决算数|上年决算数|本年预算数",
      "“三公”经费合计|0.31|2.28|2", "3、公务接待费|0.31|2.28|2", "项目支出|1，245|95.5|74", "1、业务工作经费|27|72|74", "3、上级专项资金|218|200|",
      "冷链物流资金|118|80|", "农贸市场改造|100|120|", "信息化建设|1,000||", "公用经费|约222|258.83|90.76", "抗旱费用|||",
      "基本支出|471.83|504.19|264.01", "厉行节约保障措施|超预算的支出不予安排。\n每季度公示一次。")

  private static let project =
    "附件2\n2024年度项目支出绩效自评表\n"
    + table(
      "项目支出名称|河道清淤", "主管部门|示例县水利局|实施单位|工程股", "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
      "|年度资金总额|80|75|70|10|93.33%|9.33", "年度总体目标|预期目标|实际完成情况", "|清淤三条河道。|全部完成。",
      "绩效指标（90分）|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|偏差原因分析及改进措施", "|产出指标（50分）|数量指标|清淤长度|≥|12|公里|13|20|20|",
      "|||验收合格率|＝|100|%|100|30|30|", "总分|100|95")

  private func imported(_ text: String) -> ImportedReport {
    ImportedReport(RecognisedReport(Report(flattened: text), under: [.example]))
  }
  private func field(_ cell: String, _ report: ImportedReport) -> ImportedField? {
    report.fields.first { $0.address.description == cell }
  }

  @Test func `labels in other words and columns in another order fill the same cells, and say so`() {
    let report = imported(Self.title + Self.base)
    let cells = [
      "base/staff/posts": "20", "base/staff/actual": "17", "base/threePublic/final": "0.31",
      "base/threePublic/last": "2.28",
      "base/threePublic/budget": "2", "base/reception/final": "0.31", "base/businessWork/budget": "74",
      "base/basicExpenditure/last": "504.19",
    ]
    for (cell, value) in cells { #expect(field(cell, report)?.value == value, "\(cell)") }
    #expect(field("base/staff/posts", report)?.confidence == .similar)
    #expect(field("base/businessWork/final", report)?.confidence == .exact)
    #expect(field("base/staff/actual", report)?.text == "１７")
  }

  @Test func `lines without a number belong to the row that they add up to`() {
    let report = imported(Self.title + Self.base)
    #expect(report.filing.sheet("base")?.rows.map(\.under) == ["specialFunds", "specialFunds", "projectExpenditure"])
    #expect(field("base/r3/name", report)?.value == "信息化建设")
    #expect(report.filing.entry(at: CellAddress("base", "r3", "final"))?.text == "1000")
  }

  @Test func `what a cell cannot hold is doubtful, says why and stays out of the filing`() throws {
    let report = imported(Self.title + Self.base)
    let doubtful = try #require(field("base/operatingExpense/final", report))
    #expect(doubtful.confidence == .doubtful && doubtful.problem == "不是数字，请只填数字，如 4.64。")
    #expect(report.filing.entry(at: CellAddress("base", "operatingExpense", "final")) == nil)
  }

  @Test func `computed cells are told from typed ones, and lines of a paragraph are kept`() {
    let report = imported(Self.title + Self.base)
    #expect(field("base/threePublic/final", report)?.isComputed == true)
    #expect(field("base/specialFunds/final", report)?.isComputed == true)
    #expect(report.filing.entry(at: CellAddress("base", "threePublic", "final")) == nil)
    #expect(
      report.filing.entry(at: CellAddress("base", "economyMeasures", "text"))?.text == "超预算的支出不予安排。\n每季度公示一次。")
  }

  @Test func `sign, number and unit of an indicator are three, also from columns of their own`() {
    let report = imported(Self.title + Self.project)
    let target = field("project-1/r1/target", report)
    #expect(target?.value == "≥12公里" && target?.text == "12")
    #expect(target?.quantity?.sign == .atLeast && target?.quantity?.figure.description == "12")
    #expect(target?.quantity?.unit == "公里")
    #expect(field("project-1/r2/actual", report)?.value == "100%")
    #expect(field("project-1/r1/points", report)?.value == "20")
  }

  @Test func `sections take what stands under their headings, items of a list and sections of their own among it`() {
    let report = imported(
      Self.title + "根据通知要求开展自评。\n一、单位基本情况\n主要职责是招商。\n(一)拟订规划。\n(二)组织实施。\n二、基本支出\n共100万元。\n六、特别事项\n无。\n三、绩效情况\n较好。\n")
    let texts = Dictionary(uniqueKeysWithValues: report.sections.map { ($0.address.row, $0.text) })
    #expect(texts["overview"] == "主要职责是招商。\n(一)拟订规划。\n(二)组织实施。")
    #expect(texts["basic"] == "共100万元。\n六、特别事项\n无。" || texts["basic"] == "共100万元。")
    #expect(texts["performance"] == "较好。")
    #expect(report.sections.map(\.confidence) == [.similar, .similar, .exact])
    #expect(report.unplaced.first?.reason == .beforeSections)
  }

  @Test func `rows that the form prints for indicators to come are no lines`() {
    let rows = Self.table("|||指标2：||||||||", "|||……||||||||", "|||指标3：管护人员|≥|5|人|6|0|0|")
    let report = imported(Self.title + Self.project.replacing("\t总分\n", with: rows + "\t总分\n"))
    #expect(report.filing.sheet("project-1")?.rows.count == 3)
    #expect(report.fields.contains { $0.text == "指标3：管护人员" })
    #expect(!report.fields.contains { $0.text == "指标2：" || $0.text == "……" })
    #expect(!report.unplaced.contains { $0.text.hasPrefix("指标2") || $0.text == "……" })
  }

  @Test func `a foot is listed unless all that it says was read`() {
    func listed(_ text: String) -> [String] {
      imported(Self.title + text).unplaced.map(\.text).filter { $0.hasPrefix("填表人") }
    }
    let foot = "填表人：刘一　　联系电话：0700-1234567"
    #expect(listed(Self.project + foot + "\n") == [])
    #expect(listed(Self.project + "填表人：　　联系电话：\n") == [])
    // The base table has no foot.
    #expect(listed(Self.base + foot + "\n") == [foot])
    let unknown = "填表人：刘一　　复核人：王二"
    #expect(listed(Self.project + unknown + "\n") == [unknown])
  }

  @Test func `everything that a file says is a field, a section, printed by the form, or listed with the reason`() {
    let stray = "附件3\n资金使用流程\n一、先申请\n" + Self.table("序号|环节|时限", "1|申请|3日") + "附件4\n"
    let report = imported(Self.title + "一、部门基本情况\n职责。\n" + Self.base + stray)
    let listed = report.unplaced.map { "\($0.kind.words) \($0.text.prefix(4)) \($0.reason.words)" }
    #expect(
      listed == [
        "单元格 抗旱费用 这一行没有认出", "段落 资金使用 在其他附件中", "标题 一、先申 在其他附件中", "表格 序号\n\t 不是所选制度的表",
      ])
    let placed = report.fields.map(\.place) + report.unplaced.map(\.place) + report.recognised.forms.marks.known
    for cell in report.recognised.report.tables.flatMap({ $0.rows.joined() }) where !cell.isEmpty {
      #expect(placed.contains { $0.overlaps(cell.place) }, "\(cell.text)")
    }
  }

  @Test func `one heading is one section, and a heading of other words is none`() {
    let report = imported(Self.title + "一、部门基本情况\n职责。\n二、天气情况\n晴。\n三、绩效情况\n好。\n")
    #expect(report.sections.map(\.address.row) == ["overview", "performance"])
    #expect(report.unplaced.map(\.text) == ["二、天气情况", "晴。"])
    #expect(report.unplaced.map(\.reason) == [.unknownHeading, .unknownHeading])
  }
}

@Suite("Labels are paired as a whole") struct BestPairsTests {
  /// The greatest sum by trying every way.
  private func greatest(_ weights: [[Int]], from row: Int = 0, without taken: Set<Int> = []) -> Int {
    guard row < weights.count else { return 0 }
    let others = greatest(weights, from: row + 1, without: taken)
    return weights[row].indices.filter { !taken.contains($0) }
      .map { weights[row][$0] + greatest(weights, from: row + 1, without: taken.union([$0])) }.max().map {
        max($0, others)
      }
      ?? others
  }

  @Test func `no other pairs are alike in sum`() {
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<300 {
      let (rows, columns) = (1 + next(5), 1 + next(5))
      let weights = (0..<rows).map { _ in (0..<columns).map { _ in next(3) == 0 ? 0 : next(100) } }
      let pairs = BestPairs(weights).pairs
      #expect(pairs.reduce(0) { $0 + weights[$1.row][$1.column] } == greatest(weights))
      #expect(Set(pairs.map(\.row)).count == pairs.count && Set(pairs.map(\.column)).count == pairs.count)
    }
  }

  @Test func `a parent and its parts are told apart together`() {
    let form = ["1、公务用车购置和维护经费", "其中：公车购置", "公车运行维护"].map(LabelKey.init)
    let running = RunningText("公务用车费公务用车购置费公务用车运行维护费")
    let table = [0..<5, 5..<12, 12..<21].map { [TextPart($0, of: running)] }
    let translation = LabelTranslation(of: table, keys: TableKeys(table), into: FormWords(form))
    #expect(translation(LabelKey("公务用车购置费")).key == form[1])
    #expect(translation(LabelKey("公务用车运行维护费")).key == form[2])
    #expect(translation(LabelKey("公务用车费")).key == form[0])
  }
}
