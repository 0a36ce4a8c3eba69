import Audit
import Evaluation
import Reading
import Testing

/// Shapes that a fuzzer, or somebody who means harm, writes over and over: work that grows faster than the text would not
/// end within the limit.
@Suite("Long texts of one shape are answered", .timeLimit(.minutes(10))) struct LongTextTests {
  private func audit(_ text: String) -> Audit {
    Audit(of: RecognisedReport(Report(flattened: text), under: [.example]).dossier)
  }

  @Test(
    "Figures, totals, marks and dates without end",
    arguments: [
      "2024\u{FFFD}4年\u{C}2", "支出共计396.75万元，其中w支出为201.35万元，-2024", "出共计398.75万元，其中人员费303万元\t",
      "账号：：：：：：：：：：", "2020年3月1日差原因\u{200B}", "甲、", "编制10名（其中", "第1项共1万元 ", "检查73户，占37.91%，",
    ])
  func repeated(_ shape: String) {
    let audit = audit(String(repeating: shape, count: 30_000 / shape.unicodeScalars.count))
    #expect(audit.findings.allSatisfy { !$0.finding.message.isEmpty })
  }

  @Test("First headings without a second")
  func firstHeadings() {
    let audit = audit(String(repeating: "一、任务\n", count: 100_000))
    #expect(audit.findings.allSatisfy { !$0.finding.message.isEmpty })
  }

  @Test("A total of people with more kinds than can be added up in every way")
  func manyKinds() {
    let names = ["行政编制", "事业编制", "工勤编制"]
    let kinds = (0..<30).map { "\(names[$0 % 3])\(1 << $0)名" }.joined(separator: "，")
    let audit = audit("一、单位基本情况\n编制\(1 << 33)名，其中\(kinds)。\n")
    #expect(audit.findings.allSatisfy { !$0.finding.message.isEmpty })
  }
}
