import Audit
import HTML
import JSON
import Reading
import Rules
import Testing

@testable import Report

/// Findings in what a file carries besides its text.
@Suite struct TracePlaceTests {
  private static let comment = FileTrace(
    .comment, "电话13800138001", name: "郑五", part: "word/comments.xml", paragraph: 4)

  private func audited() -> AuditedReport {
    let text = RunningText(SmallReport.text)
    let report = Report(text: text, blocks: [], traces: FileTraces([Self.comment]))
    let rule = SmallReport.rule(
      "P01", "手机号码", .error, .fail([Finding(at: [.trace(TracePlace(Self.comment, 2..<13))], "写有手机号码。")]))
    let recognised = RecognisedReport(report, under: [], year: 2024)
    return AuditedReport(file: "a.docx", recognised, Audit(of: recognised.dossier, rules: [rule]))
  }

  @Test func `JSON tells part and paragraph, and no place in the running text`() throws {
    let written = String(decoding: JSONOutput.value(of: audited()).compact(), as: UTF8.self)
    let place = #""kind":"comment","part":"word/comments.xml","paragraph":5,"name":"郑五""#
    #expect(written.contains(#""evidence":[{\#(place),"quote":"13800138001"}]"#))
    #expect(written.contains(#""traces":[{\#(place),"text":"电话13800138001"}]"#))
  }

  @Test func `text says where to look`() {
    let text = TextOutput.text(of: audited())
    #expect(text.contains("a.docx:1:1 P01 须改正 写有手机号码。\n  = 位于批注，第 5 段（word/comments.xml）“13800138001”\n"))
  }

  @Test func `SARIF names the place in words`() throws {
    let log = SARIFOutput.log(of: [audited()], version: "1")
    let written = String(decoding: log.compact(), as: UTF8.self)
    #expect(written.contains(#""fullyQualifiedName":"批注，第 5 段（word/comments.xml）""#))
  }

  @Test func `the page shows it above the text with its place`() {
    let page = HTMLOutput.page(of: [audited()]).markup
    #expect(page.contains("位于批注，第 5 段（word/comments.xml）"))
  }
}
