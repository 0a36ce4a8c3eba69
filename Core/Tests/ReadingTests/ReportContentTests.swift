import Reading
import Testing

/// What of a report may stand in another document.
@Suite struct ReportContentTests {
  private func content(_ text: String) -> ReportContent { ReportContent(Report(flattened: text)) { $0.text } }

  @Test func `headings keep their level, text and tables their order`() {
    let content = content("2024年度自评报告\n一、概况\n（一）职能\n本局负责商务工作。\n\t项目\n\t金额\n\n\t合计\n\t9.81\n\n附件1\n另附。\n")
    #expect(
      content.blocks.map(words) == [
        "title 2024年度自评报告", "heading 1 一、概况", "heading 2 （一）职能", "paragraph 本局负责商务工作。",
        "table 项目,金额|合计,9.81", "heading 1 附件1", "paragraph 另附。",
      ])
  }

  @Test func `a row with fewer cells covers all columns with its last`() throws {
    let content = content("\t项目\n\t预算\n\t执行\n\n\t合计\n\t见附表\n\n")
    guard case .table(let table)? = content.blocks.first else { return #expect(Bool(false), "no table") }
    #expect(table.columnCount == 3)
    #expect(table.rows.map { $0.map(\.columns) } == [[0..<1, 1..<2, 2..<3], [0..<1, 1..<3]])
  }

  @Test func `a paragraph of which nothing is left is left out`() {
    let report = Report(flattened: "第一段。\n第二段。\n")
    let content = ReportContent(report) { $0.text == "第一段。" ? "" : $0.text }
    #expect(content.blocks == [.paragraph("第二段。")])
  }

  private func words(_ block: ReportContent.Block) -> String {
    switch block {
    case .title(let text): "title \(text)"
    case .heading(let text, let level): "heading \(level) \(text)"
    case .paragraph(let text): "paragraph \(text)"
    case .table(let table):
      "table " + table.rows.map { $0.map(\.text).joined(separator: ",") }.joined(separator: "|")
    }
  }
}
