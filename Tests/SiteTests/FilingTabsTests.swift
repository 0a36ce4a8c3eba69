import Evaluation
import HTML
import Store
import Testing

@testable import Site

@Suite struct FilingTabsTests {
  /// The button in the head of the page: its words, and whether it is the one to press next.
  private func button(_ stage: Stage, _ visitor: Visitor) throws -> (words: String, isPrimary: Bool) {
    let tabs = FilingTabs(loaded: try SamplePage.loaded(stage), visitor: visitor, current: "base").html.markup
    let link = try #require(tabs.firstMatch(of: #/<a class="button( primary)?" href="/filings/7/check">([^<]+)</a>/#))
    return (String(link.output.2), link.output.1 != nil)
  }

  @Test func `the next step stands out for the one whose step it is`() throws {
    let reviewer = SamplePage.visitor(Post(.reviewer, at: SamplePage.unit))
    #expect(try button(.drafting, SamplePage.handler) == ("检查与送审", true))
    #expect(try button(.unitReview, SamplePage.handler) == ("检查与送审", false))
    #expect(try button(.unitReview, reviewer) == ("检查与审核", true))
    #expect(try button(.financeReview, SamplePage.visitor(Post(.finance, at: nil))) == ("检查与审核", true))
  }

  @Test func `what is done has nothing to send`() throws {
    #expect(try button(.done, SamplePage.handler) == ("检查结果", false))
    let tabs = FilingTabs(loaded: try SamplePage.loaded(.done), visitor: SamplePage.handler, current: "base")
    #expect(!tabs.html.markup.contains("送审"))
  }
}
