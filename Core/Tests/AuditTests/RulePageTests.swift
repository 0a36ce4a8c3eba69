import Audit
import Foundation
import Rules
import Testing

@Suite("The rules' pages in the documentation")
struct RulePageTests {
  static let folder = ExampleTests.package("../Documentation/Rules")
  /// RECORD=1 writes the pages instead of comparing them.
  static let records = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test("are what the rules say today; RECORD=1 writes them anew", arguments: AuditRule.all.map(\.id))
  func isFresh(_ code: String) throws {
    let rule = try #require(AuditRule.all.first { $0.id == code })
    let file = Self.folder.appending(path: "\(code).md")
    let page = RulePage.markdown(rule)
    if Self.records {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try? String(contentsOf: file, encoding: .utf8)
    // Compared beforehand: a failure need not print two pages.
    let isFresh = written == page
    #expect(isFresh, "\(code): run the tests once with RECORD=1")
  }

  @Test func noPageIsLeftOfARuleThatIsGone() throws {
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: Self.folder.path())) ?? []).filter {
      $0.hasSuffix(".md")
    }
    let known = Set(AuditRule.all.map { "\($0.id).md" })
    for file in files where !known.contains(file) {
      if Self.records { try FileManager.default.removeItem(at: Self.folder.appending(path: file)) }
      #expect(Self.records, "\(file) has no rule")
    }
  }

  @Test("give cells their captions and say which source was not read")
  func areReadable() throws {
    let page = try #require(AuditRule.all.first { $0.id == "A14" }.map(RulePage.markdown))
    #expect(page.hasPrefix("# A14 执行数超过预算数\n\n**须说明**（改正或说明原因后才能送审）\n"))
    #expect(page.contains("| 自评表：全年执行数 | 716.83 |\n"))
    #expect(page.contains("- 自评表：全年执行数：**自评表全年执行数 716.83 万元，超过全年预算数 690 万元，相差 26.83 万元。**\n"))
    #expect(page.contains("（未核对原文）"))
    let scores = try #require(AuditRule.all.first { $0.id == "A20" }.map(RulePage.markdown))
    #expect(scores.contains("| 自评表：指标 | 三级指标：政策知晓率；年度指标值：≥90%；实际完成值：92%；分值：15；得分：16 |\n"))
    let rate = try #require(AuditRule.all.first { $0.id == "A01" }.map(RulePage.markdown))
    #expect(rate.contains("| 基础表：控制率 | 85% |") && !rate.contains("未核对原文"))
  }

  @Test("call what they ask for by the words that stand beside findings", arguments: AuditRule.all.map(\.id))
  func speakOneLanguage(_ code: String) throws {
    let rule = try #require(AuditRule.all.first { $0.id == code })
    for other in ["错误", "警告", "参考"] {
      #expect(![rule.card.title, rule.card.why, rule.card.remedy, rule.method].contains { $0.contains(other) })
    }
  }
}
