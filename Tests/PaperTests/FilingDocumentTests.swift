import Evaluation
import OOXML
import Paper
import Testing

@Suite struct FilingDocumentTests {
  private func read(_ filing: Filing, personal: PersonalFields = .shown, filledOn: String? = nil) throws -> ReadDocument
  {
    try ReadDocument(FilingDocument(Calculation(filing), personal: personal, filledOn: filledOn).bytes())
  }
  private var blank: Filing { Filing(blank: FilledFiling.unit, year: 2024, policies: .example) }

  @Test func `the same filing gives the same bytes`() throws {
    let first = try FilingDocument(Calculation(FilledFiling.make()), filledOn: "2025年3月15日").bytes()
    let second = try FilingDocument(Calculation(FilledFiling.make()), filledOn: "2025年3月15日").bytes()
    #expect(first == second)
    #expect(try FilingDocument(Calculation(FilledFiling.make())).bytes() != first)
  }

  @Test func `the cover names unit, code and year, and a date only if it is told one`() throws {
    let title = "2024年度示例县商务局部门整体支出绩效自评报告"
    let dated = try read(FilledFiling.make(), filledOn: "2025年3月15日")
    #expect(dated.texts("Title") == [title, title, "2024年度示例县商务局项目支出绩效自评报告"])
    #expect(dated.texts("CoverField") == ["单位名称：示例县商务局", "单位编码：201001", "评价年度：2024年", "填报日期：2025年3月15日"])
    let undated = try read(FilledFiling.make())
    #expect(undated.texts("CoverField") == ["单位名称：示例县商务局", "单位编码：201001", "评价年度：2024年"])
    #expect(!undated.xml.contains("2025年"))
  }

