import Audit
import Database
import Evaluation
import HTML
import Operations
import Report
import Rules
import Store
import Testing

@testable import Site

@Suite struct RulePagesTests {
  private func pages() throws -> RulePages {
    RulePages(
      site: Site(engine: try SQLiteEngine.inMemory(), policies: PolicyShelf(PolicySet.example.policies), now: { 0 }))
  }

  @Test func `every rule stands in its group, with a link to its page`() throws {
    let list = try pages().list(nil, matching: "").markup
    for rule in AuditRule.all {
      #expect(list.contains(#"<a href="/rules/\#(rule.id)">\#(rule.card.title)</a>"#), "\(rule.id)")
      #expect(CheckGroup(of: rule.id) != nil, "\(rule.id)")
    }
    #expect(list.contains(#"id="group-A""#))
  }

  @Test func `a search finds rules by all of its words, in the method and the source too`() throws {
    let found = try pages().list(nil, matching: "占位符 模板").markup
    #expect(found.contains("/rules/T01") && !found.contains("/rules/A01\""))
    let nothing = try pages().list(nil, matching: "没有的词<b>").markup
    #expect(nothing.contains("没有符合的规则") && nothing.contains("没有的词&lt;b&gt;"))
  }

  @Test func `a page has the method, the sources and the examples with their places marked`() throws {
    let rule = try #require(AuditRule.all.first { $0.id == "T01" })
    let page = try pages().page(rule, nil).markup
    #expect(page.contains("怎样核对") && page.contains("怎样处理") && page.contains("<h2>依据</h2>"))
    #expect(page.contains("共支出<mark>××</mark>万元，其中<mark>XXX</mark>项目20万元"))
    #expect(page.contains("<td><mark>××专项资金</mark></td>"))
    #expect(page.contains("<strong>占位符“××”没有填写。</strong>"))
  }
}
