import Audit
import HTML
import Rules
import Testing

@testable import Report

@Suite struct HTMLOutputTests {
  private let page = HTMLOutput.page(of: [SmallReport.audited()]).markup

  @Test func `a finding is marked in place and explained beside it`() {
    #expect(
      page.contains(
        ##"本年三公经费<mark class="error">9.81万元</mark><sup class="error" id="place-1-2"><a href="#finding-1-2">2</a></sup>，"##
      ))
    #expect(
      page.contains(
        ##"<td class="number"><mark class="error">9.31</mark><sup class="error"><a href="#finding-1-2">2</a></sup></td>"##
      )
    )
    #expect(page.contains(#"<p class="derivation">9.81 − 9.31 = 0.50</p>"#))
    #expect(page.contains(#"<article class="note error" id="finding-1-2">"#))
  }

  @Test func `a finding without a place is on the page once`() {
    #expect(page.split(separator: #"id="finding-1-1""#, omittingEmptySubsequences: false).count == 2)
  }

  @Test func `text of a report is never markup, and nothing is loaded from elsewhere`() {
    #expect(page.contains("&lt;b&gt;联系人："))
    #expect(!page.contains("<b>联系人"))
    for mark in ["http:", "https:", "<script", "<link", "url("] { #expect(!page.contains(mark)) }
  }

  @Test func `the summary counts each group`() {
    #expect(
      page.contains(
        ##"<tr><th scope="row"><a href="#finding-1-1">完整性</a></th><td class="number">0</td><td class="number">1</td><td class="number">0</td></tr>"##
      ))
    #expect(
      page.contains(
        #"<tr><th scope="row">合计</th><td class="number">1</td><td class="number">1</td><td class="number">1</td></tr>"#)
    )
  }

  @Test func `marks that overlap are cut where they cross`() {
    let rules = [
      SmallReport.rule("D01", "一", .info, .fail([.init(at: SmallReport.place("三公经费9.81"), message: "一")])),
      SmallReport.rule("D02", "二", .error, .fail([.init(at: SmallReport.place("9.81万元"), message: "二")])),
    ]
    let page = HTMLOutput.page(of: [SmallReport.audited(rules: rules)]).markup
    #expect(
      page.contains(
        #"<mark class="info">三公经费</mark><mark class="error">9.81</mark><sup class="info" id="place-1-1">"#))
    #expect(page.contains(#"</sup><mark class="error">万元</mark><sup class="error" id="place-1-2">"#))
  }
}
