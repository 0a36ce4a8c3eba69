import Audit
import HTML
import JSON
import OOXML
import Reading
import Rules
import Testing

@testable import Report

/// Findings that point into another report as well.
@Suite struct CompanionOutputTests {
  /// The small report beside last year's, with a finding in both.
  private func audited(origin: TextOrigin? = nil) throws -> AuditedReport {
    let last = RecognisedReport(
      Report(flattened: "青禾县文旅局2023年度自评报告\n\t三公经费\n\t9.13\n"), under: [], year: 2023)
    let companion = Companion(last, file: "old <1>.txt")
    let place = try #require(companion.place(of: TextPlace(.file, 24..<28)))
    let rule = SmallReport.rule(
      "E01", "上年决算数与上年填报不符", .error,
      .fail([
        Finding(at: [.text(SmallReport.place("9.31")), .companion(place)], "上年决算数 9.31，\(last.year ?? 0) 年填报 9.13。")
      ]))
    let report = RecognisedReport(Report(flattened: SmallReport.text), under: [], year: 2024)
      .beside(Companions(earlier: [companion]))
    return AuditedReport(
      file: "a.txt", report, Audit(of: report.dossier, rules: [rule]), origins: { _ in origin.map { [$0] } ?? [] })
  }

  @Test func `text names the other file, its line and what stands there`() throws {
    let text = TextOutput.text(of: try audited())
    #expect(text.contains("\n  对照：上年报告 old <1>.txt\na.txt:5:2 E01 "))
    #expect(text.contains("\n  = 对照 old <1>.txt:3:2 “9.13”\n"))
  }

  @Test func `JSON keeps places of other files apart`() throws {
    let written = String(decoding: JSONOutput.value(of: try audited()).compact(), as: UTF8.self)
    #expect(
      written.contains(
        #""companions":[{"file":"old <1>.txt","start":24,"end":28,"line":3,"column":2,"quote":"9.13"}],"values""#))
    #expect(written.contains(#""comparedWith":{"earlier":["old <1>.txt"],"others":0}"#))
    let alone = String(decoding: JSONOutput.value(of: SmallReport.audited()).compact(), as: UTF8.self)
    #expect(!alone.contains("companions") && !alone.contains("comparedWith"))
  }

  @Test func `SARIF gives it as a related location in the other file`() throws {
    let written = String(decoding: SARIFOutput.log(of: [try audited()], version: "1").compact(), as: UTF8.self)
    #expect(
      written.contains(
        #""relatedLocations":[{"id":1,"message":{"text":"old <1>.txt 第 3 行：9.13"},"physicalLocation":{"artifactLocation":{"uri":"old%20%3C1%3E.txt"}}}]"#
      ))
  }

  @Test func `the page names it, escaped, and so does a comment`() throws {
    let page = HTMLOutput.page(of: [try audited()]).markup
    #expect(page.contains("对照 old &lt;1&gt;.txt 第 3 行：“9.13”") && page.contains("对照：上年报告 old &lt;1&gt;.txt"))
    let origin = TextOrigin(part: "word/document.xml", paragraph: 0, bytes: 0..<4, cell: nil)
    let comments = WordComments.list(of: try audited(origin: origin))
    #expect(comments.first?.lines.contains("对照 old <1>.txt 第 3 行。") == true)
  }
}
