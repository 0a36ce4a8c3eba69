import Reading
import Testing

@Suite struct OutlineTests {
  @Test(arguments: [
    ("一、部门基本情况", "chinese 1 2"), ("（一）职能职责", "chineseInBrackets 1 3"), ("(十二)其他", "chineseInBrackets 12 4"),
    ("1.机构", "arabic 1 2"), ("2、 人员", "arabic 2 3"), ("（3） 时间", "arabicInBrackets 3 4"), ("①目标", "circled 1 1"),
    ("⑵产出", "circled 2 1"), ("二十一、附则", "chinese 21 4"), ("（二）、编制", "chineseInBrackets 2 4"), ("１．概况", "arabic 1 2"),
    ("2.3 产出情况", "decimal 3 4"), ("3.1.2 过程", "deepDecimal 2 6"),
  ])
  func `a heading begins with its number`(text: String, number: String) {
    #expect(HeadingNumber(of: text).map { "\($0.style) \($0.value) \($0.length)" } == number)
  }

  @Test(arguments: [
    "1.5万元", "2024年", "一般公共预算", "十分满意", "（含税）", "", "2,300元", "第一、", "0.3%", "三公经费", "1-9月", "2.3亿元", "2.3 亿元",
    "98.5 分", "1.2024 年",
  ])
  func `what is no heading has no number`(text: String) { #expect(HeadingNumber(of: text) == nil) }

  private let report = Report(
    flattened: """
      2024年度示例县商务局
      部门整体支出绩效自评报告
      一、部门基本情况
      （一）职能职责
      1.负责商贸流通。
      （二）机构设置：内设股室三个。
      二、一般公共预算支出情况
      全年支出12万元。
      附件：1.基础数据表 2.自评表
      附件1
      2024年度基础数据表
      """)

  @Test func `chapters with a bare number are headings beside decimal ones alone`() {
    func headings(_ lines: String...) -> [String] {
      Narrative(Report(flattened: lines.joined(separator: "\n"))).passages.map {
        $0.headings.map(\.title).joined(separator: "/")
      }
    }
    #expect(
      headings("1 项目概况", "1.1 背景", "立项于2023年。", "2 建议", "6月底前完成。") == ["项目概况", "项目概况/背景", "项目概况/背景", "建议", "建议"])
    #expect(headings("1 项目概况", "立项于2023年。") == ["", ""])
  }

  @Test func `every paragraph knows what it is and under which headings it stands`() {
    let passages = Narrative(report).passages
    #expect(
      passages.map { "\($0.annex) \($0.role): \($0.headings.map(\.title).joined(separator: "/"))" } == [
        "0 title: ", "0 title: ", "0 heading: 部门基本情况", "0 heading: 部门基本情况/职能职责", "0 headed: 部门基本情况/职能职责/负责商贸流通",
        "0 headed: 部门基本情况/机构设置", "0 heading: 一般公共预算支出情况", "0 body: 一般公共预算支出情况", "0 body: 一般公共预算支出情况",
        "1 annexMark: ", "1 title: ",
      ])
    #expect(passages[7].figures.map { report.text[passages[7].place($0.range).range] } == ["全年", "12万元"])
  }
}
