import Evaluation
import Testing

@testable import Reading

/// Reading takes time in proportion to the length: shapes for which it once grew faster would not end within the limit.
@Suite("Long reports are read", .timeLimit(.minutes(10))) struct LongReportTests {
  @Test func `a paragraph of very many lines`() {
    let line = String(repeating: "完成年度目标任务", count: 4) + "\n"
    let report = Report(flattened: String(repeating: line, count: 40_000))
    guard report.blocks.count == 1, case .paragraph(let paragraph) = report.blocks[0] else {
      Issue.record("\(report.blocks.count) blocks")
      return
    }
    #expect(paragraph.text.unicodeScalars.count == 40_000 * 32)
    #expect(paragraph.place == 0..<40_000 * 33 - 1)
  }

  @Test func `rows of cells between gaps`() throws {
    let report = Report(flattened: String(repeating: "甲  乙  丙\n", count: 100_000))
    #expect(report.tables.map(\.rows.count) == [100_000])
  }

  @Test func `one very long row makes no others as long`() throws {
    let long = String(repeating: "甲  ", count: 100_000)
    let report = Report(flattened: "\(long)\n\(long)\n" + String(repeating: "甲  乙\n", count: 50_000))
    let table = try #require(report.tables.first)
    #expect(table.rows.count == 50_002 && table.rows.dropFirst(2).allSatisfy { $0.count == 64 })
  }

  @Test func `rulers without rows`() {
    let report = Report(flattened: String(repeating: "| --- | --- |\n", count: 100_000) + "| 甲 | 乙 |\n")
    #expect(report.tables.map { $0.rows.map { $0.map(\.text) } } == [[["甲", "乙"]]])
  }

  @Test func `paragraphs under one heading`() {
    let paragraphs = (0..<50_000).map { "完成第\($0)件事。\n" }.joined()
    let text = "2024年度示例县商务局部门整体支出绩效自评报告\n一、部门基本情况\n\(paragraphs)"
    let report = ImportedReport(RecognisedReport(Report(flattened: text), under: [.example]))
    #expect(report.sections.contains { $0.text.utf8.count > 1_000_000 })
  }

  @Test func `a paragraph of residues`() {
    let text = RunningText(String(repeating: "甲[image: 1]", count: 50_000))
    let part = TextPart(0..<text.scalars.count, of: text)
    #expect(part.text.unicodeScalars.count == 50_000)
    for number in stride(from: 0, to: 50_000, by: 10) {
      let place = part.place(of: number..<number + 1)
      #expect(place == number * 11..<number * 11 + 1)
      #expect(part.range(of: place) == number..<number + 1)
    }
    #expect(part.range(of: 3..<12) == 1..<2)
    #expect(part.range(of: 600_000..<600_001) == 50_000..<50_000)
  }

  @Test func `titles that nothing closes`() {
    let scalars = Array(String(repeating: "《甲{乙〔丙", count: 100_000).unicodeScalars)
    #expect(ComparedWords(scalars[...], besides: []).digests(keepsStockWords: true).count > 1_000)
  }

  @Test func `lines of which only the first add up to their row`() throws {
    func table(_ rows: String...) -> String {
      rows.map { row in
        row.split(separator: "|", omittingEmptySubsequences: false).map { "\t\($0)\n" }.joined() + "\n"
      }.joined()
    }
    let lines = (0..<5_000).map { table("资金\($0)|1||") }.joined()
    let text =
      "附件1\n2024年度部门整体支出绩效评价基础数据表\n单位：万元\n"
      + table(
        "财政供养人员情况（人）|核定编制数|实际在职人数|人员控制率", "|20|17|85%", "经费控制情况（万元）|2024年决算数|上年决算数|本年预算数",
        "“三公”经费合计|0.31|2.28|2", "3、公务接待费|0.31|2.28|2", "项目支出|1245|95.5|74", "1、业务工作经费|27|72|74", "3、上级专项资金|5||")
      + lines
    let rows = RecognisedReport(Report(flattened: text), under: [.example]).calculation.filing.sheet("base")?.rows ?? []
    #expect(rows.count == 5_000)
    #expect(rows.map(\.under).prefix(6).map { $0 == "specialFunds" } == [true, true, true, true, true, false])
  }
}
