import Audit
import Reading
import Rules
import Testing

@testable import Report

@Suite struct TextOutputTests {
  @Test func `a finding is a line with its place, and the place is underlined`() {
    let lines = TextOutput.text(of: SmallReport.audited()).split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("a b.txt:3:7 ") } ?? 0
    #expect(
      lines[start..<min(start + 5, lines.count)] == [
        "a b.txt:3:7 D01 须改正 正文三公经费 9.81 万元，表中 9.31 万元。",
        "  3 | 本年三公经费9.81万元，其中公务接待5.71万元。",
        "    |             ^^^^^^^^",
        "    = 9.81 − 9.31 = 0.50",
        "    = 另见 5:2 “9.31”",
      ])
  }

  @Test func `the summary counts by severity and group and names what was not checked`() {
    let text = TextOutput.text(of: SmallReport.audited())
    #expect(text.contains("a b.txt：须改正 1，须说明 1，提示 1（正文与表、正文前后 1，完整性 1，个人信息和秘密 1）\n"))
    #expect(text.contains("  缺资料，未检查 1 项：C06\n"))
    #expect(text.contains("a b.txt:1:1 H09 须说明 没有附件。\n"))
  }

  @Test func `many checks that could not be made are counted by their groups`() {
    let rules = (10...19).map { SmallReport.rule("A\($0)", "检查", .error, .notCheckable(missing: ["自评表"])) }
    let text = TextOutput.text(of: SmallReport.audited(rules: rules))
    #expect(text.contains("  缺资料，未检查 10 项（表内计算 10），各缺什么见 --format html 或 json\n"))
  }

  @Test func `a long line is cut around its place`() {
    let text = RunningText(String(repeating: "前", count: 400) + "9.81万元" + String(repeating: "后", count: 400))
    let excerpt = Excerpt(400..<406, in: text, width: 40)
    #expect(excerpt.line.hasPrefix("…前") && excerpt.line.hasSuffix("后…"))
    #expect(DisplayWidth.of(excerpt.line.unicodeScalars) <= 42)
    let column = excerpt.underline.prefix { $0 == " " }.count
    #expect(excerpt.underline.count - column == 8)
    #expect(DisplayWidth.of(excerpt.line.unicodeScalars.prefix { $0 != "9" }) == column)
  }

  @Test func `ideographs and full-width forms take two columns, marks that join take none`() {
    let widths = ["a": 1, "绩": 2, "％": 2, "𠮷": 2, "e\u{301}": 1, "\u{200B}": 0, "“": 1]
    for (text, width) in widths { #expect(DisplayWidth.of(text.unicodeScalars) == width, "\(text)") }
  }

  @Test func `a form that was not read is told above the findings`() {
    let text = "自评情况\n一级指标二级指标三级指标指标值完成值分值得分产出指标数量指标清淤≥6公里6公里5050\n"
    let report = RecognisedReport(Report(flattened: text), under: [], year: 2024)
    let audited = AuditedReport(file: "a.txt", report, Audit(of: report.dossier, rules: []))
    #expect(TextOutput.text(of: audited).contains("\n  自评表没有读出（第 2 行），表中的指标没有检查；有 Word 文件的，请检查 Word 文件\n"))
    #expect(!TextOutput.text(of: SmallReport.audited()).contains("没有读出"))
  }

  @Test func `a place in a Word file is told in words too`() {
    let cell = TextOrigin.Cell(table: 1, row: 2, column: 3)
    let origin = TextOrigin(part: "word/document.xml", paragraph: 7, bytes: 0..<3, cell: cell)
    #expect(TextOutput.text(of: SmallReport.audited { _ in [origin] }).contains("= 位于表 2 第 3 行第 4 格\n"))
  }
}