  @Test func `the report stands in its sections with every bound figure in place`() throws {
    let document = try read(FilledFiling.make())
    #expect(
      document.texts("Heading1") == ["一、部门基本情况", "二、基本支出情况", "三、绩效情况", "四、存在的问题", "一、绩效目标情况"])
    #expect(
      document.texts("BodyText") == [
        "主要职责是市场建设、电子商务和招商引资。", "内设股室 4 个，所属事业单位 1 个。", "年末在职 17 人。",
        "全年基本支出471.83万元，其中公用经费221.98万元。", "自评得分96分，预算执行率100%。", "部分项目支付集中在四季度。",
        "两个项目共支出218万元，联系人张三。",
      ])
  }

  @Test func `an optional section that nobody wrote is left out only at the end`() throws {
    var filing = blank
    func type(_ text: String, into section: String) {
      filing = filing.applying([.set(CellAddress("report", section, "text"), text: text, was: nil)]).filing
    }
    type("职责。", into: "overview")
    #expect(try read(filing).texts("Heading1") == ["一、部门基本情况", "二、基本支出情况", "三、绩效情况", "四、存在的问题"])
    type("无。", into: "other")
    #expect(try read(filing).texts("Heading1").last == "五、其他")
  }

  @Test func `a report that is a file of its own is mentioned`() throws {
    var filing = blank
    #expect(try read(filing).texts("BodyText") == [])
    filing.attached = ["report"]
    let document = try read(filing)
    #expect(document.texts("BodyText") == ["报告正文另附。"])
    #expect(document.texts("Heading1") == [])
  }

  @Test func `a report that says no more than it begins with gives way to its file, and is no annex`() throws {
    var filing = blank.applying(blank.reportStarters).filing
    #expect(try read(filing).texts("Heading1").isEmpty == false)
    filing.attached = ["report"]
    let document = try read(filing)
    #expect(document.texts("BodyText") == ["报告正文另附。"] && document.texts("Heading1") == [])
    let side = try #require(filing.sheets.last { filing.isReport($0.id) })
    guard case .report(_, let outline)? = filing.policies.definition(of: side) else { return }
    #expect(side.id == "projectReport")
    #expect(!document.texts("Normal").contains { $0.contains("项目支出绩效自评报告") })
    let section = CellAddress(side.id, outline.sections[0].id, "text")
    let written = filing.applying([.set(section, text: "资金全部下达。", was: nil)]).filing
    #expect(try read(written).texts("Normal").contains { $0.contains("项目支出绩效自评报告") })
  }

  @Test func `annexes are listed and marked in their order`() throws {
    let document = try read(FilledFiling.make())
    let list = document.texts("Normal").filter { $0.contains(".") }
    #expect(
      list == [
        "附件：1.部门整体支出绩效评价基础数据表", "2.部门整体支出绩效自评表", "3.项目支出绩效自评表（农贸市场改造）", "4.项目支出绩效自评表（家电以旧换新）",
        "5.示例县商务局项目支出绩效自评报告",
      ])
    #expect(document.texts("AnnexMark") == ["附件1", "附件2", "附件3", "附件4", "附件5"])
    #expect(
      document.texts("AnnexTitle") == [
        "2024年度部门整体支出绩效评价基础数据表", "2024年度部门整体支出绩效自评表", "2024年度项目支出绩效自评表", "2024年度项目支出绩效自评表",
      ])
    #expect(document.texts("TableNote").filter { $0.hasPrefix("单位") } == .init(repeating: "单位：万元", count: 4))
  }

  @Test func `a single annex has no number`() throws {
    var filing = blank
    filing.sheets.removeAll { $0.id == "self" }
    let document = try read(filing)
    #expect(document.texts("AnnexMark") == ["附件"])
    #expect(document.texts("Normal").contains("附件：部门整体支出绩效评价基础数据表"))
  }

  @Test func `prefix and value stand in one cell`() throws {
    let cells = try read(FilledFiling.make()).annexes[1].flatMap(\.rows).flatMap(\.texts)
    for text in ["其中：一般公共预算：591.97", "其中：基本支出：471.83", "项目支出：245", "纳入专户管理的非税收入拨款："] {
      #expect(cells.contains(text))
    }
  }

  @Test func `a declaration is printed in the form's words, an empty line not at all`() throws {
    func buildings(_ filing: Filing) throws -> [String] {
      try #require(try read(filing).annexes[0].flatMap(\.rows).dropLast().last).texts
    }
    #expect(try buildings(FilledFiling.make()) == ["", "无"])
    #expect(try buildings(blank) == ["", ""])
  }

  @Test func `personal fields are shown, masked or left out, also where a text is bound to them`() throws {
    func personal(_ fields: PersonalFields) throws -> [String] {
      let document = try read(FilledFiling.make(), personal: fields)
      let line = document.texts("TableNote").first { $0.contains("张") || $0.contains("电话") } ?? "–"
      return [line, try #require(document.texts("BodyText").last)]
    }
    #expect(try personal(.shown) == ["填表人：张三　　联系电话：13800138001", "两个项目共支出218万元，联系人张三。"])
    #expect(try personal(.masked) == ["填表人：张×　　联系电话：138****8001", "两个项目共支出218万元，联系人张×。"])
    #expect(try personal(.leftOut) == ["–", "两个项目共支出218万元，联系人。"])
  }

  @Test func `a field that the form does not call personal is always shown`() throws {
    let form = Form.exampleSelf.with(footer: [
      FooterField(column: "preparer", caption: "填表人", isPersonal: true),
      FooterField(column: "date", caption: "填报日期", isPersonal: false),
    ])
    var filing = Filing(blank: FilledFiling.unit, year: 2024, policies: .example(replacing: form))
    filing =
      filing.applying([
        .set(CellAddress("self", "footer", "preparer"), text: "李四", was: nil),
        .set(CellAddress("self", "footer", "date"), text: "2025年3月", was: nil),
      ]).filing
    func line(_ fields: PersonalFields) throws -> String? { try read(filing, personal: fields).texts("TableNote").last }
    #expect(try line(.masked) == "填表人：李×　　填报日期：2025年3月")
    #expect(try line(.leftOut) == "填报日期：2025年3月")
  }

  @Test func `fields to be filled in by hand leave room`() throws {
    let line = try read(FilledFiling.make()).texts("TableNote").last
    #expect(line == "填表人：　　　　　　联系电话：　　　　")
  }

  @Test func `a foot too long for one line stands on two, and none of its captions is broken`() throws {
    let captions = [("preparer", "填表人"), ("date", "填报日期"), ("phone", "联系电话"), ("head", "单位负责人签字")]
    let form = Form.exampleSelf.with(
      footer: captions.map { FooterField(column: $0.0, caption: $0.1, isPersonal: false) })
    var filing = Filing(blank: FilledFiling.unit, year: 2024, policies: .example(replacing: form))
    filing =
      filing.applying(
        zip(captions, ["欧阳建国", "2025年3月15日", "0739-5550123", "李四"]).map {
          .set(CellAddress("self", "footer", $0.0), text: $1, was: nil)
        }
      ).filing
    let lines = try read(filing).texts("TableNote").suffix(2)
    #expect(lines == ["填表人：欧阳建国　　填报日期：2025年3月15日", "联系电话：0739-5550123　　单位负责人签字：李四"])
  }

  @Test func `notes stand under the table`() throws {
    let form = Form.exampleSelf.with(notes: ["分值共 100 分。", "三级指标按需增减。"])
    let filing = Filing(blank: FilledFiling.unit, year: 2024, policies: .example(replacing: form))
    #expect(try read(filing).texts("TableNote").suffix(2) == ["说明：分值共 100 分。", "三级指标按需增减。"])
  }

  @Test func `forms without a report stand right after the cover`() throws {
    var filing = Filing(blank: FilledFiling.unit, year: 2024, policies: PolicySet([.exampleProject]))
    filing = filing.applying([.addProject]).filing
    let document = try read(filing)
    #expect(document.texts("Title") == ["2024年度示例县商务局绩效自评报告"])
    #expect(document.paragraphs.map(\.style).prefix(6).suffix(2) == ["AnnexMark", "AnnexTitle"])
  }
}
